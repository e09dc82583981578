package io.tidemark.lab.retail;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Judges the rows of one day: a line, a stock correction, or refused with a reason. It remembers
 * how much each invoice and the whole day hold by now, because a basket and a total have limits.
 */
final class RowJudge {
    static final int QUANTITY_DECIMALS_MAX = 3;
    static final int PRICE_DECIMALS_MAX = 6;

    /** Lines in one basket. */
    static final int LINES_MAX = 10_000;

    /**
     * UTF-8 bytes of codes and descriptions in one basket, so that its entry stays within what a
     * journal takes.
     */
    static final int TEXT_OF_A_BASKET_MAX = 2_200_000;

    /**
     * The unsigned sum of a day's amounts, in minor units: every sum of them then fits into 64
     * bits.
     */
    static final BigInteger DAY_MAX = BigInteger.ONE.shiftLeft(60);

    /** Characters of a number: longer ones are no quantities or prices of goods. */
    private static final int NUMBER_CHARACTERS_MAX = 30;

    /** Integer digits of a quantity or price. */
    private static final int INTEGER_DIGITS_MAX = 12;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?");

    private final MinorUnits money;
    private final Map<String, Basket> baskets = new HashMap<>();
    private BigInteger dayTotal = BigInteger.ZERO;

    private record Basket(int lines, int textBytes) {
        Basket with(Row.Line line) {
            return new Basket(
                    lines + 1,
                    textBytes + bytes(line.goods().code()) + bytes(line.goods().description()));
        }

        private static int bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /** Why a row is refused; caught where the row is judged. */
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Unfit(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    RowJudge(MinorUnits money) {
        this.money = money;
    }

    Row judge(RawRow raw, LocalDateTime at) {
        try {
            return accepted(raw, at);
        } catch (Unfit unfit) {
            return new Row.Refused(raw.number(), unfit.reason);
        }
    }

    private Row accepted(RawRow raw, LocalDateTime at) throws Unfit {
        if (raw.invoice().isEmpty()) throw new Unfit("has no InvoiceNo");
        BigDecimal quantity = number("Quantity", raw.quantity(), QUANTITY_DECIMALS_MAX);
        BigDecimal price = number("UnitPrice", raw.price(), PRICE_DECIMALS_MAX);
        if (price.signum() < 0) throw new Unfit("UnitPrice " + raw.price() + " is negative");
        if (quantity.signum() < 0 && !Invoice.isReturn(raw.invoice()))
            return new Row.StockCorrection(raw.number());
        return line(raw, at, quantity, price);
    }

    private Row.Line line(RawRow raw, LocalDateTime at, BigDecimal quantity, BigDecimal price)
            throws Unfit {
        BigInteger amount = money.extend(quantity, price).toBigInteger();
        BigInteger total = dayTotal.add(amount.abs());
        if (total.compareTo(DAY_MAX) > 0) throw new Unfit("its amount overflows the day's total");
        Goods goods = Goods.of(raw.code(), raw.description());
        Row.Line line =
                new Row.Line(raw.number(), goods, quantity, price, at, amount.longValueExact());
        baskets.put(raw.invoice(), admitted(raw.invoice(), line));
        dayTotal = total;
        return line;
    }

    private Basket admitted(String invoice, Row.Line line) throws Unfit {
        Basket basket = baskets.getOrDefault(invoice, new Basket(0, 0)).with(line);
        if (basket.lines() > LINES_MAX)
            throw new Unfit(
                    "invoice "
                            + invoice
                            + " has "
                            + LINES_MAX
                            + " lines by now, and a receipt holds no more");
        if (basket.textBytes() > TEXT_OF_A_BASKET_MAX)
            throw new Unfit("invoice " + invoice + " has more text than a receipt holds");
        return basket;
    }

    private static BigDecimal number(String column, String text, int decimalsMax) throws Unfit {
        if (text.length() > NUMBER_CHARACTERS_MAX || !NUMBER.matcher(text).matches())
            throw new Unfit(column + " '" + shortened(text) + "' is not a number");
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        if (number.scale() > decimalsMax)
            throw new Unfit(column + " " + text + " has more than " + decimalsMax + " decimals");
        if (number.precision() - number.scale() > INTEGER_DIGITS_MAX)
            throw new Unfit(
                    column
                            + " "
                            + text
                            + " has more than "
                            + INTEGER_DIGITS_MAX
                            + " digits before the point");
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static String shortened(String text) {
        return text.length() <= NUMBER_CHARACTERS_MAX
                ? text
                : text.substring(0, NUMBER_CHARACTERS_MAX) + "…";
    }
}
