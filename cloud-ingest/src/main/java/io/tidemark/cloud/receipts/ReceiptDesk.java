package io.tidemark.cloud.receipts;

import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.proof.ReceiptQuestion;
import io.tidemark.ledger.proof.ReceiptReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where people leave what they want to see of a store's receipts, and its gateway fetches it. All
 * of it is bounded: how much waits for a store, how much is kept of what came, and for how long.
 * Safe for use by several threads.
 */
public final class ReceiptDesk implements AutoCloseable {
    /** That wait for one store. */
    public static final int WAITING_MAX = ReceiptQuestion.QUESTIONS_MAX;

    /** Of all stores, waiting and told. */
    static final int KEPT_MAX = 1_000;

    static final long KEPT_BYTES_MAX = 64L << 20;

    /** Whoever wants to see it after that has it fetched again. */
    static final Duration KEPT_FOR = Duration.ofHours(1);

    /** Before a question that was handed over and not answered is handed over again. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(60);

    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final Function<NodeName, Verifier> verifiers;
    private final Clock clock;
    private final InstantSource elapsed;
    private final Map<Wanted, Note> notes = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<List<ReceiptQuestion>>> asking = new HashMap<>();
    private final Map<String, Instant> heard = new HashMap<>();
    private long lastId;
    private long news;
    private boolean closed;

    /** What is known of one question. */
    private static final class Note {
        private final long id;
        private final Instant asked;
        private final Instant since;
        private @Nullable Instant handed;
        private @Nullable Told told;

        Note(long id, Instant asked, Instant since) {
            this.id = id;
            this.asked = asked;
            this.since = since;
        }
    }

    /** How it stands. */
    public sealed interface State {}

    /**
     * @param asked when someone first wanted it, by the business clock
     * @param connected whether the store asked for questions lately
     */
    public record Waiting(Instant asked, boolean connected) implements State {}

    /**
     * @param came when, by the business clock
     */
    public record Told(Instant asked, Instant came, Outcome outcome) implements State {}

    /** More waits for the store than it may. */
    public record Busy() implements State {}

    /**
     * @param verifiers the devices' keys, by the roster
     * @param clock the business clock
     */
    public ReceiptDesk(Function<NodeName, Verifier> verifiers, Clock clock) {
        this(verifiers, clock, () -> Instant.EPOCH.plusNanos(System.nanoTime()));
    }

    ReceiptDesk(Function<NodeName, Verifier> verifiers, Clock clock, InstantSource elapsed) {
        this.verifiers = verifiers;
        this.clock = clock;
        this.elapsed = elapsed;
    }

    /** What came of it already; else it is asked for, and who looks again later sees it. */
    public synchronized State want(Wanted wanted) {
        forgetOld();
        Note note = notes.get(wanted);
        if (note == null) {
            String store = wanted.journal().node().store();
            if (waiting(store) >= WAITING_MAX) return new Busy();
            note = new Note(++lastId, clock.instant(), elapsed.instant());
            notes.put(wanted, note);
            handOver(store);
        }
        Told told = note.told;
        if (told != null) return told;
        return new Waiting(note.asked, isConnected(wanted.journal().node().store()));
    }

    /** Differs whenever something came. */
    public synchronized long news() {
        return news;
    }

    /**
     * Questions for a store: as soon as there are some, or none after that time. Who asks again
     * before takes the place of the question before.
     */
    public synchronized CompletableFuture<List<ReceiptQuestion>> wanted(
            String store, Duration wait) {
        heard.put(store, elapsed.instant());
        CompletableFuture<List<ReceiptQuestion>> answer = new CompletableFuture<>();
        CompletableFuture<List<ReceiptQuestion>> before = asking.put(store, answer);
        if (before != null) before.complete(List.of());
        handOver(store);
        if (closed) answer.complete(List.of());
        Duration bounded = wait.compareTo(WAIT_MAX) < 0 ? wait : WAIT_MAX;
        return answer.completeOnTimeout(
                List.of(), Math.max(0, bounded.toMillis()), TimeUnit.MILLISECONDS);
    }

    /**
     * A store's reply.
     *
     * @return false if nobody waits for it
     */
    public synchronized boolean reply(String store, ReceiptReply reply) {
        heard.put(store, elapsed.instant());
        for (Map.Entry<Wanted, Note> each : notes.entrySet()) {
            Wanted wanted = each.getKey();
            Note note = each.getValue();
            boolean its =
                    note.id == reply.id()
                            && note.told == null
                            && wanted.journal().node().store().equals(store);
            if (!its) continue;
            Verifier device = verifiers.apply(wanted.journal().node());
            note.told = new Told(note.asked, clock.instant(), Outcome.of(wanted, reply, device));
            news++;
            forgetMost();
            return true;
        }
        return false;
    }

    /** Lets everyone go who waits for questions. */
    @Override
    public synchronized void close() {
        closed = true;
        asking.values().forEach(answer -> answer.complete(List.of()));
        asking.clear();
    }

    private void handOver(String store) {
        CompletableFuture<List<ReceiptQuestion>> answer = asking.get(store);
        List<ReceiptQuestion> due = due(store);
        if (answer == null || due.isEmpty()) return;
        asking.remove(store);
        // Nobody is there any more where its time was over: the next who asks is given them.
        if (answer.complete(due)) markHanded(store);
    }

    private List<ReceiptQuestion> due(String store) {
        List<ReceiptQuestion> due = new ArrayList<>();
        notes.forEach((wanted, note) -> {
            if (isDue(wanted, note, store)) due.add(wanted.question(note.id));
        });
        return due;
    }

    private void markHanded(String store) {
        Instant now = elapsed.instant();
        notes.forEach((wanted, note) -> {
            if (isDue(wanted, note, store)) note.handed = now;
        });
    }

    private boolean isDue(Wanted wanted, Note note, String store) {
        Instant handed = note.handed;
        return note.told == null
                && wanted.journal().node().store().equals(store)
                && (handed == null || isPast(handed, AGAIN_AFTER));
    }

    private boolean isConnected(String store) {
        Instant last = heard.get(store);
        return last != null && !isPast(last, WAIT_MAX.multipliedBy(2));
    }

    private boolean isPast(Instant moment, Duration age) {
        return Duration.between(moment, elapsed.instant()).compareTo(age) > 0;
    }

    private long waiting(String store) {
        return notes.entrySet().stream()
                .filter(each -> each.getValue().told == null)
                .filter(each -> each.getKey().journal().node().store().equals(store))
                .count();
    }

    private void forgetOld() {
        notes.values().removeIf(note -> isPast(note.since, KEPT_FOR));
        forgetMost();
    }

    /** The oldest first, waiting or told. */
    private void forgetMost() {
        long bytes = notes.values().stream().mapToLong(ReceiptDesk::bytes).sum();
        Iterator<Note> oldest = notes.values().iterator();
        while (oldest.hasNext() && (notes.size() >= KEPT_MAX || bytes > KEPT_BYTES_MAX)) {
            bytes -= bytes(oldest.next());
            oldest.remove();
        }
    }

    private static long bytes(Note note) {
        return Optional.ofNullable(note.told).map(told -> told.outcome().bytes()).orElse(0L);
    }
}
