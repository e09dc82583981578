package io.tidemark.ledger.sync;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
 * <tr><td>Ready</td><td>a verified mark of a new life of the receiver</td><td>Ready after that mark, even if it is lower</td></tr>
 * <tr><td>Ready</td><td>a verified mark, or a gap, lower than the last</td><td>unchanged: it was overtaken</td></tr>
 * <tr><td>Ready</td><td>a gap</td><td>Ready after the gap's mark, nothing in flight</td></tr>
 * <tr><td>Ready</td><td>wanted</td><td>Ready, to send these again first; the mark stays</td></tr>
 * <tr><td>Greeting, Ready</td><td>not now, refused</td><td>Waiting, the connection given up</td></tr>
 * <tr><td>any</td><td>{@code failed}</td><td>Waiting, longer after each failure</td></tr>
 * <tr><td>any</td><td>a mark that is not the receiver's, not about this journal, of an earlier life, or not asked for</td><td>unchanged</td></tr>
 * <tr><td>Greeting, Ready</td><td>two hashes at one sequence, a mark above the head, a greeting's mark that fell</td><td>Connected, quarantined: greets again, with the mark it disputes</td></tr>
 * <tr><td>quarantined, Greeting</td><td>marked, forked</td><td>Ready: shows its branch from the last sequence both have, one batch at a time</td></tr>
 * <tr><td>quarantined, Ready</td><td>marked, forked</td><td>Ready, that batch no longer in flight; knows better where the branches part</td></tr>
 * <tr><td>quarantined, Ready</td><td>forked before where the branches were taken to part</td><td>Ready; they part there</td></tr>
 * <tr><td>quarantined, Ready, all shown</td><td>{@link #SHOWN_AGAIN} has gone by</td><td>greets again; what it heard twice, or was lost, is put right</td></tr>
 * <tr><td>quarantined, Greeting, Ready</td><td>gap, refused</td><td>Waiting; shows all again from the last verified mark</td></tr>
 * <tr><td>quarantined, Greeting, Ready</td><td>not now</td><td>Waiting</td></tr>
 * <tr><td>quarantined by a mark that fell, Greeting</td><td>a mark of a new life of the receiver that fits</td><td>Ready after that mark, no longer quarantined</td></tr>
 * <tr><td>quarantined</td><td>a grant</td><td>{@link #continuing} in the next epoch: Waiting, no longer quarantined</td></tr>
 * </table>
 *
 * @param last the last verified mark; none before the first
 * @param failures attempts in a row that came to nothing
 * @param fork present while quarantined: nothing is acknowledged, what is sent is only shown
 */
public record Sender(
        JournalId journal,
        SenderState state,
        Optional<Mark> last,
        int failures,
        Optional<Fork> fork) {
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

    /**
     * How long after its greeting a quarantined sender that has shown its branch greets again, and
     * shows all of it from the last verified mark on: answers do not say what they answer, so one
     * heard twice, or a batch that was lost, may have been passed over. A grant that was not taken
     * is offered then, too.
     */
    public static final Duration SHOWN_AGAIN = Duration.ofMinutes(30);

    private static final int DOUBLINGS_MAX = 10;

    /** What became of an answer. */
    public record Result(Sender sender, Heard heard) {}

    public static Sender starting(JournalId journal) {
        return new Sender(
                journal,
                new SenderState.Waiting(Instant.MIN),
                Optional.empty(),
                0,
                Optional.empty());
    }

    /**
     * With the mark that was kept when the process ended. If it is the receiver's and does not fit
     * the journal, an old disk was put back here: quarantined before anything is sent.
     */
    public static Sender resuming(JournalId journal, Mark kept, Evidence evidence) {
        Sender fresh = starting(journal);
        if (!kept.origin().equals(journal) || !evidence.isByReceiver(kept)) return fresh;
        return contradiction(kept, evidence)
                .map(at ->
                        fresh.quarantined(at, kept, evidence, new SenderState.Waiting(Instant.MIN)))
                .orElseGet(() -> fresh.with(fresh.state(), kept));
    }

    /** A person has decided: what follows is this device's next epoch, and nobody has marked it. */
    public Sender continuing(JournalId next) {
        if (!next.node().equals(journal.node()) || next.epoch() <= journal.epoch())
            throw new IllegalArgumentException(next + " is no later epoch of " + journal);
        return starting(next);
    }

    /** The last verified mark's sequence; -1 before the first. */
    public long marked() {
        return last.map(Mark::sequence).orElse(-1L);
    }

    /** The life of the receiver that gave it; a new one may openly be lower. */
    public int receiverEpoch() {
        return last.map(Mark::receiverEpoch).orElse(0);
    }

    public boolean isQuarantined() {
        return fork.isPresent();
    }

    /**
     * Whether the receiver has answered on this connection and nothing stands in the way of
     * sending.
     */
    public boolean isOnline() {
        return state instanceof SenderState.Ready && !isQuarantined();
    }

    /**
     * @param forced the last forced sequence of the journal: only that is ever sent
     */
    public Step next(long forced, Instant now) {
        return switch (state) {
            case SenderState.Waiting(Instant until) ->
                    now.isBefore(until) ? new Step.WaitUntil(until) : new Step.Connect();
            case SenderState.Connected _ -> new Step.SayHello(fork.flatMap(Fork::disputed));
            case SenderState.Greeting(Instant answerBy) -> orAbandon(answerBy, now);
            case SenderState.Ready ready -> next(ready, forced, now);
        };
    }

    private Step next(SenderState.Ready ready, long forced, Instant now) {
        boolean waiting = !ready.inFlight().isEmpty();
        if (waiting && !now.isBefore(ready.answerBy())) return new Step.Abandon();
        if (ready.next() <= forced && ready.inFlight().size() < (isQuarantined() ? 1 : WINDOW))
            return new Step.Send(ready.next());
        if (waiting) return new Step.WaitUntil(ready.answerBy());
        boolean again = isQuarantined() && !now.isBefore(ready.since().plus(SHOWN_AGAIN));
        return again ? new Step.SayHello(fork.flatMap(Fork::disputed)) : new Step.Idle();
    }

    private static Step orAbandon(Instant answerBy, Instant now) {
        return now.isBefore(answerBy) ? new Step.WaitUntil(answerBy) : new Step.Abandon();
    }

    public Sender connected() {
        return in(new SenderState.Connected());
    }

    public Sender greeted(Instant now) {
        SenderState greeting = new SenderState.Greeting(now.plus(ANSWER_MAX));
        // It had shown all that it took for its branch: not what it took is certain, but marks.
        return state instanceof SenderState.Ready ? unsure(greeting) : in(greeting);
    }

    /** A batch that ends at {@code end} has left. */
    public Sender sent(long end, Instant now) {
        return state instanceof SenderState.Ready ready ? in(ready.sent(end, now)) : this;
    }

    /**
     * The connection, or an attempt at one, came to nothing. Waits a random part of an
     * exponentially growing time ("full jitter", AWS Architecture Blog, 2015).
     *
     * @param jitter a random number from 0 to 1
     */
    public Sender failed(Instant now, double jitter) {
        long ceiling =
                Math.min(
                        BACKOFF_MAX.toMillis(),
                        BACKOFF_FIRST.toMillis() << Math.min(failures, DOUBLINGS_MAX));
        Instant until = now.plusMillis((long) (ceiling * jitter));
        return new Sender(journal, new SenderState.Waiting(until), last, failures + 1, fork);
    }

    public Result heard(Answer answer, Evidence evidence, Instant now) {
        if (fork.isPresent()) return new Showing(this, fork.get()).heard(answer, evidence, now);
        return switch (answer) {
            case Answer.Marked(Mark mark) -> believed(mark, false, evidence, now);
            case Answer.Gap(Mark mark) -> believed(mark, true, evidence, now);
            case Answer.Forked(long at, Hash receivers, Hash senders) ->
                    forked(new Fork(at, senders, receivers, known(), false, Optional.empty()));
            case Answer.Wanted(long from, long to) -> wanted(from, to, evidence, now);
            case Answer.NotNow(Duration retryAfter) -> held(now.plus(retryAfter));
            case Answer.Refused(Answer.Reason reason, String why) ->
                    new Result(
                            in(new SenderState.Waiting(now.plus(REFUSED_WAIT))),
                            new Heard.Refused(reason, why));
        };
    }

    private Result believed(Mark mark, boolean gap, Evidence evidence, Instant now) {
        if (!mark.origin().equals(journal)) return disbelieved("a mark about " + mark.origin());
        if (!evidence.isByReceiver(mark)) return disbelieved("a mark that is not our receiver's");
        Optional<Long> wrong = contradiction(mark, evidence);
        if (wrong.isPresent()) return forked(forkAt(wrong.get(), mark, evidence));
        return switch (state) {
            case SenderState.Greeting _ -> greetedBack(mark, evidence, now);
            case SenderState.Ready ready -> inTurn(ready, mark, gap, now);
            case SenderState.Waiting _, SenderState.Connected _ ->
                    disbelieved("a mark nobody asked for");
        };
    }

    private Result greetedBack(Mark mark, Evidence evidence, Instant now) {
        boolean fell = mark.receiverEpoch() == receiverEpoch() && mark.sequence() < marked();
        if (!fell && mark.receiverEpoch() >= receiverEpoch())
            return new Result(after(mark, now), new Heard.Advanced(mark));
        Hash agreed = evidence.hashAt(mark.sequence());
        return forked(new Fork(mark.sequence(), agreed, agreed, mark.sequence(), true, last));
    }

    private Result inTurn(SenderState.Ready ready, Mark mark, boolean gap, Instant now) {
        if (mark.receiverEpoch() < receiverEpoch())
            return disbelieved("a mark of an earlier life of our receiver");
        boolean reborn = mark.receiverEpoch() > receiverEpoch();
        boolean overtaken = !reborn && mark.sequence() < marked();
        // Nor is a gap below what is marked greeted again at once: answers still on their way would
        // look like a mark that fell. If the receiver has really lost entries, the next
        // connection's greeting tells.
        if (overtaken) return new Result(this, new Heard.Stale(mark));
        if (gap || reborn) return new Result(after(mark, now), new Heard.Resumed(mark));
        return new Result(with(ready.marked(mark.sequence(), now), mark), new Heard.Advanced(mark));
    }

    private Result wanted(long from, long to, Evidence evidence, Instant now) {
        if (!(state instanceof SenderState.Ready ready))
            return disbelieved("wanted before greeted");
        if (to > evidence.forced().sequence())
            return disbelieved("entry " + to + " is wanted, and there is none");
        return new Result(
                in(ready.wanting(new SenderState.Again(from, to), now)),
                new Heard.Wanted(from, to));
    }

    Result held(Instant until) {
        return new Result(in(new SenderState.Waiting(until)), new Heard.Held(until));
    }

    private Result forked(Fork found) {
        return new Result(
                new Sender(
                        journal, new SenderState.Connected(), last, failures, Optional.of(found)),
                new Heard.Forked(found.at(), found.ours(), found.theirs()));
    }

    private Sender quarantined(long at, Mark mark, Evidence evidence, SenderState next) {
        return new Sender(journal, next, last, 0, Optional.of(forkAt(at, mark, evidence)));
    }

    private Fork forkAt(long at, Mark mark, Evidence evidence) {
        Hash ours =
                at > evidence.forced().sequence() ? evidence.forced().hash() : evidence.hashAt(at);
        return new Fork(at, ours, mark.head().hash(), known(), false, Optional.of(mark));
    }

    /** The mark's sequence, if this journal does not have that mark's hash there. */
    static Optional<Long> contradiction(Mark mark, Evidence evidence) {
        boolean fits =
                mark.sequence() <= evidence.forced().sequence()
                        && evidence.hashAt(mark.sequence()).equals(mark.head().hash());
        return fits ? Optional.empty() : Optional.of(mark.sequence());
    }

    private long known() {
        return Math.max(0, marked());
    }

    /** Goes on behind this mark, nothing in flight. */
    Sender after(Mark mark, Instant now) {
        return new Sender(
                journal, SenderState.Ready.after(mark.sequence(), now), Optional.of(mark), 0, fork);
    }

    private Result disbelieved(String why) {
        return new Result(this, new Heard.Disbelieved(why));
    }

    private Sender with(SenderState next, Mark mark) {
        return new Sender(journal, next, Optional.of(mark), 0, fork);
    }

    /** Where quarantined, shows its branch again from what is certain. */
    Sender unsure(SenderState next) {
        Optional<Fork> certain = fork.map(each -> each.sharedCertainly(known()));
        return new Sender(journal, next, last, failures, certain);
    }

    private Sender in(SenderState next) {
        return new Sender(journal, next, last, failures, fork);
    }
}
