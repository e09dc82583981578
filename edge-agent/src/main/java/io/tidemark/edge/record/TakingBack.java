package io.tidemark.edge.record;

import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails.DiscountShare;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.money.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives lines that come back the amounts of their receipts, counted against what came back before.
 */
final class TakingBack {
    private final Command command;
    private final ReturnedSoFar before;
    private final List<Line> lines = new ArrayList<>();
    private final List<Discount> discounts;
    private final Map<OriginalLine, Long> inThis = new HashMap<>();

    TakingBack(Command command, ReturnedSoFar before) {
        this.command = command;
        this.before = before;
        this.discounts = new ArrayList<>(command.discounts());
    }

    /**
     * @throws NotAllowed if more would come back than was sold, or a receipt could not be checked
     *     and nobody said to take the line all the same
     */
    Pricing.Result.Priced goods(Basket basket) {
        for (Line line : command.lines()) lines.add(line(line, basket));
        return new Pricing.Result.Priced(
                lines, discounts, command.masterDataVersion(), command.goods().sold());
    }

    private Line line(Line line, Basket basket) {
        @Nullable OriginalLine original = line.original();
        if (original == null) return line;
        Found.@Nullable Sold sold = command.found().sold().get(original.key());
        if (sold != null) return held(original.key(), line, sold);
        if (basket.extras().unchecked()) return line;
        throw new NotAllowed(
                Refusal.Kind.NOT_CHECKED,
                inLine("its receipt cannot be checked: ")
                        + command.found()
                                .lacking()
                                .getOrDefault(original.key(), "it was not looked up")
                        + ". To take the goods all the same, say so (unchecked)");
    }

    private Line held(OriginalLine original, Line asked, Found.Sold sold) {
        long now = -asked.quantity().thousandths();
        if (now <= 0) throw content("goods that come back have a negative quantity: correct it");
        requireReturnable(sold.line().details().kind());
        requireSame(asked, sold.line());
        long back = back(original, sold);
        if (back + now > sold.line().quantity().thousandths()) throw more(original, sold, back);
        inThis.merge(original, now, Math::addExact);
        Returning returning = new Returning(sold.line(), back, now);
        Line line = returning.line(original.held(), discounts.size());
        if (returning.isDiscounted()) discounts.add(discount(line));
        return line;
    }

    private void requireReturnable(LineKind kind) {
        switch (kind) {
            case GOODS, DEPOSIT -> {}
            case GIFT_CARD ->
                    throw content(
                            "a gift card that was sold comes back only with its whole receipt, on the"
                                    + " day of its sale (post-void)");
            case TIP, ROUNDING -> throw content("that line sold nothing that could come back");
        }
    }

    private void requireSame(Line asked, Line sold) {
        if (!asked.plu().equals(sold.plu()))
            throw content("that line sold " + sold.plu() + ", not " + asked.plu());
        if (asked.quantity().unit() != sold.quantity().unit())
            throw content(
                    "it was sold in "
                            + sold.quantity().unit().code()
                            + ", not in "
                            + asked.quantity().unit().code());
        if (!asked.details().shares().isEmpty())
            throw content("what was paid for it comes back: give no discount on it");
    }

    /** What came back before this line, wherever it did. */
    private long back(OriginalLine original, Found.Sold sold) {
        long here = before.of(original).map(ReturnedSoFar.Back::thousandths).orElse(0L);
        return Math.max(here, sold.here()) + sold.elsewhere() + inThis.getOrDefault(original, 0L);
    }

    private NotAllowed more(OriginalLine original, Found.Sold sold, long back) {
        long left = Math.max(0, sold.line().quantity().thousandths() - back);
        String last =
                before.of(original)
                        .map(here -> "on " + here.day() + " here, with receipt " + here.receipt())
                        .orElse(sold.last());
        return new NotAllowed(
                Refusal.Kind.RETURNED,
                inLine(
                        (left == 0 ? "it was returned already" : "not so much was left to return")
                                + (last.isEmpty() ? "" : ", last " + last)
                                + ": of "
                                + text(sold.line().quantity().thousandths())
                                + " sold, at most "
                                + text(left)
                                + " can come back"));
    }

    private static Discount discount(Line line) {
        DiscountShare share = line.details().shares().getFirst();
        return new Discount(Discount.Kind.LINE, "as on the receipt", 0, share.amount());
    }

    private NotAllowed content(String why) {
        return new NotAllowed(Refusal.Kind.CONTENT, inLine(why));
    }

    private String inLine(String why) {
        return "line " + (lines.size() + 1) + ": " + why;
    }

    private static String text(long thousandths) {
        return BigDecimal.valueOf(thousandths, Quantity.PLACES_MAX)
                .stripTrailingZeros()
                .toPlainString();
    }
}
