package io.tidemark.lab.bench.day;

import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;

/**
 * One till's day as plain columns of numbers: what is left of it for whoever only adds up. Names
 * are their places in lists. Public for those who load it into tables.
 */
public final class FlatTill {
    /** Receipts: operator, hour, 1 for a return, lines, total, change. */
    public final Columns receipts = new Columns(6);

    /** Lines: operator, hour, product, department, VAT key, unit, quantity, gross, tax, cost. */
    public final Columns lines = new Columns(10);

    /** Tenders: type, currency, amount, base. */
    public final Columns tenders = new Columns(4);

    /** What was done out of the ordinary: operator, kind, count, amount. */
    public final Columns happenings = new Columns(4);

    /** Its number, from 0. */
    public final int till;

    private final Assortment assortment;

    /** Kinds of what is out of the ordinary, in the order of their numbers. */
    enum Happening {
        DISCOUNT,
        LINE_VOID,
        PRICE_OVERRIDE,
        RETURN_WITHOUT_RECEIPT,
        SIGN_ON
    }

    FlatTill(int till, Assortment assortment) {
        this.till = till;
        this.assortment = assortment;
    }

    public int receiptCount() {
        return receipts.rows();
    }

    /** Two cashiers for each till. */
    static String operator(int till, int shift) {
        return String.valueOf(100 + 2 * till + shift - 1);
    }

    private static int operator(EntryHeader header) {
        return Integer.parseInt(header.operator());
    }

    void add(EntryHeader header, RetailTransaction transaction) {
        int operator = operator(header);
        int hour = header.at().getHour();
        receipts.add(
                operator,
                hour,
                transaction instanceof GoodsReturned ? 1 : 0,
                transaction.lines().size(),
                transaction.total().minor(),
                transaction.change().minor());
        for (Line line : transaction.lines()) add(operator, hour, line);
        for (Tender tender : transaction.tenders())
            tenders.add(
                    type(tender.type()),
                    tender.amount().currency().equals(Purse.EUR) ? 1 : 0,
                    tender.amount().minor(),
                    tender.base().minor());
        outOfTheOrdinary(operator, transaction);
    }

    void happened(Entry entry) {
        if (entry.event() instanceof OperatorSession session
                && session.kind() == OperatorSession.Kind.SIGN_ON)
            happenings.add(operator(entry.header()), Happening.SIGN_ON.ordinal(), 1, 0);
    }

    static int type(TenderType type) {
        return type.equals(TenderType.CASH) ? 0 : 1;
    }

    private void add(int operator, int hour, Line line) {
        lines.add(
                operator,
                hour,
                assortment.index(line.plu()),
                Assortment.department(line.department()),
                Assortment.tax(line.tax()),
                line.quantity().unit().ordinal(),
                line.quantity().thousandths(),
                line.gross().minor(),
                line.taxAmount().minor(),
                cost(line));
    }

    private static long cost(Line line) {
        Money cost = line.details().cost();
        return cost == null ? 0 : cost.minor();
    }

    private void outOfTheOrdinary(int operator, RetailTransaction transaction) {
        for (Discount discount : transaction.details().discounts())
            happened(operator, Happening.DISCOUNT, discount.amount().minor());
        TransactionDetails.VoidedLines voided = transaction.details().voided();
        if (voided != null) happened(operator, Happening.LINE_VOID, voided.amount().minor());
        for (Line line : transaction.lines()) {
            LineDetails.PriceOverride override = line.details().override();
            if (override != null)
                happened(
                        operator,
                        Happening.PRICE_OVERRIDE,
                        override.listed().times(line.quantity(), Assortment.CURRENCY).minor()
                                - line.undiscounted().minor());
            if (line.quantity().isNegative() && line.original() == null)
                happened(operator, Happening.RETURN_WITHOUT_RECEIPT, line.gross().minor());
        }
    }

    private void happened(int operator, Happening kind, long amount) {
        happenings.add(operator, kind.ordinal(), 1, amount);
    }
}
