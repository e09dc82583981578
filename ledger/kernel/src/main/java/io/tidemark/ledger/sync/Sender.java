package io.tidemark.ledger.sync;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a node sends next, and what it believes. Pure: a loop does the sending and tells it
 * what came of it.
 *
 * <table>
 * <caption>Transitions</caption>
 * <tr><th>state</th><th>event</th><th>becomes</th></tr>
 * <tr><td>Waiting</td><td>the time has come, {@code connected}</td><td>Connected</td></tr>
 * <tr><td>Connected</td><td>{@code greeted}</td><td>Greeting</td></tr>
 * <tr><td>Greeting</td><td>a verified mark</td><td>Ready after that mark</td></tr>
 * <tr><td>Ready</td><td>{@code sent}</td><td>Ready, one more in flight</td></tr>
 * <tr><td>Ready</td><td>a verified mark</td><td>Ready, what it covers no longer in flight</td></tr>
 * <tr><td>Ready</td><td>a gap</td><td>Ready after the gap's mark, nothing in flight</td></tr>
 * <tr><td>Greeting, Ready</td><td>not now, refused</td><td>Waiting, the connection given up</td></tr>
 * <tr><td>any</td><td>{@code failed}</td><td>Waiting, longer after each failure</td></tr>
 * <tr><td>any</td><td>two hashes at one sequence, a mark above the head or one that fell</td><td>Quarantined for good</td></tr>
 * </table>
 *
 * @param marked the last verified mark's sequence; -1 before the first of this process
 * @param receiverEpoch the life of the receiver that gave it; a new one may openly be lower
 * @param failures attempts in a row that came to nothing
 */
public record Sender(JournalId journal, State state, long marked, int receiverEpoch, int failures) {
    /** Batches on their way at once. More gains nothing (design §6). */
    public static final int WINDOW = 2;

    /** How long an answer may take before the connection is given up. */
    public static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /**
     * The longest wait after the first failure; it doubles with each, up to {@link #BACKOFF_MAX}.
     */
    public static final Duration BACKOFF_FIRST = Duration.ofMillis(250);

    public static final Duration BACKOFF_MAX = Duration.ofSeconds(30);

    /** How long a refused sender waits before it tries again. */
    public static final Duration REFUSED_WAIT = Duration.ofMinutes(1);

    private static final int DOUBLINGS_MAX = 10;

    /** Where the sender stands with its receiver. */
    public sealed interface State {
        record Waiting(Instant until) implements State {}

        record Connected() implements State {}

        record Greeting(Instant answerBy) implements State {}

        /**
         * @param inFlight the last sequence of each batch that no mark covers yet, ascending
         */
        record Ready(long sentTo, List<Long> inFlight, Instant answerBy) implements State {
            public Ready {
                inFlight = List.copyOf(inFlight);
            }
        }

        record Quarantined(long at, Hash ours, Hash theirs) implements State {}
    }

    /** What became of an answer. */
    public record Result(Sender sender, Heard heard) {}

    public static Sender starting(JournalId journal) {
        return new Sender(journal, new State.Waiting(Instant.MIN), -1, 0, 0);
    }

    /**
     * @param forced the last forced sequence of the journal: only that is ever sent
     */
    public Step next(long forced, Instant now) {
        return switch (state) {
            case State.Waiting(Instant until) ->
                    now.isBefore(until) ? new Step.WaitUntil(until) : new Step.Connect();
            case State.Connected _ -> new Step.SayHello();
            case State.Greeting(Instant answerBy) -> orAbandon(answerBy, now);
            case State.Ready ready -> next(ready, forced, now);
            case State.Quarantined(long at, Hash ours, Hash theirs) ->
                    new Step.Quarantine(at, ours, theirs);
        };
    }

    private static Step next(State.Ready ready, long forced, Instant now) {
        boolean waiting = !ready.inFlight().isEmpty();
        if (waiting && !now.isBefore(ready.answerBy())) return new Step.Abandon();
        if (ready.sentTo() < forced && ready.inFlight().size() < WINDOW)
            return new Step.Send(ready.sentTo() + 1);
        return waiting ? new Step.WaitUntil(ready.answerBy()) : new Step.Idle();
    }

    private static Step orAbandon(Instant answerBy, Instant now) {
        return now.isBefore(answerBy) ? new Step.WaitUntil(answerBy) : new Step.Abandon();
    }

    public Sender connected() {
        return in(new State.Connected());
    }

    public Sender greeted(Instant now) {
        return in(new State.Greeting(now.plus(ANSWER_MAX)));
    }

    /** A batch that ends at {@code last} has left. */
    public Sender sent(long last, Instant now) {
        if (!(state instanceof State.Ready ready)) return this;
        List<Long> inFlight = new ArrayList<>(ready.inFlight());
        inFlight.add(last);
        return in(new State.Ready(last, inFlight, now.plus(ANSWER_MAX)));
    }

    /**
     * The connection, or an attempt at one, came to nothing. Waits a random part of an
     * exponentially growing time ("full jitter", AWS Architecture Blog, 2015).
     *
     * @param jitter a random number from 0 to 1
     */
    public Sender failed(Instant now, double jitter) {
        if (state instanceof State.Quarantined) return this;
        long ceiling =
                Math.min(
                        BACKOFF_MAX.toMillis(),
                        BACKOFF_FIRST.toMillis() << Math.min(failures, DOUBLINGS_MAX));
        Instant until = now.plusMillis((long) (ceiling * jitter));
        return new Sender(journal, new State.Waiting(until), marked, receiverEpoch, failures + 1);
    }

    /**
     * Whether the receiver has answered on this connection and nothing stands in the way of
     * sending.
     */
    public boolean isOnline() {
        return state instanceof State.Ready;
    }

    public Result heard(Answer answer, Evidence evidence, Instant now) {
        if (state instanceof State.Quarantined) return disbelieved("quarantined");
        return switch (answer) {
            case Answer.Marked(Mark mark) -> believed(mark, false, evidence, now);
            case Answer.Gap(Mark mark) -> believed(mark, true, evidence, now);
            case Answer.Forked(long at, Hash receivers, Hash senders) ->
                    forked(at, senders, receivers);
            case Answer.NotNow(Duration retryAfter) -> {
                Instant until = now.plus(retryAfter);
                yield new Result(in(new State.Waiting(until)), new Heard.Held(until));
            }
            case Answer.Refused(Answer.Reason reason, String why) ->
                    new Result(
                            in(new State.Waiting(now.plus(REFUSED_WAIT))),
                            new Heard.Refused(reason, why));
        };
    }

    private Result believed(Mark mark, boolean gap, Evidence evidence, Instant now) {
        if (!mark.origin().equals(journal)) return disbelieved("a mark about " + mark.origin());
        if (!evidence.isByReceiver(mark)) return disbelieved("a mark that is not our receiver's");
        Hash atHead = evidence.forced().hash();
        if (mark.sequence() > evidence.forced().sequence())
            return forked(mark.sequence(), atHead, mark.head().hash());
        Hash ours = evidence.hashAt(mark.sequence());
        if (!ours.equals(mark.head().hash()))
            return forked(mark.sequence(), ours, mark.head().hash());
        return switch (state) {
            case State.Greeting _ -> greetedBack(mark, ours, now);
            case State.Ready ready -> gap ? resumed(mark, now) : advanced(ready, mark, now);
            case State.Waiting _, State.Connected _, State.Quarantined _ ->
                    disbelieved("a mark nobody asked for");
        };
    }

    private Result greetedBack(Mark mark, Hash ours, Instant now) {
        boolean fell = mark.receiverEpoch() == receiverEpoch && mark.sequence() < marked;
        if (mark.receiverEpoch() < receiverEpoch || fell)
            return forked(mark.sequence(), ours, mark.head().hash());
        return new Result(after(mark, List.of(), now), new Heard.Advanced(mark));
    }

    private Result resumed(Mark mark, Instant now) {
        return new Result(after(mark, List.of(), now), new Heard.Resumed(mark));
    }

    private Result advanced(State.Ready ready, Mark mark, Instant now) {
        if (mark.sequence() < marked) return new Result(this, new Heard.Stale(mark));
        List<Long> inFlight =
                ready.inFlight().stream().filter(last -> last > mark.sequence()).toList();
        Sender next = after(mark, inFlight, now);
        long sentTo = Math.max(ready.sentTo(), mark.sequence());
        return new Result(
                next.in(new State.Ready(sentTo, inFlight, now.plus(ANSWER_MAX))),
                new Heard.Advanced(mark));
    }

    private Sender after(Mark mark, List<Long> inFlight, Instant now) {
        State ready = new State.Ready(mark.sequence(), inFlight, now.plus(ANSWER_MAX));
        return new Sender(journal, ready, mark.sequence(), mark.receiverEpoch(), 0);
    }

    private Result forked(long at, Hash ours, Hash theirs) {
        return new Result(
                in(new State.Quarantined(at, ours, theirs)), new Heard.Forked(at, ours, theirs));
    }

    private Result disbelieved(String why) {
        return new Result(this, new Heard.Disbelieved(why));
    }

    private Sender in(State next) {
        return new Sender(journal, next, marked, receiverEpoch, failures);
    }
}
