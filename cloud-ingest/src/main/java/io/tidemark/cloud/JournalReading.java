package io.tidemark.cloud;

import io.tidemark.cloud.ledger.CloseDownForm;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.closedown.ProductParts;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.node.home.Verification.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads each entry's content while the chain is checked, and keeps the first thing wrong. */
final class JournalReading implements EntryVisitor {
    /** A million articles; no close-down has more entries of them. */
    private static final int PARTS_MAX = 200;

    private final Optional<Mark> mark;
    private @Nullable Hash atMark;
    private @Nullable MasterDataAdopted published;
    private Optional<String> fault = Optional.empty();
    private int closeDowns;
    private final List<StoreDayProducts> articles = new ArrayList<>();

    JournalReading(Optional<Mark> mark) {
        this.mark = mark;
    }

    @Override
    public void entry(long sequence, Hash hash, EntryBytes bytes) {
        if (mark.isPresent() && mark.get().sequence() == sequence) atMark = hash;
        try {
            content(sequence, bytes);
        } catch (Malformed unreadable) {
            note(sequence, "it cannot be read: " + unreadable.getMessage());
        }
    }

    Check check(String journal) {
        String what = journal + ", " + closeDowns + " close-downs";
        return fault.map(wrong -> Check.wrong(what, wrong)).orElseGet(() -> Check.sound(what));
    }

    Optional<Mark> mark() {
        return mark;
    }

    /** What head office published last, of its own journal. */
    Optional<MasterDataAdopted> published() {
        return Optional.ofNullable(published);
    }

    /** At 0 the mark's own hash is the genesis, which the journal's name alone decides. */
    Hash hashAtMark(long sequence) {
        if (atMark != null) return atMark;
        return Head.genesis(mark.orElseThrow().origin()).hash();
    }

    private void content(long sequence, EntryBytes bytes) {
        switch (EntryCodec.decode(bytes).event()) {
            case StoreDayClosed closed -> {
                closeDowns++;
                CloseDownForm.fault(closed)
                        .or(() -> articles(closed).fault())
                        .ifPresent(why -> note(sequence, why));
                articles.clear();
            }
            case StoreDayProducts part -> {
                if (articles.size() == PARTS_MAX) articles.removeFirst();
                articles.add(part);
            }
            case MasterDataAdopted adopted -> published = adopted;
            case StoreDayFigures _,
                    BusinessDayOpened _,
                    TillOpened _,
                    RetailTransaction _,
                    CashMovement _,
                    NoSale _,
                    OperatorSession _,
                    BasketSuspended _,
                    BasketResumed _,
                    BasketVoided _,
                    TrainingTransaction _,
                    ReceiptCopied _,
                    ExchangeRefused _,
                    StockMoved _,
                    StockCounted _,
                    ShelfPriceChecked _,
                    OverShortFound _,
                    CashConfirmed _,
                    TillZCopied _,
                    CurrencyExchanged _,
                    TillCounted _,
                    TillDayClosed _,
                    JournalContinued _,
                    EpochGranted _,
                    StoreLogSigned _,
                    CloseDownAuthorised _,
                    Unknown _ -> {}
        }
    }

    /** Those that stand just before it: what a power cut left of another try stands before them. */
    private ProductParts articles(StoreDayClosed closed) {
        DayDetails details = closed.details();
        int parts = details == null ? 0 : Math.min(details.products().parts(), articles.size());
        return new ProductParts(closed, articles.subList(articles.size() - parts, articles.size()));
    }

    private void note(long sequence, String why) {
        if (fault.isEmpty()) fault = Optional.of("entry " + sequence + ": " + why);
    }
}
