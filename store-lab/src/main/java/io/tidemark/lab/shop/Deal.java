package io.tidemark.lab.shop;

/**
 * What an exchange of currencies must come to, as the driver reckons it. All amounts are minor
 * units, and of the store's currency but for the first.
 *
 * @param buying whether the store buys the foreign currency
 * @param minor of the foreign one
 * @param base what that is
 * @param commission that the customer pays besides
 * @param spread what it earns against the middle rate
 */
public record Deal(
        boolean buying,
        String foreign,
        long minor,
        String own,
        long base,
        long commission,
        long spread) {
    /** What the customer gets, or hands over. */
    public long customer() {
        return buying ? base - commission : base + commission;
    }
}
