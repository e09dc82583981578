package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayCards;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.fog.ledger.GatewayTransfers;
import io.tidemark.fog.question.Doubles;
import io.tidemark.fog.watch.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What was done twice, as alerts among the others. Each stands for a week: what entries say does
 * not go away, and an alert that never ends hides the next one. The exceptions list all of it.
 */
public final class DoublesAlerts {
    /** Looked up anew at most this often: pages ask several times a second. */
    static final Duration KEPT = Duration.ofSeconds(5);

    /** How long a person is told, by business time. */
    static final Duration STANDS = Duration.ofDays(7);

    private static final String SUBJECT = "exceptions";

    private final Doubles doubles;
    private final GatewayTransfers transfers;
    private final InstantSource business;
    private final LongSupplier nanoTime;
    private final Map<Twice, Instant> since = new HashMap<>();
    private List<Alert> found = List.of();
    private long foundAt;
    private boolean wasAsked;

    private record What(Alert.Kind kind, Object named) {}

    /** Done once more, it is told of once more. */
    private record Twice(What what, Instant last) {}

    /**
     * @param business what people are told by
     */
    public DoublesAlerts(
            Doubles doubles,
            GatewayTransfers transfers,
            InstantSource business,
            LongSupplier nanoTime) {
        this.doubles = doubles;
        this.transfers = transfers;
        this.business = business;
        this.nanoTime = nanoTime;
    }

    synchronized List<Alert> standing() {
        long now = nanoTime.getAsLong();
        if (wasAsked && now - foundAt < KEPT.toNanos()) return found;
        found = looked();
        foundAt = now;
        wasAsked = true;
        return found;
    }

    private List<Alert> looked() {
        Instant now = business.instant();
        Set<Twice> all = new HashSet<>();
        lastDone().forEach((what, at) -> all.add(new Twice(what, at)));
        since.keySet().retainAll(all);
        for (Twice twice : all) since.computeIfAbsent(twice, _ -> firstSeen(twice.last(), now));
        return Stream.of(
                        alert(Alert.Kind.RETURNED_TWICE, now, DoublesAlerts::returned),
                        alert(Alert.Kind.RESUMED_TWICE, now, DoublesAlerts::resumed),
                        alert(Alert.Kind.TRANSFERRED_TWICE, now, DoublesAlerts::transferred),
                        alert(Alert.Kind.GIFT_CARD_OVERSPENT, now, DoublesAlerts::overspent))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * What this gateway finds as it starts was seen when it was done, as far as is known; what
     * comes later is seen now, however long its device was away.
     */
    private Instant firstSeen(Instant done, Instant now) {
        return wasAsked || done.isAfter(now) ? now : done;
    }

    /** Everything done twice, with when it was done the last time. */
    private Map<What, Instant> lastDone() {
        Map<What, Instant> last = new HashMap<>();
        for (Doubles.ReturnedTwice each : doubles.returned())
            for (GatewayReturns.Return back : each.returns())
                put(new What(Alert.Kind.RETURNED_TWICE, each.line().key()), back.at(), last);
        for (Doubles.ResumedTwice each : doubles.resumed())
            for (GatewayBaskets.Resumed resumed : each.resumed())
                put(new What(Alert.Kind.RESUMED_TWICE, each.basket()), resumed.at(), last);
        for (GatewayTransfers.Transfer each : transfers.takenInTwice())
            put(
                    new What(Alert.Kind.TRANSFERRED_TWICE, List.of(each.place(), each.reference())),
                    each.at(),
                    last);
        for (Doubles.Overspent each : doubles.overspent())
            for (GatewayCards.Move move : each.moves())
                put(new What(Alert.Kind.GIFT_CARD_OVERSPENT, each.number()), move.at(), last);
        return last;
    }

    private static void put(What what, OffsetDateTime at, Map<What, Instant> last) {
        last.merge(what, at.toInstant(), (a, b) -> a.isAfter(b) ? a : b);
    }

    private Optional<Alert> alert(Alert.Kind kind, Instant now, IntFunction<String> text) {
        List<Instant> standing =
                since.entrySet().stream()
                        .filter(each -> each.getKey().what().kind() == kind)
                        .map(Map.Entry::getValue)
                        .filter(each -> each.plus(STANDS).isAfter(now))
                        .sorted()
                        .toList();
        if (standing.isEmpty()) return Optional.empty();
        return Optional.of(
                new Alert(kind, SUBJECT, text.apply(standing.size()), standing.getFirst()));
    }

    private static String returned(int count) {
        return (count == 1 ? "one line of a receipt" : count + " lines of receipts")
                + " came back more often than sold, or of receipts that are not here: compare"
                + " them, and ask who took the goods back";
    }

    private static String resumed(int count) {
        return (count == 1 ? "one suspended basket was" : count + " suspended baskets were")
                + " taken up at two tills: if a customer paid twice, take one receipt back";
    }

    private static String overspent(int count) {
        return (count == 1
                        ? "more was spent of one gift card"
                        : "more was spent of " + count + " gift cards")
                + " than this store knows to have been on it: see who took them, and ask head office"
                + " about cards of other stores";
    }

    private static String transferred(int count) {
        return (count == 1 ? "one transfer was" : count + " transfers were")
                + " taken in twice: count the goods, which puts the stock right";
    }
}
