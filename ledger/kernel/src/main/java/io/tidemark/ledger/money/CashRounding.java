package io.tidemark.ledger.money;

/**
 * How what is paid in cash is rounded where the smallest coins are gone: only what is left to pay
 * in cash, never a card's part, and never VAT. Half of an interval goes as the scheme says for what
 * is to be paid; change and refunds follow from that, so that nobody gains by how they pay.
 *
 * @param code by which the master data name it: the country's, ISO 3166-1
 * @param interval minor units of the smallest coin
 * @param halfUp whether exactly half of an interval counts in full; otherwise not at all
 * @param source who says so
 */
public record CashRounding(
        String code, CurrencyCode currency, long interval, boolean halfUp, String source) {
    public CashRounding {
        if (interval < 1) throw new IllegalArgumentException("the smallest coin is above zero");
    }

    /**
     * The multiple of the smallest coin that is nearest.
     *
     * @param rest still to be paid, or to be given back where negative
     * @param selling whether money is owed to the shop for the goods, which decides about a half: a
     *     sale's change is rounded so that the sale is, and a refund like a sale of the same amount
     */
    public Money round(Money rest, boolean selling) {
        if (!rest.currency().equals(currency))
            throw new IllegalArgumentException(code + " rounds " + currency + ", not " + rest);
        long below = Math.multiplyExact(Math.floorDiv(rest.minor(), interval), interval);
        long twice = 2 * (rest.minor() - below);
        boolean up = twice == interval ? halfUp == selling : twice > interval;
        return new Money(up ? Math.addExact(below, interval) : below, currency);
    }

    /** Whether there are coins for it. */
    public boolean hasCoinsFor(Money amount) {
        return amount.minor() % interval == 0;
    }

    /** The smallest coin. */
    public Money smallest() {
        return new Money(interval, currency);
    }
}
