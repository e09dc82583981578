package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.Invoice;
import io.tidemark.lab.retail.People;
import io.tidemark.lab.retail.Row;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How an invoice's lines are said to a till so that they come to the file's amounts. Where the
 * file's price is not the catalogue's, it is entered in its place, with a reason; or, where it is
 * lower, taken off as a discount on the line or on the whole basket, by the invoice's CRC.
 */
final class InvoiceLines {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Words words;
    private final Invoice invoice;
    private final Way way;
    private final ArrayNode lines = NodeApi.JSON.createArrayNode();
    private final ArrayNode discounts = NodeApi.JSON.createArrayNode();
    private Tallies tallies = Tallies.NONE;
    private BigDecimal listedMinor = BigDecimal.ZERO;
    private long offMinor;
    private boolean large;

    /** What is made of a price below the catalogue's. */
    private enum Way {
        ENTERED,
        OFF_THE_LINE,
        OFF_THE_BASKET
    }

    InvoiceLines(Words words, Invoice invoice) {
        this.words = words;
        this.invoice = invoice;
        this.way = way();
        invoice.lines().forEach(this::add);
        if (way == Way.OFF_THE_BASKET && offMinor > 0) {
            discount(discounts.addObject(), offMinor, "regular customer");
            tally(Tally.DISCOUNT, offMinor);
        }
        large |= isLarge(offMinor, listedMinor);
    }

    /** Into a sale, a return or a basket that waits. */
    void writeTo(ObjectNode body) {
        body.set("lines", lines);
        if (!discounts.isEmpty()) body.set("discounts", discounts);
    }

    Tallies tallies() {
        return tallies;
    }

    /** Whether they are discounted more than a cashier may alone. */
    boolean needsSupervisor() {
        return large;
    }

    /** Discounts and entered prices are one act each, however many there are. */
    int acts() {
        return has(Tally.DISCOUNT) + has(Tally.PRICE_OVERRIDE);
    }

    private int has(String kind) {
        return tallies.kinds().containsKey(kind) ? 1 : 0;
    }

    private Way way() {
        if (invoice.isReturn()) return Way.ENTERED;
        int chance = HouseRule.secondChance(invoice.number());
        if (chance < 7) return Way.ENTERED;
        boolean noneIsDearer =
                invoice.lines().stream()
                        .allMatch(line ->
                                listed(line)
                                        .map(product ->
                                                product.price().compareTo(line.price()) >= 0)
                                        .orElse(false));
        return chance == 9 && noneIsDearer ? Way.OFF_THE_BASKET : Way.OFF_THE_LINE;
    }

    private Optional<Catalogue.Product> listed(Row.Line line) {
        return Optional.ofNullable(words.shop().catalogue().products().get(line.goods().code()));
    }

    private void add(Row.Line line) {
        ObjectNode json = lines.addObject();
        json.put("plu", line.goods().code());
        json.put("description", line.goods().description());
        json.put("quantity", line.quantity().toPlainString());
        BigDecimal listed = listed(line).map(Catalogue.Product::price).orElse(line.price());
        long less = words.minor(line.quantity(), listed) - line.amountMinor();
        boolean isOff = way != Way.ENTERED && line.price().compareTo(listed) <= 0;
        if (isOff) off(json, line, less);
        else entered(json, line, listed, less);
        listedMinor = listedMinor.add(BigDecimal.valueOf(line.amountMinor() + (isOff ? less : 0)));
    }

    private void entered(ObjectNode json, Row.Line line, BigDecimal listed, long less) {
        if (line.price().compareTo(listed) == 0) return;
        json.put("unitPrice", line.price().toPlainString()).put("priceReason", "as agreed");
        tally(Tally.PRICE_OVERRIDE, less);
    }

    private void off(ObjectNode json, Row.Line line, long less) {
        if (less == 0) return;
        offMinor += less;
        if (way == Way.OFF_THE_BASKET) return;
        discount(json.putObject("discount"), less, "trade price");
        tally(Tally.DISCOUNT, less);
        large |= isLarge(less, BigDecimal.valueOf(line.amountMinor() + less));
    }

    private void discount(ObjectNode json, long minor, String reason) {
        json.put("reason", reason).set("amount", words.money(minor));
    }

    private void tally(String kind, long minor) {
        tallies = tallies.plus(Tallies.of(kind, 1, minor));
    }

    private static boolean isLarge(long off, BigDecimal from) {
        BigDecimal alone = BigDecimal.valueOf(People.DISCOUNT_ALONE_PERCENT);
        return BigDecimal.valueOf(off).multiply(HUNDRED).compareTo(from.multiply(alone)) > 0;
    }
}
