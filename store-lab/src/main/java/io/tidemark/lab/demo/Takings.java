package io.tidemark.lab.demo;

import io.tidemark.lab.retail.HouseRule;
import java.util.List;

/**
 * What should be in a till's drawer of the file's own sales, followed along while the day is worked
 * out: what a refund or a pickup can take from it. Cash of anything else is brought for it.
 */
final class Takings {
    private final HouseRule rule;
    private long drawer;

    Takings(HouseRule rule) {
        this.rule = rule;
    }

    void floated(long minor) {
        drawer = minor;
    }

    /** Change comes out of the drawer, so cash is what the cards leave of the total. */
    void settled(List<HouseRule.Tender> tenders, long total) {
        long byCard = sum(tenders, "CARD");
        long inCash = sum(tenders, "CASH");
        boolean isCash = tenders.stream().anyMatch(tender -> tender.type().equals("CASH"));
        long rounding = isCash ? rule.rounding(total, byCard + inCash, inCash) : 0;
        drawer = Math.addExact(drawer, total + rounding - byCard);
    }

    void pickedUp(long minor) {
        drawer -= minor;
    }

    long drawer() {
        return drawer;
    }

    private static long sum(List<HouseRule.Tender> tenders, String type) {
        return tenders.stream()
                .filter(tender -> tender.type().equals(type))
                .mapToLong(HouseRule.Tender::minor)
                .sum();
    }
}
