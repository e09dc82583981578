package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.HouseRule.Tender;
import io.tidemark.lab.retail.Invoice;
import io.tidemark.lab.retail.People;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one till's cashiers do on the day, from opening to the till Z, worked out before it begins.
 * It follows the drawer along, so it knows what must be counted in the end.
 */
final class TillScript {
    /** How much a count at a store's last till falls short, in minor units. */
    private static final long SHORT_BY = 1;

    /** Between the opening and the hour at which the cashier is away for a moment. */
    private static final int AWAY_AT = 4;

    private final Words words;
    private final int till;
    private final boolean last;
    private final Takings takings;
    private final List<Act> acts = new ArrayList<>();

    /**
     * @param till the till's index in its store
     * @param last whether it is the store's last, whose count falls short
     */
    TillScript(Words.Shop shop, int till, boolean last) {
        this.words = new Words(shop, hour -> People.cashier(till, hour));
        this.till = till;
        this.last = last;
        this.takings = new Takings(till);
        open();
        people();
    }

    /**
     * The drawer is opened without a sale: what the driver does when it needs an entry, whatever
     * the day and whoever is there.
     */
    static Scripted noSale(Instant at) {
        ObjectNode body = NodeApi.JSON.createObjectNode();
        body.put("commandId", UUID.randomUUID().toString());
        body.put("reason", "change for a customer");
        return new Scripted(Kind.NO_SALE, at, "/api/v1/no-sale", body, Expected.NOTHING, "");
    }

    /**
     * @param next the till where errands go
     */
    void serve(List<Invoice> invoices, Optional<TillScript> next) {
        var extras = new Extras(this, next);
        for (int i = 0; i < invoices.size(); i++) {
            Invoice invoice = invoices.get(i);
            LocalDateTime at = invoice.lines().getFirst().at();
            extras.receipt(new FileReceipt(words, invoice, at), at);
            if (i == invoices.size() / 4 || i == invoices.size() * 3 / 4) pickup(at);
        }
    }

    /** In the order of their hours; what is due at the same one, as it was planned. */
    List<Act> acts() {
        List<Act> day = new ArrayList<>(acts);
        day.sort(Comparator.comparing(Act::at));
        day.add(new Counting());
        LocalDateTime close = words.shop().hours().close();
        day.add(saying(words.step(Kind.CLOSE_DAY, close, "day/close", words.body(close))));
        return List.copyOf(day);
    }

    Words words() {
        return words;
    }

    int till() {
        return till;
    }

    void add(Act act) {
        acts.add(act);
    }

    /** How it is paid by the rule; from then on the drawer is as if it were. */
    List<Tender> settled(Invoice invoice) {
        List<Tender> tenders = words.shop().rule().tenders(invoice, takings.drawer());
        takings.settled(tenders, invoice.grossMinor());
        return tenders;
    }

    Takings takings() {
        return takings;
    }

    private void open() {
        LocalDateTime at = words.shop().hours().open();
        takings.floated(words.shop().rule().floatMinor());
        ObjectNode body = words.body(at);
        body.putArray("float").add(words.money(takings.drawer()));
        add(saying(words.signOn(at)));
        add(saying(words.step(Kind.OPEN_DAY, at, "day/open", Words.confirmed(body))));
    }

    /** Somebody is away for a moment in the morning, and somebody else takes over at one. */
    private void people() {
        Words.Hours hours = words.shop().hours();
        LocalDateTime away =
                hours.open().plus(Duration.between(hours.open(), hours.close()).dividedBy(AWAY_AT));
        add(saying(session(Kind.LOCK, away, "lock"), words.unlock(away)));
        LocalDateTime change = hours.open().toLocalDate().atTime(People.SHIFT_CHANGE);
        if (!change.isAfter(hours.open()) || !change.isBefore(hours.close())) return;
        Scripted off =
                words.step(
                        Kind.SIGN_OFF,
                        change,
                        "operator/sign-off",
                        words.body(change.minusMinutes(1)));
        add(saying(off, words.signOn(change)));
    }

    private Scripted session(Kind kind, LocalDateTime at, String path) {
        return words.step(kind, at, "operator/" + path, words.body(at));
    }

    private void pickup(LocalDateTime at) {
        long amount = words.shop().rule().pickup(takings.drawer());
        if (amount == 0) return;
        takings.pickedUp(amount);
        ObjectNode body = words.body(at);
        body.set("amount", words.money(amount));
        body.put("reason", "to the safe");
        add(saying(words.step(Kind.PICKUP, at, "cash/pickup", Words.confirmed(body))));
    }

    private static Act saying(Scripted... steps) {
        return Act.Saying.of(steps);
    }

    /** Where errands are over, and it is known who has their money. */
    private final class Counting implements Act {
        @Override
        public Instant at() {
            return words.instant(words.shop().hours().close());
        }

        @Override
        public boolean isClosing() {
            return true;
        }

        @Override
        public void perform(Cashier cashier) {
            long drawer = takings.drawer();
            boolean isShort = last && drawer > 0;
            count(cashier, isShort ? drawer - SHORT_BY : drawer);
            if (isShort) explain(cashier, drawer - SHORT_BY);
        }

        /** As little is there when it is counted again, and the supervisor has seen it. */
        private void explain(Cashier cashier, long drawer) {
            count(cashier, drawer);
            LocalDateTime at = words.shop().hours().close();
            ObjectNode body = words.body(at).put("reason", "wrong change given");
            cashier.say(
                    words.step(Kind.SETTLE, at, "settle", Words.approved(body, "counted it, too"))
                            .with(Tallies.one(Tally.APPROVAL)));
        }

        private void count(Cashier cashier, long drawer) {
            LocalDateTime at = words.shop().hours().close();
            ObjectNode body = words.body(at);
            ArrayNode counted = body.putArray("counted");
            counted(counted, "CASH", drawer);
            if (takings.cards() >= 0) counted(counted, "CARD", takings.cards());
            cashier.say(words.step(Kind.COUNT, at, "count", body));
        }

        private void counted(ArrayNode counted, String tender, long minor) {
            counted.addObject()
                    .put("tender", tender)
                    .put("currency", words.currency())
                    .put("minor", minor);
        }
    }
}
