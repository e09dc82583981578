package io.tidemark.edge.sync;

import io.tidemark.ledger.question.Answered;
import io.tidemark.ledger.question.Question;
import io.tidemark.ledger.question.Subject;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Questions on their way to the gateway: asked by any thread, said and heard on the loop's, which
 * waits for none of them.
 *
 * <pre>
 * state    event                    becomes
 * asked    the loop has room        said
 * any      its reply                answered
 * any      the connection ends      offline
 * any      the deadline             timed out; a reply that comes later is nobody's
 * </pre>
 */
public final class Questions implements GatewayQuestions {
    /** How long a reply may take: somebody stands at the till. */
    public static final Duration DEADLINE = Duration.ofSeconds(2);

    /** Questions without a reply at a time. */
    static final int WAITING_MAX = 16;

    private final Way way;
    private final UnaryOperator<CompletableFuture<Outcome>> patience;
    private final AtomicLong ids;
    private final Map<Long, CompletableFuture<Outcome>> waiting = new ConcurrentHashMap<>();
    private final Queue<Question> unsaid = new ConcurrentLinkedQueue<>();

    /**
     * How questions get to the gateway.
     *
     * @param online whether it has answered on the current connection
     * @param wake tells the loop that there is something to say
     */
    public record Way(BooleanSupplier online, Runnable wake) {}

    /**
     * @param firstId any, so that a reply to what was asked before a restart is nobody's
     */
    public Questions(Way way, Duration deadline, long firstId) {
        this(
                way,
                asked ->
                        asked.completeOnTimeout(
                                new Outcome.TimedOut(), deadline.toMillis(), TimeUnit.MILLISECONDS),
                firstId);
    }

    /**
     * @param patience times what was asked out, by whichever clock the caller goes
     */
    public Questions(Way way, UnaryOperator<CompletableFuture<Outcome>> patience, long firstId) {
        this.way = way;
        this.patience = patience;
        this.ids = new AtomicLong(firstId & Integer.MAX_VALUE);
    }

    /** Of a till that has no gateway to ask. */
    static Questions none() {
        return new Questions(new Way(() -> false, () -> {}), DEADLINE, 0);
    }

    @Override
    public CompletableFuture<Outcome> ask(Subject subject) {
        if (!way.online().getAsBoolean())
            return CompletableFuture.completedFuture(new Outcome.Offline());
        if (waiting.size() >= WAITING_MAX)
            return CompletableFuture.completedFuture(new Outcome.TimedOut());
        Question question = new Question(ids.incrementAndGet(), subject);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        waiting.put(question.id(), outcome);
        unsaid.add(question);
        way.wake().run();
        return patience.apply(outcome).whenComplete((_, _) -> waiting.remove(question.id()));
    }

    /**
     * Says what is to be said. On the loop's thread.
     *
     * @param once sends it, or says that there is no room just now
     */
    public void say(Predicate<byte[]> once) {
        for (Question next = unsaid.peek(); next != null; next = unsaid.peek()) {
            if (waiting.containsKey(next.id()) && !once.test(next.toBytes())) return;
            unsaid.remove();
        }
    }

    /**
     * On the loop's thread.
     *
     * @throws io.tidemark.ledger.codec.Malformed if it is no reply
     */
    public void heard(byte[] payload) {
        Answered answered = Answered.parse(payload);
        CompletableFuture<Outcome> asked = waiting.get(answered.id());
        if (asked != null) asked.complete(new Outcome.Answered(answered.reply()));
    }

    /** The connection has ended: nobody replies on it any more. */
    public void dropped() {
        unsaid.clear();
        waiting.values().forEach(asked -> asked.complete(new Outcome.Offline()));
    }
}
