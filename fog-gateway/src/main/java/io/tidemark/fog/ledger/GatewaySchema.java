package io.tidemark.fog.ledger;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
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
import io.tidemark.ledger.event.Line;
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
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.ProjectionSchema;
import io.tidemark.node.projection.Row;
import io.tidemark.node.projection.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Posts the entries of the store's journals into the tables of {@code V1__ledger.sql}, {@code
 * V2__stock.sql}, {@code V3__people.sql}, {@code V4__exchange.sql} and {@code V5__gift_cards.sql}.
 */
public final class GatewaySchema implements ProjectionSchema {
    private static final int VERSION = 9;
    private static final int WHY_MAX = 1_000;
    private static final int QUANTITY_PLACES = 3;
    private static final int PRICE_PLACES = 6;

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public String migrations() {
        return "classpath:fog/ledger";
    }

    @Override
    public void apply(FollowedEntry followed, Rows rows) {
        Entry entry;
        try {
            entry = EntryCodec.decode(followed.bytes());
        } catch (Malformed e) {
            unposted(followed, String.valueOf(e.getMessage()), rows);
            return;
        }
        post(followed, entry, rows);
    }

    /** No default branch, on purpose: a new event must not compile until it has its rows. */
    private static void post(FollowedEntry followed, Entry entry, Rows rows) {
        EntryHeader header = entry.header();
        PeopleRows people = new PeopleRows(followed, header, rows);
        StockPosting stock = new StockPosting(followed, header, rows);
        switch (entry.event()) {
            case RetailTransaction transaction -> {
                post(new At(followed, header), transaction, rows);
                stock.post(transaction);
                people.post(transaction);
                new CardRows(followed, header, rows).post(transaction);
            }
            case BasketSuspended basket -> new BasketRows(followed, header).post(basket, rows);
            case BasketResumed basket -> new BasketRows(followed, header).post(basket, rows);
            case StockMoved moved -> {
                stock.post(moved);
                new TransferRows(followed, header, rows).post(moved);
            }
            case CurrencyExchanged exchange -> {
                new ExchangeRows(followed, header, rows).post(exchange);
                people.post(exchange);
            }
            case OperatorSession session -> people.post(session);
            case ExchangeRefused refused -> people.post(refused);
            case CashMovement moved -> people.post(moved);
            case OverShortFound found -> people.post(found);
            case CashConfirmed confirmed -> people.post(confirmed);
            case NoSale opened -> people.post(opened);
            case BasketVoided basket -> people.post(basket);
            case StockCounted counted -> stock.post(counted);
            case ShelfPriceChecked check -> stock.post(check);
            case StoreDayClosed closed -> post(followed.sequence(), closed, rows);
            case Unknown unknown ->
                    unposted(followed, "written by a newer version, type " + unknown.type(), rows);
            case StoreDayFigures _,
                    BusinessDayOpened _,
                    JournalContinued _,
                    EpochGranted _,
                    StoreLogSigned _,
                    CloseDownAuthorised _,
                    TillOpened _,
                    TrainingTransaction _,
                    ReceiptCopied _,
                    TillCounted _,
                    TillZCopied _,
                    TillDayClosed _,
                    MasterDataAdopted _ -> {}
        }
    }

    @Override
    public void pruned(JournalId journal, PrunedEntry left, Rows rows) {
        EntryHeader header = left.header();
        rows.insert(
                "pruned_receipts",
                header.businessDay(),
                journal.node().device(),
                journal.epoch(),
                left.sequence(),
                left.hash().short6(),
                header.receipt(),
                left.why().on());
    }

    private record At(FollowedEntry entry, EntryHeader header) {
        NodeName node() {
            return entry.journal().node();
        }

        int epoch() {
            return entry.journal().epoch();
        }
    }

    private static void post(At at, RetailTransaction transaction, Rows rows) {
        EntryHeader header = at.header();
        long tax =
                transaction.lines().stream()
                        .mapToLong(line -> line.taxAmount().minor())
                        .reduce(0, Math::addExact);
        rows.insert(
                "receipts",
                header.businessDay(),
                at.node().device(),
                at.epoch(),
                at.entry().sequence(),
                at.entry().hash().short6(),
                Optional.ofNullable(header.command()).map(CommandId::value).orElse(null),
                header.workstation(),
                header.operator(),
                header.shift(),
                header.receipt(),
                ReceiptKind.of(transaction).name(),
                header.at(),
                transaction.lines().size(),
                transaction.total().minor(),
                tax,
                transaction.currency().code());
        long id = ReceiptIds.of(at.entry(), rows);
        long line = id;
        for (Line each : transaction.lines()) post(++line, each, rows);
        long tender = id;
        for (Tender each : transaction.tenders()) post(++tender, each, rows);
        addTakings(header, transaction, rows);
        addDeviceTakings(at, transaction, rows);
        new ReturnRows(at.entry(), header, transaction).post(rows);
        new BasketRows(at.entry(), header).post(transaction, rows);
    }

    private static void post(long id, Line line, Rows rows) {
        rows.insert(
                "lines",
                id,
                line.plu(),
                line.gtin(),
                line.description(),
                line.department(),
                line.tax().code(),
                line.tax().rate().ppm(),
                scaled(line.quantity().value(), QUANTITY_PLACES),
                line.quantity().unit().code(),
                scaled(line.price().value(), PRICE_PLACES),
                line.gross().minor(),
                line.taxAmount().minor());
    }

    private static void post(long id, Tender tender, Rows rows) {
        rows.insert(
                "tenders",
                id,
                tender.type().code(),
                tender.amount().currency().code(),
                tender.amount().minor(),
                tender.base().minor());
    }

    private static void addTakings(EntryHeader header, RetailTransaction transaction, Rows rows) {
        String currency = transaction.currency().code();
        int hour = header.at().getHour();
        Optional<Row> before = rows.find("takings", header.businessDay(), currency, hour);
        rows.put(
                "takings",
                header.businessDay(),
                currency,
                hour,
                before.map(row -> row.longAt("transactions")).orElse(0L) + 1,
                before.map(row -> row.longAt("lines")).orElse(0L) + transaction.lines().size(),
                Math.addExact(
                        before.map(row -> row.longAt("gross")).orElse(0L),
                        transaction.total().minor()));
    }

    private static void addDeviceTakings(At at, RetailTransaction transaction, Rows rows) {
        LocalDate day = at.header().businessDay();
        String device = at.node().device();
        String currency = transaction.currency().code();
        Optional<Row> before = rows.find("device_takings", day, device, currency);
        rows.put(
                "device_takings",
                day,
                device,
                currency,
                before.map(row -> row.longAt("transactions")).orElse(0L) + 1,
                Math.addExact(
                        before.map(row -> row.longAt("gross")).orElse(0L),
                        transaction.total().minor()));
    }

    private static void post(long sequence, StoreDayClosed closed, Rows rows) {
        rows.insert(
                "close_downs",
                closed.day(),
                sequence,
                closed.supplement(),
                closed.zNumber(),
                clipped(closed.status()),
                closed.totals().transactions(),
                closed.totals().lines(),
                closed.totals().gross().minor(),
                closed.currency().code());
    }

    private static void unposted(FollowedEntry entry, String why, Rows rows) {
        rows.insert(
                "unposted",
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                clipped(why));
    }

    private static BigDecimal scaled(BigDecimal value, int places) {
        return value.setScale(places);
    }

    private static String clipped(String text) {
        return text.length() <= WHY_MAX ? text : text.substring(0, WHY_MAX);
    }
}
