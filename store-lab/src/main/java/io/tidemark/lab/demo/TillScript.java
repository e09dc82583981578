package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.HouseRates;
import io.tidemark.lab.retail.HouseRule.Tender;
import io.tidemark.lab.retail.Invoice;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.People;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import java.math.BigDecimal;
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
    /** Between the opening and the hour at which the cashier is away for a moment. */
    private static final int AWAY_AT = 4;

    /** Share of the day after which a customer comes back. */
    private static final int LATER = 30;

    /** Units of the first foreign currency that a drawer starts the day with. */
    private static final long FOREIGN_FLOAT = 50;

    private static final int FIRST_CARD = 1_001;

    private final Words words;
    private final int till;
    private final boolean last;
    private final Takings takings;
    private final Duration later;
    private final List<Act> acts = new ArrayList<>();

    /**
     * @param till the till's index in its store
     * @param last whether it is the store's last, whose count falls short
     */
    TillScript(Words.Shop shop, int till, boolean last) {
        this.words = new Words(shop, hour -> People.cashier(till, hour));
        this.till = till;
        this.last = last;
        this.takings = new Takings(shop.rule());
        Words.Hours hours = shop.hours();
        this.later = Duration.between(hours.open(), hours.close()).dividedBy(LATER);
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
        beside(next);
    }

    /** What no invoice of the file has: other kinds of goods, cash and currencies. */
    private void beside(Optional<TillScript> next) {
        HouseRates rates = new HouseRates(words.shop().rule().money());
        ExchangeDesk desk = new ExchangeDesk(words, this::at, rates);
        new CashMoves(words, this::at).acts(desk.needed()).forEach(this::add);
        desk.acts().forEach(this::add);
        new CounterSales(words, this::at, rates).acts().forEach(this::add);
        errand(new GiftCard(words, "6006" + (FIRST_CARD + till), at(0.12)), at(0.12), next);
        errand(new Swap(words, at(0.72)), at(0.72), next);
    }

    /** At a share of the day. */
    private LocalDateTime at(double share) {
        Words.Hours hours = words.shop().hours();
        Duration day = Duration.between(hours.open(), hours.close());
        return hours.open().plusNanos((long) (day.toNanos() * share));
    }

    /** Something that is finished later, at the next till of the store where that can. */
    void errand(Errand.Work work, LocalDateTime at, Optional<TillScript> elsewhere) {
        Errand errand = new Errand(work, new Errand.Till(words, at.plus(later).plus(later)));
        add(errand.beginning());
        elsewhere.ifPresent(
                other -> other.add(errand.trying(new Errand.Till(other.words(), at.plus(later)))));
        add(elsewhere.isPresent() ? errand.finishingAfterAll() : errand.finishing());
    }

    /** Customers who come back do so before the tills are counted. */
    boolean isTooLate(LocalDateTime at) {
        return !at.plus(later).plus(later).isBefore(words.shop().hours().close());
    }

    /** In the order of their hours; what is due at the same one, as it was planned. */
    List<Act> acts() {
        List<Act> day = new ArrayList<>(acts);
        day.sort(Comparator.comparing(Act::at));
        day.add(new Counting(words, last));
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

    private void open() {
        LocalDateTime at = words.shop().hours().open();
        takings.floated(words.shop().rule().floatMinor());
        ObjectNode body = words.body(at);
        ArrayNode floats = body.putArray("float").add(words.money(takings.drawer()));
        new HouseRates(words.shop().rule().money())
                .all().stream().limit(1).forEach(rate -> floats.add(foreign(rate.foreign())));
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

    /** So that the first customers who want some can have it. */
    private static ObjectNode foreign(MinorUnits currency) {
        return NodeApi.JSON
                .createObjectNode()
                .put(
                        "minor",
                        BigDecimal.valueOf(FOREIGN_FLOAT)
                                .movePointRight(currency.digits())
                                .longValueExact())
                .put("currency", currency.currency());
    }

    private static Act saying(Scripted... steps) {
        return Act.Saying.of(steps);
    }
}
