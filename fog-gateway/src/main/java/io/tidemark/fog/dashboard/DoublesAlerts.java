package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayTransfers;
import io.tidemark.fog.question.Doubles;
import io.tidemark.fog.watch.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What was done twice, as alerts among the others. They stand as long as it is so: what entries say
 * does not go away, but a return that was taken back does.
 */
public final class DoublesAlerts {
    /** Looked up anew at most this often: pages ask several times a second. */
    static final Duration KEPT = Duration.ofSeconds(5);

    private static final String SUBJECT = "exceptions";

    private final Doubles doubles;
    private final GatewayTransfers transfers;
    private final InstantSource business;
    private final LongSupplier nanoTime;
    private final Map<Alert.Kind, Instant> since = new EnumMap<>(Alert.Kind.class);
    private List<Alert> found = List.of();
    private long foundAt;
    private boolean wasAsked;

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
        List<Alert> all = new ArrayList<>();
        long returned = doubles.returned().size();
        add(
                Alert.Kind.RETURNED_TWICE,
                returned,
                (returned == 1 ? "one line of a receipt" : returned + " lines of receipts")
                        + " came back more often than sold, or of receipts that are not here: compare"
                        + " them, and ask who took the goods back",
                all);
        long resumed = doubles.resumed().size();
        add(
                Alert.Kind.RESUMED_TWICE,
                resumed,
                (resumed == 1 ? "one suspended basket was" : resumed + " suspended baskets were")
                        + " taken up at two tills: if a customer paid twice, take one receipt back",
                all);
        long transferred =
                transfers.takenInTwice().stream()
                        .map(each -> List.of(each.place(), each.reference()))
                        .distinct()
                        .count();
        add(
                Alert.Kind.TRANSFERRED_TWICE,
                transferred,
                (transferred == 1 ? "one transfer was" : transferred + " transfers were")
                        + " taken in twice: count the goods, which puts the stock right",
                all);
        return List.copyOf(all);
    }

    private void add(Alert.Kind kind, long count, String text, List<Alert> all) {
        if (count == 0) {
            since.remove(kind);
            return;
        }
        Instant first = since.computeIfAbsent(kind, _ -> business.instant());
        all.add(new Alert(kind, SUBJECT, text, first));
    }
}
