package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * Whether tenders settle a total, and the change. Only cash gives change, and never more than there
 * was cash.
 */
sealed interface Settlement {
    record Paid(CurrencyCode currency, List<Line> lines, List<Tender> tenders, Money change)
            implements Settlement {}

    record Unpaid(Refusal refusal) implements Settlement {}

    /**
     * @throws IllegalArgumentException for a total that no receipt can have
     */
    static Settlement of(Basket basket, List<Line> lines, CurrencyCode currency) {
        Money total = Money.sum(currency, lines, Line::gross);
        total.requireSummable("the total");
        Money expected = basket.expectedTotal();
        if (expected != null && !expected.equals(total))
            return unpaid(
                    Refusal.Kind.TOTAL_CHANGED,
                    "the total is now "
                            + total
                            + ", not "
                            + expected
                            + ": tell the customer and ask again");
        for (Tender tender : basket.tenders()) {
            Optional<String> unknown = TakenTenders.refusal(tender.type());
            if (unknown.isPresent()) return unpaid(Refusal.Kind.TENDERS, unknown.get());
            if (!tender.amount().currency().equals(currency))
                return unpaid(
                        Refusal.Kind.TENDERS,
                        "this till is paid in "
                                + currency
                                + ", not in "
                                + tender.amount().currency());
        }
        Money paid = Money.sum(currency, basket.tenders(), Tender::base);
        Money over = paid.minus(total);
        if (over.isNegative())
            return unpaid(Refusal.Kind.TENDERS, owed(total, paid, over.negated()));
        return givesChange(basket.tenders(), over)
                ? new Paid(currency, lines, basket.tenders(), over)
                : unpaid(Refusal.Kind.TENDERS, tooMuch(total, paid, over));
    }

    private static boolean givesChange(List<Tender> tenders, Money over) {
        Money cash = Money.zero(over.currency());
        for (Tender tender : tenders)
            if (tender.type().isCash() && !tender.amount().isNegative())
                cash = cash.plus(tender.base());
        return over.minor() <= cash.minor();
    }

    private static String owed(Money total, Money paid, Money missing) {
        return total.isNegative()
                ? "the total is "
                        + total
                        + " and "
                        + paid
                        + " is paid back, "
                        + missing
                        + " too much: correct the amounts"
                : "the total is "
                        + total
                        + " and the tenders are "
                        + paid
                        + ": "
                        + missing
                        + " is still owed";
    }

    private static String tooMuch(Money total, Money paid, Money over) {
        return total.isNegative()
                ? "the total is "
                        + total
                        + " and "
                        + paid
                        + " is paid back, "
                        + over
                        + " too little: correct the amounts"
                : "the tenders are "
                        + over
                        + " more than the total of "
                        + total
                        + ", and only cash gives change: correct the amounts";
    }

    private static Unpaid unpaid(Refusal.Kind kind, String why) {
        return new Unpaid(new Refusal(kind, why));
    }
}
