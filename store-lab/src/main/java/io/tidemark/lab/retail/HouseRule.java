package io.tidemark.lab.retail;

import io.tidemark.ledger.money.CashRounding;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Who serves, how it is paid and how it is taxed: the data know none of this, so a fixed rule
 * assigns it. What looks like chance comes from the CRC-32 of the invoice number or stock code, so
 * every run does the same.
 *
 * <ul>
 *   <li><b>Operator</b>: each till has one until 13:00 and another after.
 *   <li><b>Tender</b> of a sale, by the CRC of its number modulo 10: 0 to 3 cash, rounded up to the
 *       next 5 units of the currency (5,000 where it has no minor unit), so that there is change; 4
 *       to 8 card; 9 half card, half cash. A refund goes out in cash up to 50 units (50,000) if the
 *       drawer has that much, else to the card. Nothing due is a cash tender of zero.
 *   <li><b>Tax category</b> by the CRC of the stock code modulo 10: 0 to 6 standard (20 %), 7 and 8
 *       zero-rated, 9 reduced (5 %): Britain's rates of 2011. Codes that begin with no digit
 *       (postage, fees) are standard.
 *   <li><b>Department</b>: the first digit of the stock code, or {@code services}.
 *   <li><b>Coins</b>: where the store's country has given up its smallest ones, what is paid in
 *       cash is rounded by its scheme, and what is paid half by card is a sum of coins in cash.
 *   <li><b>Pickup</b> at a quarter and three quarters of a till's transactions: whole tens of what
 *       is above the float. <b>Count</b>: what should be there; the last till of a store is one
 *       coin short, the smallest.
 * </ul>
 */
public record HouseRule(MinorUnits money, Optional<CashRounding> coins) {
    /** How many steps of cash a unit of the currency has. */
    private static final int UNITS_OF_STEP = 5;

    /** Of a store that pays and takes cash to the minor unit. */
    public HouseRule(MinorUnits money) {
        this(money, Optional.empty());
    }

    /** A tender as the till's API takes it. */
    public record Tender(String type, long minor) {}

    /** A tax category as head office publishes it; 20 % is 200,000 ppm. */
    public record TaxCategory(String code, String name, int ratePpm) {}

    public static final List<TaxCategory> TAX_CATEGORIES =
            List.of(
                    new TaxCategory("S", "Standard rate", 200_000),
                    new TaxCategory("R", "Reduced rate", 50_000),
                    new TaxCategory("Z", "Zero rate", 0));

    private static final BigDecimal COST_OF_PRICE = new BigDecimal("0.6");
    private static final int CASH_BELOW = 4;
    private static final int CARD_BELOW = 9;

    public static String operator(int till, LocalTime at) {
        return People.cashier(till, at).number();
    }

    public static String taxCategory(String code) {
        if (!startsWithDigit(code)) return "S";
        int chance = chance(code);
        if (chance == 9) return "R";
        return chance >= 7 ? "Z" : "S";
    }

    public static String department(String code) {
        return startsWithDigit(code) ? "goods-" + code.charAt(0) : "services";
    }

    /** What an article stands in the books for, whole minor units. */
    public BigDecimal cost(BigDecimal price) {
        return price.multiply(COST_OF_PRICE).setScale(money.digits(), RoundingMode.HALF_UP);
    }

    /** What is paid for an invoice, or paid back, while the drawer holds this much. */
    public List<Tender> tenders(Invoice invoice, long drawerMinor) {
        long due = invoice.grossMinor();
        if (due == 0) return List.of(new Tender("CASH", 0));
        if (due < 0) return List.of(refund(due, drawerMinor));
        int chance = chance(invoice.number());
        if (chance < CASH_BELOW) return List.of(new Tender("CASH", handed(due)));
        long cash = inCoins(due - due / 2);
        if (chance < CARD_BELOW || cash == due || cash == 0)
            return List.of(new Tender("CARD", due));
        return List.of(new Tender("CARD", due - cash), new Tender("CASH", cash));
    }

    private Tender refund(long due, long drawerMinor) {
        long inCash = due + rounding(due, 0, 0);
        return -due <= 10 * step() && -inCash <= drawerMinor
                ? new Tender("CASH", inCash)
                : new Tender("CARD", due);
    }

    /** Minor units of the smallest coin. */
    public long coin() {
        return coins.map(CashRounding::interval).orElse(1L);
    }

    /**
     * What the smallest coin adds to a receipt that is paid so, or takes off it.
     *
     * @param paid all tenders, {@code cash} those in coins and notes, in the store's currency
     */
    public long rounding(long due, long paid, long cash) {
        if (coins.isEmpty()) return 0;
        CurrencyCode currency = coins.get().currency();
        boolean selling = due - (paid - cash) >= 0;
        long rest = due - paid;
        return coins.get().round(new Money(rest, currency), selling).minor() - rest;
    }

    /** One of the currency, as people think of prices: 1, or 1,000 where it has no minor unit. */
    public long unitMinor() {
        return step() / UNITS_OF_STEP;
    }

    /** As head office's tables have amounts. */
    public BigDecimal decimal(long minor) {
        return BigDecimal.valueOf(minor, money.digits());
    }

    private long inCoins(long minor) {
        return minor - minor % coin();
    }

    /**
     * What a drawer starts the day with: 100 units, or 100,000 where the currency has no minor
     * unit.
     */
    public long floatMinor() {
        return 20 * step();
    }

    /** What is taken to the safe: whole tens of units above the float, perhaps nothing. */
    public long pickup(long drawerMinor) {
        long above = drawerMinor - floatMinor();
        return above <= 0 ? 0 : above - above % (2 * step());
    }

    /** What a customer hands over in cash for it: so much that there is change. */
    public long handed(long due) {
        long over = due % step();
        return over == 0 ? due : due - over + step();
    }

    private long step() {
        if (money.digits() == 0) return 5_000;
        long step = 5;
        for (int i = 0; i < money.digits(); i++) step *= 10;
        return step;
    }

    private static boolean startsWithDigit(String code) {
        return !code.isEmpty() && code.charAt(0) >= '0' && code.charAt(0) <= '9';
    }

    /** What looks like another chance: 0 to 9, whatever the first one was. */
    public static int secondChance(String text) {
        return (int) (crc(text) / 10 % 10);
    }

    private static int chance(String text) {
        return (int) (crc(text) % 10);
    }

    private static long crc(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
