package io.tidemark.fog.store;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryHeader;
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
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.seal.DayLeaf;
import io.tidemark.ledger.seal.StoreLog;
import io.tidemark.ledger.stock.StockStanding;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the store journal says so far. Immutable, so that a reader sees one state of it. What a
 * gateway closed on an old disk stands on the branch that its next life begins with: kept, and not
 * taken for closed, for it was folded without what the accepted history had taken by then.
 *
 * @param branchEnd where the branch of an old disk ends that the journal begins with; 0 where none
 * @param isWhole whether what earlier lives of the gateway recorded is part of it
 * @param authorised who allowed close-downs without devices
 * @param log the close-downs that have a root of their entries
 * @param signedLog the newest head of it that this life of the gateway signed
 * @param figures of a close-down that comes next
 */
public record StoreState(
        long branchEnd,
        boolean isWhole,
        StoreHistory history,
        Optional<MasterDataAdopted> masterData,
        Map<CommandId, Filed> commands,
        List<CloseDownAuthorised> authorised,
        StoreLog log,
        Optional<StoreLogSigned> signedLog,
        FiguresRead figures) {
    public StoreState {
        commands = Map.copyOf(commands);
        authorised = List.copyOf(authorised);
    }

    /**
     * A close-down as it stands in the journal.
     *
     * @param header the entry's: its command's digest, who asked, and when
     */
    public record Filed(long sequence, Hash hash, EntryHeader header, StoreDayClosed closed) {
        public long digest() {
            return header.commandDigest();
        }
    }

    /** With nothing in it. */
    public static StoreState nothing(CurrencyCode currency) {
        return new StoreState(
                0,
                true,
                StoreHistory.none(currency),
                Optional.empty(),
                Map.of(),
                List.of(),
                StoreLog.EMPTY,
                Optional.empty(),
                FiguresRead.NONE);
    }

    /**
     * @param entry what the bytes say
     */
    StoreState then(long sequence, Hash hash, Entry entry, EntryBytes bytes) {
        if (entry.event() instanceof StoreDayFigures more) return with(figures.and(more));
        StoreState after = recorded(sequence, hash, entry, bytes);
        return after.figures.isNone() ? after : after.with(FiguresRead.NONE);
    }

    private StoreState recorded(long sequence, Hash hash, Entry entry, EntryBytes bytes) {
        return switch (entry.event()) {
            case StoreDayClosed _ when sequence <= branchEnd -> this;
            case StoreDayClosed closed when isFiled(closed) -> this;
            case StoreDayClosed closed ->
                    closed(
                            entry,
                            new Filed(sequence, hash, entry.header(), closed),
                            DayLeaf.of(closed, bytes));
            case StoreLogSigned _ when sequence <= branchEnd -> this;
            case StoreLogSigned signed -> signed(branchEnd, Optional.of(signed));
            case CloseDownAuthorised _ when sequence <= branchEnd -> this;
            case CloseDownAuthorised authority -> authorised(authority);
            case MasterDataAdopted adopted -> adopted(adopted);
            // Who took the gateway's place may have another key, and signs the log anew.
            case JournalContinued continued when sequence == 1 ->
                    signed(1 + continued.branchEntries(), Optional.empty());
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
                    Unknown _ ->
                    this;
        };
    }

    /** What came from earlier lives is not here: nothing can be closed on it. */
    StoreState partly() {
        return new StoreState(
                branchEnd,
                false,
                history,
                masterData,
                commands,
                authorised,
                log,
                signedLog,
                figures);
    }

    private StoreState closed(Entry entry, Filed filed, Optional<DayLeaf> leaf) {
        return new StoreState(
                branchEnd,
                isWhole,
                history.then(filed.closed(), figures.left(history.stock(), filed.closed())),
                masterData,
                with(entry, filed),
                authorised,
                leaf.map(log::then).orElse(log),
                signedLog,
                figures);
    }

    private StoreState signed(long branch, Optional<StoreLogSigned> head) {
        return new StoreState(
                branch, isWhole, history, masterData, commands, authorised, log, head, figures);
    }

    private StoreState authorised(CloseDownAuthorised authority) {
        return new StoreState(
                branchEnd,
                isWhole,
                history,
                masterData,
                commands,
                Stream.concat(authorised.stream(), Stream.of(authority)).toList(),
                log,
                signedLog,
                figures);
    }

    private StoreState adopted(MasterDataAdopted adopted) {
        return new StoreState(
                branchEnd,
                isWhole,
                history,
                Optional.of(adopted),
                commands,
                authorised,
                log,
                signedLog,
                figures);
    }

    /** Where the close-down that comes next leaves the goods is known. */
    StoreState leaving(StockStanding stock) {
        return with(figures.leaving(stock));
    }

    private StoreState with(FiguresRead read) {
        return new StoreState(
                branchEnd,
                isWhole,
                history,
                masterData,
                commands,
                authorised,
                log,
                signedLog,
                read);
    }

    /**
     * Who allowed that this close-down was made without devices, if any were left out. Of several
     * it is the last: what came before allowed one that never came, as a power cut had it.
     */
    public Optional<CloseDownAuthorised> authority(StoreDayClosed closed) {
        if (closed.without().isEmpty()) return Optional.empty();
        LocalDate day = closed.day();
        return authorised.stream()
                .filter(each -> each.day().equals(day) && each.supplement() == closed.supplement())
                .reduce((_, later) -> later);
    }

    /** Where a close-down stands in the journals; empty where no command asked for it. */
    public Optional<Filed> filed(StoreDayClosed closed) {
        LocalDate day = closed.day();
        return commands.values().stream()
                .filter(each -> each.closed().supplement() == closed.supplement())
                .filter(each -> each.closed().day().equals(day))
                .findFirst();
    }

    /** Whether what is in the log is signed up to its end. */
    public boolean isLogSigned() {
        return signedLog.map(StoreLogSigned::size).orElse(0L) == log.size();
    }

    /** Never twice, whoever closed it: a second one is kept in the journal, and shown. */
    private boolean isFiled(StoreDayClosed closed) {
        return history.of(closed.day()).stream()
                .anyMatch(each -> each.supplement() == closed.supplement());
    }

    public long masterDataVersion() {
        return masterData.map(MasterDataAdopted::version).orElse(0L);
    }

    private Map<CommandId, Filed> with(Entry entry, Filed filed) {
        CommandId command = entry.header().command();
        if (command == null) return commands;
        Map<CommandId, Filed> more = new HashMap<>(commands);
        more.put(command, filed);
        return more;
    }
}
