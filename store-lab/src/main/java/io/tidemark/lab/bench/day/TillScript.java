package io.tidemark.lab.bench.day;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * One till's day from the first sign-on to its till Z: two cashiers one after the other, a float,
 * receipts over twelve hours with a rush at noon and one at six, a pickup at a quarter and at three
 * quarters, now and then the drawer opened without a sale, a count. The same seed, the same bytes.
 */
final class TillScript {
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    static final int CUT_OVER_HOUR = 4;

    private static final double NO_SALE = 0.004;
    private static final long FLOAT_MINOR = 20_000;
    private static final long PICKUP_MINOR = 5_000;

    private final int till;
    private final String workstation;
    private final LocalDate day;
    private final int lines;
    private final UnaryOperator<EntryBytes> journal;
    private final FlatTill flat;
    private final SplittableRandom random;
    private final Shopper shopper;
    private final TotalsSum totals = new TotalsSum(Assortment.CURRENCY);
    private ReceiptDigest receipts = ReceiptDigest.NONE;
    private Head head;
    private long receipt;
    private int shift = 1;

    /**
     * @param till its number, from 0
     * @param lines how many it sells
     */
    record Shift(int till, String workstation, LocalDate day, int lines, long seed) {}

    /**
     * @param before the journal's head so far
     * @param journal takes an entry and gives it back
     */
    TillScript(
            Shift shift,
            Assortment assortment,
            String store,
            Head before,
            UnaryOperator<EntryBytes> journal,
            FlatTill flat) {
        this.till = shift.till();
        this.workstation = shift.workstation();
        this.day = shift.day();
        this.lines = shift.lines();
        this.head = before;
        this.journal = journal;
        this.flat = flat;
        this.random = new SplittableRandom(shift.seed() * 1_000_003 + till);
        this.shopper = new Shopper(assortment, random.split(), store, day);
    }

    void play() {
        record(0, session(OperatorSession.Kind.SIGN_ON));
        record(0, new BusinessDayOpened(Assortment.CURRENCY, ZONE.getId(), CUT_OVER_HOUR));
        record(0, new TillOpened(List.of(money(FLOAT_MINOR))));
        for (int sold = 0; sold < lines; ) {
            double part = (double) sold / lines;
            sold += receipt(part, lines - sold);
            if (shift == 1 && part >= 0.5) change(part);
        }
        pickUp(1);
        count();
        close();
    }

    private int receipt(double part, int left) {
        if (random.nextDouble() < NO_SALE) record(part, new NoSale("change"));
        RetailTransaction transaction = shopper.next(workstation, left);
        receipt++;
        Entry entry = record(part, transaction);
        receipts = receipts.then(receipt, transaction.lines().size(), transaction.total());
        flat.add(entry.header(), transaction);
        return transaction.lines().size();
    }

    private void change(double part) {
        pickUp(part);
        record(part, session(OperatorSession.Kind.SIGN_OFF));
        shift = 2;
        record(part, session(OperatorSession.Kind.SIGN_ON));
    }

    private void pickUp(double part) {
        record(
                part,
                new CashMovement(CashMovement.Kind.PICKUP, money(PICKUP_MINOR), "to the office"));
    }

    private void count() {
        List<CountedTender> counted =
                totals.totals().tenders().stream()
                        .filter(account -> account.type().equals(TenderType.CASH))
                        .filter(account -> !account.expected().isNegative())
                        .map(account -> new CountedTender(TenderType.CASH, account.expected()))
                        .toList();
        record(1, new TillCounted(counted));
    }

    private void close() {
        Totals sums = totals.totals();
        record(1, new TillDayClosed(1, 1, head.sequence(), head.hash(), sums, receipts));
    }

    /**
     * @param part of the day that is over, 0 to 1
     */
    private Entry record(double part, Event event) {
        Entry entry = new Entry(header(part, event), event);
        totals.add(event);
        head = head.then(journal.apply(EntryCodec.encode(entry)));
        if (!(event instanceof RetailTransaction)) flat.happened(entry);
        return entry;
    }

    private EntryHeader header(double part, Event event) {
        EventType type = EventType.of(event).orElseThrow();
        return new EntryHeader(
                type.code(),
                type.critical(),
                new CommandId(new UUID(random.nextLong(), random.nextLong())),
                random.nextLong(),
                workstation,
                FlatTill.operator(till, shift),
                shift,
                day,
                at(part),
                event instanceof RetailTransaction ? receipt : 0,
                1,
                1);
    }

    /** From eight in the morning to eight in the evening. */
    private OffsetDateTime at(double part) {
        return day.atTime(8, 0)
                .plusNanos((long) (Rush.hours(part) * 3.6e12))
                .atZone(ZONE)
                .toOffsetDateTime();
    }

    private static OperatorSession session(OperatorSession.Kind kind) {
        return new OperatorSession(kind, "Cashier", "CASHIER");
    }

    private static Money money(long minor) {
        return new Money(minor, Assortment.CURRENCY);
    }
}
