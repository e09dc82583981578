package io.tidemark.fog.columns;

import io.tidemark.ledger.closedown.Movements;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TallySum;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One device's receipts of one day. Not safe for use by several threads.
 *
 * <p>Only receipts all of whose amounts are in the store's currency (but for what tenders are in)
 * and within 32 bits are taken; the others are folded one by one.
 */
final class ReceiptTables {
    /** Operator, hour, 1 for a return, lines, lines of goods, total, sequence, milliseconds. */
    final Table receipts = new Table(8);

    /** Product, sales key, quantity in thousandths, gross, tax, cost. */
    final Table lines = new Table(6);

    /** Account, amount, base. */
    final Table tenders = new Table(3);

    /** Account of the store's cash, change. */
    final Table changes = new Table(2);

    /** Operator, kind, count, amount. */
    final Table tallies = new Table(4);

    private final LocalDate day;
    private final long midnightMillis;
    private final CurrencyCode currency;
    private final DayNames names;

    ReceiptTables(LocalDate day, CurrencyCode currency, DayNames names) {
        this.day = day;
        this.midnightMillis = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        this.currency = currency;
        this.names = names;
    }

    /** False where it cannot be taken, and nothing of it was. */
    boolean take(long sequence, EntryHeader header, RetailTransaction transaction) {
        List<Tally> told = told(transaction);
        if (!fits(transaction) || !told.stream().allMatch(this::fits)) return false;
        if (!isInt(sequence) || !isInt(millis(header))) return false;
        add(sequence, header, transaction, told);
        return true;
    }

    /** From midnight (UTC) of the business day on. */
    private long millis(EntryHeader header) {
        return header.at().toInstant().toEpochMilli() - midnightMillis;
    }

    private boolean fits(RetailTransaction transaction) {
        return fits(transaction.total())
                && fits(transaction.change())
                && transaction.lines().stream().allMatch(this::fits)
                && transaction.tenders().stream().allMatch(this::fits);
    }

    private boolean fits(Line line) {
        Money cost = line.details().cost();
        return fits(line.gross())
                && fits(line.taxAmount())
                && (cost == null || fits(cost))
                && isInt(line.quantity().thousandths());
    }

    private boolean fits(Tender tender) {
        return fits(tender.base()) && isInt(tender.amount().minor());
    }

    private boolean fits(Tally tally) {
        return fits(tally.amount()) && isInt(tally.count());
    }

    private boolean fits(Money money) {
        return money.currency().equals(currency) && isInt(money.minor());
    }

    private static boolean isInt(long value) {
        // The opposite of the least is none: every sum can change its sign.
        return value == (int) value && value != Integer.MIN_VALUE;
    }

    private void add(
            long sequence, EntryHeader header, RetailTransaction transaction, List<Tally> told) {
        int operator = names.operators.of(header.operator());
        int goods = 0;
        for (Line line : transaction.lines()) {
            if (line.details().kind().isGoods()) goods++;
            add(line);
        }
        receipts.add(
                operator,
                HourTotal.of(day, header.at().toLocalDateTime()) - HourTotal.FIRST,
                transaction instanceof GoodsReturned ? 1 : 0,
                transaction.lines().size(),
                goods,
                transaction.total().minor(),
                sequence,
                millis(header));
        for (Tender tender : transaction.tenders()) add(tender);
        if (!transaction.change().isZero())
            changes.add(
                    names.accounts.of(DayNames.Account.cash(currency)),
                    transaction.change().minor());
        for (Tally tally : told)
            tallies.add(
                    operator,
                    names.tallies.of(tally.kind()),
                    tally.count(),
                    tally.amount().minor());
    }

    private void add(Line line) {
        Money cost = line.details().cost();
        lines.add(
                names.products.of(ProductTotal.Key.of(line)),
                names.sales.of(
                        new DayNames.Sales(line.details().kind(), line.department(), line.tax())),
                line.quantity().thousandths(),
                line.gross().minor(),
                line.taxAmount().minor(),
                cost == null ? 0 : cost.minor());
    }

    private void add(Tender tender) {
        tenders.add(
                names.accounts.of(new DayNames.Account(tender.type(), tender.amount().currency())),
                tender.amount().minor(),
                tender.base().minor());
    }

    /** What is out of the ordinary; which receipts have nothing of it is not for here to say. */
    private List<Tally> told(RetailTransaction transaction) {
        TallySum told = new TallySum(currency);
        told.add(transaction);
        return told.tallies();
    }

    /**
     * What is in them now of goods, one by one; more may be added meanwhile.
     *
     * @param products by number
     */
    Movements movements(List<ProductTotal.Key> products) {
        return new ColumnMovements(products, midnightMillis, receipts.rows(), lines.rows());
    }

    long bytes() {
        return receipts.bytes()
                + lines.bytes()
                + tenders.bytes()
                + changes.bytes()
                + tallies.bytes();
    }
}
