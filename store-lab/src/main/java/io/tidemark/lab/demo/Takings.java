package io.tidemark.lab.demo;

import io.tidemark.lab.retail.HouseRule;
import java.util.ArrayList;
import java.util.List;

/** What should be in a till: its drawer, followed along, and what cards took. */
final class Takings {
    private final int till;
    private final List<Errand> errands = new ArrayList<>();
    private long drawer;
    private long cards;

    Takings(int till) {
        this.till = till;
    }

    void floated(long minor) {
        drawer = minor;
    }

    /** Change comes out of the drawer, so cash is what the cards leave of the total. */
    void settled(List<HouseRule.Tender> tenders, long total) {
        long byCard =
                tenders.stream()
                        .filter(tender -> tender.type().equals("CARD"))
                        .mapToLong(HouseRule.Tender::minor)
                        .sum();
        cards = Math.addExact(cards, byCard);
        drawer = Math.addExact(drawer, Math.subtractExact(total, byCard));
    }

    void pickedUp(long minor) {
        drawer -= minor;
    }

    /** Who finishes it has its money, and only the day itself shows who that is. */
    void mayFinish(Errand errand) {
        errands.add(errand);
    }

    long drawer() {
        return drawer;
    }

    /** Only known in the evening. */
    long cards() {
        return Math.addExact(
                cards, errands.stream().mapToLong(errand -> errand.cardsAt(till)).sum());
    }
}
