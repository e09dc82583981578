package io.tidemark.edge.ledger;

import io.tidemark.ledger.CommandId;
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
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.ReceiptKind;
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
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.ProjectionSchema;
import io.tidemark.node.projection.Rows;
import java.util.List;
import java.util.Optional;

/** Posts the till's entries into the tables of {@code V1__ledger.sql}. */
public final class TillSchema implements ProjectionSchema {
    private static final int VERSION = 6;
    private static final int WHY_MAX = 1_000;

    /** More than the lines of the largest basket, and a power of two to read ids by. */
    static final long PARTS_MAX = 16_384;

    /** Bits of a key for the sequence; below them those of the parts, above them the epoch's. */
    private static final int SEQUENCE_BITS = 37;

    /** The highest epoch that a till's tables can hold: twelve bits. */
    public static final int EPOCH_MAX = 4_095;

    @Override
    public String name() {
        return "till";
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String migrations() {
        return "classpath:edge/ledger";
    }

    @Override
    public void apply(FollowedEntry followed, Rows rows) {
        Entry entry;
        try {
            entry = EntryCodec.decode(followed.bytes());
        } catch (Malformed e) {
            unposted(id(followed), String.valueOf(e.getMessage()), rows);
            return;
        }
        post(followed, entry, rows);
    }

    @Override
    public void pruned(JournalId journal, PrunedEntry left, Rows rows) {
        EntryHeader header = left.header();
        rows.insert(
                "pruned_receipts",
                id(journal, left.sequence()),
                journal.epoch(),
                left.sequence(),
                left.hash().short6(),
                Optional.ofNullable(header.command()).map(CommandId::value).orElse(null),
                header.receipt(),
                ReceiptKind.of(header).name(),
                header.businessDay(),
                header.at(),
                header.operator(),
                left.why().on());
    }

    private static void post(FollowedEntry followed, Entry entry, Rows rows) {
        EntryHeader header = entry.header();
        long id = id(followed);
        switch (entry.event()) {
            case RetailTransaction transaction ->
                    new ReceiptRows(followed, header, rows).post(transaction);
            case CurrencyExchanged exchange ->
                    new ReceiptRows(followed, header, rows).post(exchange);
            case TillOpened(var floats, var _) -> post(id, header, floats, rows);
            case CashMovement movement ->
                    post(
                            id * PARTS_MAX + 1,
                            header,
                            new Movement(movement.kind(), movement.effect(), movement.reason()),
                            rows);
            case ReceiptCopied(var receipt, int copy) ->
                    post(id, header, new Copy("receipt_copies", receipt.receipt(), copy), rows);
            case TillZCopied(long number, var _, int copy) ->
                    post(id, header, new Copy("z_copies", number, copy), rows);
            case TillDayClosed closed -> post(followed, header, closed, rows);
            case StockMoved moved -> GoodsRows.post(followed, header, moved, rows);
            case StockCounted counted -> GoodsRows.post(followed, header, counted, rows);
            case ShelfPriceChecked checked -> GoodsRows.post(followed, header, checked, rows);
            case Unknown unknown ->
                    unposted(id, "written by a newer version, type " + unknown.type(), rows);
            case BusinessDayOpened _,
                    JournalContinued _,
                    EpochGranted _,
                    StoreLogSigned _,
                    CloseDownAuthorised _,
                    NoSale _,
                    OperatorSession _,
                    BasketSuspended _,
                    BasketResumed _,
                    BasketVoided _,
                    TrainingTransaction _,
                    ExchangeRefused _,
                    TillCounted _,
                    OverShortFound _,
                    CashConfirmed _,
                    MasterDataAdopted _,
                    StoreDayClosed _,
                    StoreDayFigures _ -> {}
        }
    }

    private static void post(long id, EntryHeader header, List<Money> floats, Rows rows) {
        long part = id * PARTS_MAX;
        for (Money amount : floats)
            post(++part, header, new Movement(CashMovement.Kind.FLOAT_PROVIDED, amount, ""), rows);
    }

    /** Of cash into the drawer, or out of it. */
    private record Movement(CashMovement.Kind kind, Money effect, String reason) {}

    private static void post(long id, EntryHeader header, Movement movement, Rows rows) {
        rows.insert(
                "cash_movements",
                id,
                movement.kind().name(),
                header.businessDay(),
                header.at(),
                header.operator(),
                movement.effect().currency().code(),
                movement.effect().minor(),
                movement.reason());
    }

    /** Of a receipt or a till Z, by its number. */
    private record Copy(String table, long number, int copy) {}

    private static void post(long id, EntryHeader header, Copy copy, Rows rows) {
        rows.insert(
                copy.table(),
                id,
                copy.number(),
                copy.copy(),
                header.businessDay(),
                header.at(),
                header.operator());
    }

    private static void post(
            FollowedEntry followed, EntryHeader header, TillDayClosed closed, Rows rows) {
        rows.insert(
                "till_closings",
                id(followed),
                closed.zNumber(),
                followed.journal().epoch(),
                followed.sequence(),
                header.businessDay(),
                header.at(),
                closed.totals().transactions(),
                closed.totals().currency().code(),
                closed.totals().gross().minor(),
                closed.totals().tax().minor());
    }

    private static void unposted(long id, String why, Rows rows) {
        rows.insert("unposted", id, why.length() <= WHY_MAX ? why : why.substring(0, WHY_MAX));
    }

    static long id(FollowedEntry followed) {
        return id(followed.journal(), followed.sequence());
    }

    private static long id(JournalId journal, long sequence) {
        return ((long) journal.epoch() << SEQUENCE_BITS) + sequence;
    }
}
