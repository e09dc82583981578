package io.tidemark.lab.demo;

import io.tidemark.lab.demo.Cashier.Kill;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.LabStore;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.ShopClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The harm done to one store during its day. Each fault looks whether it bit, and is done again if
 * it did not; where the day has no sale at the right moment, a drawer is opened to have an entry.
 *
 * <pre>
 * share of the day   fault
 * 0.15 – 0.49        a till is cut off from the gateway
 * 0.30               another till is killed with a request outstanding
 * 0.65               the gateway is killed with a batch not yet marked
 * </pre>
 */
final class Chaos {
    private static final double CUT_FROM = 0.15;
    private static final double CUT_TO = CUT_FROM + 1.0 / 3;
    private static final double KILL_TILL = 0.30;
    private static final double KILL_GATEWAY = 0.65;
    private static final int TRIES_MAX = 20;

    /** So often a till is killed only once it writes; after that, as soon as the request is out. */
    private static final int TRIES_ONCE_WRITTEN = 3;

    private static final Duration NEXT_SALE = Duration.ofSeconds(5);

    /** More than a keep-alive of MQTT, less than any batch. */
    private static final long BATCH_BYTES_MIN = 200;

    private final LabStore store;
    private final List<Cashier> cashiers;
    private final ShopClock clock;
    private final Progress progress;

    Chaos(LabStore store, List<Cashier> cashiers, ShopClock clock, Progress progress) {
        this.store = store;
        this.cashiers = List.copyOf(cashiers);
        this.clock = clock;
        this.progress = progress;
    }

    /** A third of the day without a network. */
    Fault cutOff() {
        Cashier cashier = cashiers.getFirst();
        LabTill till = cashier.till();
        awaitShare(CUT_FROM);
        long refusedBefore = till.way().refused();
        till.way().cut();
        progress.say("  " + till.name() + " is cut off from its gateway");
        awaitShare(CUT_TO);
        LabTill.Status status = statusOf(till);
        for (int tries = 0; status.unsent() == 0 && tries < TRIES_MAX; tries++) {
            Patience.result(till.name() + " to record", cashier.wantAnEntry());
            status = statusOf(till);
        }
        till.way().restore();
        progress.say(
                "  "
                        + till.name()
                        + " is connected again, with "
                        + status.unsent()
                        + " entries unsent");
        require(status.unsent() > 0, till.name() + " had nothing unsent while cut off");
        return new Fault(
                till.name() + " cut off from its gateway for a third of the day",
                status.unsent()
                        + " entries up to "
                        + status.head()
                        + " unsent at the end of it, marked "
                        + status.marked()
                        + "; "
                        + (till.way().refused() - refusedBefore)
                        + " connections refused; the till said it was "
                        + (status.online() ? "online" : "offline"));
    }

    Fault killTill() {
        Cashier cashier = cashiers.get(1 % cashiers.size());
        awaitShare(KILL_TILL);
        for (int tries = 1; tries <= TRIES_MAX; tries++) {
            Kill kill = killed(cashier, tries <= TRIES_ONCE_WRITTEN);
            if (!kill.answered())
                return new Fault(
                        cashier.till().name() + " killed (kill -9) with a request outstanding",
                        "no answer came for command "
                                + kill.told().commandId()
                                + "; asked again with the same id, "
                                + (kill.repeated()
                                        ? "the till already had it"
                                        : "the till had not had it and recorded it")
                                + ", as entry "
                                + kill.told().sequence()
                                + (tries == 1 ? "" : " (try " + tries + ")"));
        }
        throw new LabFailed(cashier.till().name() + " answered each time before it died");
    }

    Fault killGateway() {
        awaitShare(KILL_GATEWAY);
        for (int tries = 1; tries <= TRIES_MAX; tries++) {
            Sent sent = awaitUnmarkedBatch();
            store.killGateway();
            // A cut, not a mere restore: marks that were held back must not get through after all.
            store.tills().forEach(till -> till.way().cut());
            LabTill.Status status = statusOf(sent.till());
            store.tills().forEach(till -> till.way().restore());
            progress.say("  " + store.name() + "/gateway is killed");
            store.startGateway();
            if (status.head() > status.marked())
                return new Fault(
                        store.name() + "/gateway killed (kill -9) with a batch not yet marked",
                        sent.till().name()
                                + " had just sent "
                                + sent.bytes()
                                + " bytes; it stood at entry "
                                + status.head()
                                + " and its mark at "
                                + status.marked()
                                + (tries == 1 ? "" : " (try " + tries + ")"));
        }
        throw new LabFailed(
                store.name() + "/gateway had marked everything each time before it died");
    }

    /** What a till has sent since the gateway's answers are held back. */
    private record Sent(LabTill till, long bytes) {}

    /**
     * Holds the gateway's answers back until a till that is online has sent something, which then
     * cannot be marked.
     */
    private Sent awaitUnmarkedBatch() {
        List<LabTill> online = awaitOnline();
        store.tills().forEach(till -> till.way().mute());
        Map<LabTill, Long> before = new HashMap<>();
        online.forEach(till -> before.put(till, till.way().bytesUp()));
        Instant soon = Instant.now().plus(NEXT_SALE);
        Instant end = Instant.now().plus(Patience.MAX);
        for (; Instant.now().isBefore(end); Patience.pause(1)) {
            for (LabTill till : online) {
                long bytes = till.way().bytesUp() - before.getOrDefault(till, 0L);
                if (bytes >= BATCH_BYTES_MIN) return new Sent(till, bytes);
            }
            if (Instant.now().isAfter(soon)) {
                cashiers.forEach(Cashier::nudge);
                soon = Instant.now().plus(NEXT_SALE);
            }
        }
        throw new LabFailed("no till of " + store.name() + " sent anything");
    }

    private List<LabTill> awaitOnline() {
        List<LabTill> online = new ArrayList<>();
        Patience.until(
                "a till to be online",
                () -> {
                    store.tills().stream()
                            .filter(till -> statusOf(till).online())
                            .forEach(online::add);
                    return !online.isEmpty();
                });
        return online;
    }

    /** A till that was just killed answers again in a moment. */
    private static LabTill.Status statusOf(LabTill till) {
        return Patience.answer(till.name() + " to say how it is", till::status);
    }

    private static Kill killed(Cashier cashier, boolean onceWritten) {
        CompletableFuture<Kill> kill = cashier.killWithTheNextRequest(onceWritten);
        try {
            return kill.get(NEXT_SALE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException noSaleInSight) {
            cashier.nudge();
            return Patience.result(cashier.till().name() + " to be killed", kill);
        } catch (InterruptedException | ExecutionException e) {
            throw new LabFailed("the kill of " + cashier.till().name() + " went wrong", e);
        }
    }

    private void awaitShare(double share) {
        Patience.untilTime(clock.realAt(clock.labAtShare(share)));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) throw new LabFailed(otherwise);
    }
}
