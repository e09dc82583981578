package io.tidemark.cloud.ledger;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Entry;
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
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.event.StoreTransfer;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.ProjectionSchema;
import io.tidemark.node.projection.Rows;

/** Posts the stores' journals, and head office's own, entry by entry. */
public final class HeadOfficeSchema implements ProjectionSchema {
    @Override
    public String name() {
        return "head-office";
    }

    @Override
    public int version() {
        return 12;
    }

    @Override
    public String migrations() {
        return "classpath:db/head-office";
    }

    @Override
    public void apply(FollowedEntry followed, Rows rows) {
        try {
            apply(followed, EntryCodec.decode(followed.bytes()), rows);
        } catch (Malformed unreadable) {
            Alert.UNREADABLE.raise(
                    followed, rows, "the entry cannot be read: " + unreadable.getMessage());
        }
    }

    /** No default branch: whoever adds an event decides here whether head office posts it. */
    private static void apply(FollowedEntry followed, Entry entry, Rows rows) {
        switch (entry.event()) {
            case StoreDayClosed closed -> new Filing(followed, entry.header(), closed).into(rows);
            case CloseDownAuthorised authorised -> authorise(followed, authorised, rows);
            case MasterDataAdopted adopted -> adopt(followed, entry, adopted, rows);
            case Unknown unknown when unknown.critical() ->
                    Alert.UNKNOWN.raise(
                            followed,
                            rows,
                            "an entry of type "
                                    + unknown.type()
                                    + " counts and is not known here: update head office");
            case Unknown _ -> {}
            case JournalContinued continued -> branch(followed, continued, rows);
            case StoreTransfer transfer -> new TransferRows(followed, transfer).into(rows);
            case StoreDayFigures _ -> {} // read from the journal by whoever asks
            case EpochGranted _,
                    StoreLogSigned _,
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
                    TillDayClosed
                            _ -> {} // a till's; a store's journal carries what the gateway made of
                // them
        }
    }

    private static void branch(FollowedEntry followed, JournalContinued continued, Rows rows) {
        if (followed.sequence() != 1 || continued.branchEntries() == 0) return;
        JournalId journal = followed.journal();
        rows.put("branch", journal.node().store(), journal.epoch(), 1 + continued.branchEntries());
    }

    /** As a close-down: what a branch says is kept, and the first counts. */
    private static void authorise(
            FollowedEntry followed, CloseDownAuthorised authorised, Rows rows) {
        JournalId journal = followed.journal();
        String store = journal.node().store();
        boolean isOfBranch =
                rows.find("branch", store, journal.epoch())
                        .filter(branch -> followed.sequence() <= branch.longAt("ends"))
                        .isPresent();
        boolean isSecond =
                rows.find(
                                "close_down_authority",
                                store,
                                authorised.day(),
                                authorised.supplement(),
                                journal.epoch())
                        .isPresent();
        if (isOfBranch || isSecond) return;
        rows.insert(
                "close_down_authority",
                store,
                authorised.day(),
                authorised.supplement(),
                journal.epoch(),
                authorised.supervisor(),
                authorised.name(),
                authorised.role(),
                authorised.reason(),
                String.join(",", authorised.without()));
    }

    private static void adopt(
            FollowedEntry followed, Entry entry, MasterDataAdopted adopted, Rows rows) {
        JournalId journal = followed.journal();
        rows.put(
                "adoption",
                journal.node().store(),
                journal.node().device(),
                journal.epoch(),
                adopted.version(),
                followed.sequence(),
                adopted.hash().toBytes(),
                entry.header().at(),
                entry.header().operator());
    }
}
