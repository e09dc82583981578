package io.tidemark.cloud;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.TaxRate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Close-downs that add up. Each till sells {@code gross} in ten lines, and its drawer is a little
 * short.
 */
public final class Days {
    static final CurrencyCode GBP = new CurrencyCode("GBP");
    public static final LocalDate MONDAY = LocalDate.of(2010, 12, 6);

    private Days() {}

    public static StoreDayClosed closed(
            LocalDate day, long zNumber, long grossOfEachTill, int tills) {
        List<TillDay> parts =
                IntStream.rangeClosed(1, tills)
                        .mapToObj(number -> till(number, zNumber, grossOfEachTill))
                        .toList();
        return of(day, zNumber, 0, List.of(), parts);
    }

    static StoreDayClosed closedWithout(LocalDate day, long zNumber, long gross, String device) {
        return of(
                day,
                zNumber,
                0,
                List.of(new MissingDevice(device, 1, 17)),
                List.of(till(1, zNumber, gross)));
    }

    public static StoreDayClosed supplement(
            LocalDate day, long zNumber, int supplement, long gross) {
        return of(day, zNumber, supplement, List.of(), List.of(till(1, zNumber, gross)));
    }

    /**
     * One till's sales, and its float with the Z, after which it goes on: it closes its own day
     * with the supplement.
     *
     * @param counted in the drawer; null where nobody counted yet
     */
    static StoreDayClosed counted(
            LocalDate day, int supplement, long gross, @Nullable Long counted) {
        Totals totals = totals(gross, cash(gross, supplement == 0 ? 10_000 : 0, counted));
        return of(day, 1, supplement, List.of(), List.of(till(1, supplement == 0 ? 0 : 1, totals)));
    }

    /** A close-down whose store totals are not the sum of its tills. */
    static StoreDayClosed wronglyAdded(LocalDate day) {
        StoreDayClosed right = closed(day, 1, 1_000, 1);
        Totals wrong = totals(999);
        return new StoreDayClosed(day, 1, 0, 1, 1, List.of(), right.tills(), wrong, right.grand());
    }

    /** A till that says it sold for more than it took. */
    static StoreDayClosed paidWithTooLittle(LocalDate day) {
        return of(day, 1, 0, List.of(), List.of(till(1, 1, totals(1_000, 993))));
    }

    private static StoreDayClosed of(
            LocalDate day,
            long zNumber,
            int supplement,
            List<MissingDevice> without,
            List<TillDay> tills) {
        Totals sum = Totals.sum(GBP, tills.stream().map(TillDay::totals).toList());
        return new StoreDayClosed(
                day,
                zNumber,
                supplement,
                1,
                1,
                without,
                tills,
                sum,
                GrandTotals.none(GBP).and(sum));
    }

    private static TillDay till(int number, long zNumber, long gross) {
        return till(number, zNumber, totals(gross));
    }

    private static TillDay till(int number, long zNumber, Totals totals) {
        ReceiptDigest receipts = ReceiptDigest.NONE.then(1, 10, totals.gross());
        Hash head = Hash.digest(new byte[] {(byte) number});
        return new TillDay(
                "till-" + number, 1, "T" + number, 1, 20, head, zNumber, totals, receipts);
    }

    private static Totals totals(long gross) {
        return totals(gross, gross);
    }

    private static Totals totals(long gross, long taken) {
        return totals(gross, cash(taken, 10_000, 10_000L + taken - 5));
    }

    private static TenderAccount cash(long taken, long provided, @Nullable Long counted) {
        Money zero = gbp(0);
        return new TenderAccount(
                TenderType.CASH,
                gbp(taken),
                gbp(provided),
                gbp(taken),
                zero,
                zero,
                zero,
                zero,
                zero,
                counted == null ? null : gbp(counted));
    }

    private static Totals totals(long gross, TenderAccount cash) {
        Money tax = gbp(gross / 6);
        TaxCategory standard = new TaxCategory("S", new TaxRate(200_000));
        return new Totals(
                4,
                1,
                10,
                0,
                gbp(gross),
                gbp(-100),
                tax,
                List.of(cash),
                List.of(new SalesTotal("gifts", standard, 10, gbp(gross), tax)),
                List.of(),
                List.of());
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
