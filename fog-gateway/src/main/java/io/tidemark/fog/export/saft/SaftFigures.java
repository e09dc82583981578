package io.tidemark.fog.export.saft;

import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.TaxTotal;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.money.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a report says, added up entry by entry since the report before. */
final class SaftFigures {
    private final Survey survey;
    private final Register register;
    private final Money zero;

    /** Of receipts that are printed again on this day; of no others. */
    private final Map<Long, Money> copied = new HashMap<>();

    private Since since;
    private Money grandSales;
    private Money grandReturns;

    /** By whom, and of what. */
    record Key(String operator, String what) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byOperator = operator.compareTo(other.operator);
            return byOperator != 0 ? byOperator : what.compareTo(other.what);
        }
    }

    /** Since the report before. */
    final class Since {
        final TotalsSum sum = new TotalsSum(survey.day().currency());
        final SortedMap<String, Tallied> departments = new TreeMap<>();
        final SortedMap<Key, Tallied> departmentsByPerson = new TreeMap<>();
        final SortedMap<TenderType, Tallied> payments = new TreeMap<>();
        final SortedMap<Key, Tallied> paymentsByPerson = new TreeMap<>();
        final SortedMap<TaxCategory, TaxTotal> taxes = new TreeMap<>();
        final SortedMap<String, Money> floats = new TreeMap<>();
        final SortedMap<String, Tallied> paidIn = new TreeMap<>();
        final SortedMap<String, Tallied> paidOut = new TreeMap<>();
        Tallied sales = Tallied.none(zero);
        Tallied tips = Tallied.none(zero);
        Tallied copies = Tallied.none(zero);
        Tallied onAccount = Tallied.none(zero);

        Totals totals() {
            return sum.totals();
        }
    }

    SaftFigures(Survey survey, Register register) {
        this.survey = survey;
        this.register = register;
        this.zero = Money.zero(survey.day().currency());
        this.since = new Since();
        this.grandSales = zero;
        this.grandReturns = zero;
        survey.day().before().closed().stream()
                .flatMap(closed -> closed.tills().stream())
                .filter(part -> part.workstation().equals(register.workstation()))
                .forEach(part -> grand(part.totals()));
    }

    /** The next report begins. */
    void begin() {
        grand(since.totals());
        since = new Since();
    }

    Since since() {
        return since;
    }

    /** Of all days of the workstation that the store has closed, up to now. */
    Money grandSales() {
        return grandSales.plus(charged(since.totals()));
    }

    /** What returns and post-voids took off all of them, above zero. */
    Money grandReturns() {
        return grandReturns.plus(refunded(since.totals()));
    }

    private void grand(Totals totals) {
        grandSales = grandSales.plus(charged(totals));
        grandReturns = grandReturns.plus(refunded(totals));
    }

    /** Sales that together gave more than they took count as returned: a grand total only grows. */
    private Money charged(Totals totals) {
        Money sold = sold(totals);
        return sold.isNegative() ? zero : sold;
    }

    private Money refunded(Totals totals) {
        return takenBack(totals).plus(charged(totals)).minus(sold(totals));
    }

    /** What was sold, whether or not it was post-voided later. */
    private static Money sold(Totals totals) {
        return totals.gross().plus(takenBack(totals));
    }

    private static Money takenBack(Totals totals) {
        return totals.tally(Tally.POST_VOID).amount().minus(totals.returned());
    }

    void add(DayEntry entry) {
        since.sum.add(entry.event());
        String operator = entry.header().operator();
        if (entry.event() instanceof RetailTransaction sold) sold(sold, entry);
        else if (entry.event() instanceof TillOpened opened)
            opened.cashFloat().forEach(amount -> floated(operator, amount));
        else if (entry.event() instanceof CashMovement movement) moved(operator, movement);
        else if (entry.event() instanceof ReceiptCopied copy) copied(copy.receipt());
    }

    private void sold(RetailTransaction sold, DayEntry entry) {
        String operator = entry.header().operator();
        for (Line line : sold.lines()) line(operator, line);
        for (Tender tender : sold.tenders()) paid(operator, tender.type(), tender.base());
        if (!sold.change().isZero())
            since.payments.merge(
                    TenderType.CASH, Tallied.amount(sold.change().negated()), Tallied::plus);
        if (!sold.change().isZero())
            since.paymentsByPerson.merge(
                    new Key(operator, TenderType.CASH.code()),
                    Tallied.amount(sold.change().negated()),
                    Tallied::plus);
        long receipt = entry.header().receipt();
        if (survey.copies(register, receipt) > 0) copied.put(receipt, sold.total());
    }

    private void line(String operator, Line line) {
        LineKind kind = line.details().kind();
        Tallied tallied = new Tallied(1, line.quantity().value(), line.gross());
        if (SaftReceipt.isSold(kind)) {
            since.sales = since.sales.plus(tallied);
            since.departments.merge(line.department(), tallied, Tallied::plus);
            since.departmentsByPerson.merge(
                    new Key(operator, line.department()), tallied, Tallied::plus);
            since.taxes.merge(
                    line.tax(),
                    new TaxTotal(line.tax(), line.gross(), line.taxAmount()),
                    SaftFigures::plus);
        } else if (kind == LineKind.TIP) since.tips = since.tips.plus(tallied);
    }

    private static TaxTotal plus(TaxTotal one, TaxTotal other) {
        return new TaxTotal(
                one.category(), one.gross().plus(other.gross()), one.tax().plus(other.tax()));
    }

    private void paid(String operator, TenderType tender, Money base) {
        since.payments.merge(tender, Tallied.once(base), Tallied::plus);
        since.paymentsByPerson.merge(
                new Key(operator, tender.code()), Tallied.once(base), Tallied::plus);
        if (tender.code().equals("ACCOUNT"))
            since.onAccount = since.onAccount.plus(Tallied.once(base));
    }

    private void floated(String operator, Money amount) {
        since.floats.merge(operator, survey.inStoreCurrency(amount), Money::plus);
    }

    private void moved(String operator, CashMovement movement) {
        Tallied tallied = Tallied.once(survey.inStoreCurrency(movement.amount()));
        switch (movement.kind()) {
            case FLOAT_PROVIDED -> floated(operator, movement.amount());
            case PAID_IN -> since.paidIn.merge("Paid in", tallied, Tallied::plus);
            case PAID_OUT -> since.paidOut.merge("Paid out", tallied, Tallied::plus);
            case PICKUP -> since.paidOut.merge("Pickup", tallied, Tallied::plus);
            case SAFE_DROP -> since.paidOut.merge("Safe drop", tallied, Tallied::plus);
        }
    }

    private void copied(OriginalReceipt receipt) {
        Money amount =
                receipt.day().equals(survey.day().day())
                                && receipt.workstation().equals(register.workstation())
                        ? copied.getOrDefault(receipt.receipt(), zero)
                        : zero;
        since.copies = since.copies.plus(Tallied.once(amount));
    }
}
