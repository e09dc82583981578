package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.masterdata.ForeignRate;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether tenders settle a total, and the change. Only cash gives change, never more than there was
 * cash, and always in the store's currency. Foreign cash counts at the master data's rate, HALF_UP;
 * what is left to pay in cash is rounded as the store's terms say.
 */
sealed interface Settlement {
    record Paid(CurrencyCode currency, List<Line> lines, List<Tender> tenders, Money change)
            implements Settlement {}

    record Unpaid(Refusal refusal) implements Settlement {}

    /**
     * @param trade of the store
     * @throws IllegalArgumentException for a total that no receipt can have
     */
    static Settlement of(Basket basket, List<Line> lines, CurrencyCode currency, Trade trade) {
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
        Optional<RoundedCash> rounding =
                trade.termsIn(currency).cashRounding().map(RoundedCash::new);
        List<Tender> tenders = new ArrayList<>();
        for (Tender tender : basket.tenders()) {
            Optional<String> refusal =
                    TakenTenders.refusal(tender)
                            .or(() -> notTaken(tender, currency, trade))
                            .or(() -> rounding.flatMap(scheme -> scheme.refusal(tender)));
            if (refusal.isPresent()) return unpaid(Refusal.Kind.TENDERS, refusal.get());
            tenders.add(counted(tender, currency, trade));
        }
        @Nullable Line rounded = rounding.flatMap(to -> to.line(total, tenders)).orElse(null);
        Settlement settled =
                rounded == null
                        ? settled(lines, tenders, total)
                        : settled(with(lines, rounded), tenders, total.plus(rounded.gross()));
        return settled instanceof Paid && goesOutWithoutGoodsBack(tenders, lines, currency)
                ? unpaid(
                        Refusal.Kind.TENDERS,
                        "the total is "
                                + total
                                + ": money goes back otherwise than in cash only for goods that"
                                + " come back, up to what they come to. Take what is owed, and void"
                                + " or return what was paid by mistake")
                : settled;
    }

    private static Settlement settled(List<Line> lines, List<Tender> tenders, Money total) {
        Money paid = Money.sum(total.currency(), tenders, Tender::base);
        Money over = paid.minus(total);
        if (over.isNegative())
            return unpaid(Refusal.Kind.TENDERS, owed(total, paid, over.negated()));
        return givesChange(tenders, over)
                ? new Paid(total.currency(), lines, tenders, over)
                : unpaid(Refusal.Kind.TENDERS, tooMuch(total, paid, over));
    }

    /**
     * Cash that goes out with a payment by card is cash back; a card that is paid cash is none,
     * unless it gets what goods that come back were paid with, whatever else is bought with them.
     */
    private static boolean goesOutWithoutGoodsBack(
            List<Tender> tenders, List<Line> lines, CurrencyCode currency) {
        Money out = Money.zero(currency);
        for (Tender tender : tenders)
            if (!tender.type().isCash() && tender.amount().isNegative())
                out = out.plus(tender.base());
        Money back = Money.zero(currency);
        for (Line line : lines) if (line.gross().isNegative()) back = back.plus(line.gross());
        return out.minor() < back.minor();
    }

    private static List<Line> with(List<Line> lines, Line more) {
        List<Line> all = new ArrayList<>(lines);
        all.add(more);
        return all;
    }

    /** What is not the store's currency is taken as cash, and given back in the store's. */
    private static Optional<String> notTaken(Tender tender, CurrencyCode currency, Trade trade) {
        CurrencyCode own = tender.amount().currency();
        if (own.equals(currency)) return Optional.empty();
        if (!tender.type().isCash() || trade.rate(currency, own).isEmpty())
            return Optional.of(
                    "this till is paid in "
                            + currency
                            + taken(trade)
                            + ", not in "
                            + own
                            + (tender.type().isCash() ? "" : " by " + tender.type()));
        return tender.amount().isNegative()
                ? Optional.of("money goes out in " + currency + ", not in " + own)
                : Optional.empty();
    }

    private static String taken(Trade trade) {
        return trade.rates().isEmpty()
                ? ""
                : " and in cash of "
                        + String.join(
                                ", ",
                                trade.rates().stream().map(rate -> rate.foreign().code()).toList());
    }

    private static Tender counted(Tender tender, CurrencyCode currency, Trade trade) {
        ForeignRate rate = trade.rate(currency, tender.amount().currency()).orElse(null);
        return rate == null
                ? tender
                : new Tender(
                        tender.type(),
                        tender.amount(),
                        rate.rate(),
                        rate.rate().convert(tender.amount(), currency),
                        tender.card());
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
