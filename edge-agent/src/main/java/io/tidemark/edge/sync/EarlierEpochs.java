package io.tidemark.edge.sync;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.sync.Sender;
import io.tidemark.node.packing.Packing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings what the gateway lacks of this till's earlier epochs: one that was replaced may have lost
 * what only the till still has. On each connection, one journal after the other, one message at a
 * time, and only while nothing of the current journal is on its way: an answer does not say what it
 * is about, and today's sales come first. Pure; stepped by {@link SyncLoop}.
 *
 * <pre>
 * state      event                          becomes
 * asking     greeted                        asking, awaiting
 * asking     a mark below its end           sending from there
 * sending    sent                           sending, awaiting
 * sending    a higher mark, or a gap        sending from there
 * any        wanted                         sending these, then the next journal is asked about
 * any        a mark at its end or beyond    the next journal is asked about
 * any        not now                        the same, later
 * any        forked, refused                the next journal, and not this one before the next start
 * any        a connection                   all of them are asked about again
 * </pre>
 */
final class EarlierEpochs {
    /**
     * After a connection came up: what the gateway asks of the current journal then is not mixed up
     * with what it answers here.
     */
    static final Duration REST = Duration.ofSeconds(2);

    private final List<EndedJournal> all;
    private final Deque<EndedJournal> left = new ArrayDeque<>();
    private final Set<JournalId> refused = new HashSet<>();

    /** Whether the acknowledgement of the last refusal has come, if there was one. */
    private boolean acknowledged = true;

    private long next;
    private long to;
    private @Nullable Instant answerBy;
    private Instant notBefore = Instant.MIN;

    EarlierEpochs(List<EndedJournal> all) {
        this.all = List.copyOf(all);
    }

    /** What is to be said next. */
    sealed interface Due {
        Channel channel();

        /**
         * What to say there.
         *
         * @param batchBytes entries of a batch, in bytes, where boundaries allow it
         * @throws io.tidemark.ledger.event.EntryPruned where receipts were pruned
         */
        byte[] payload(int batchBytes);

        /** A greeting. */
        record Greeting(EndedJournal journal) implements Due {
            @Override
            public Channel channel() {
                return Channel.HELLO;
            }

            @Override
            public byte[] payload(int batchBytes) {
                return new Hello(journal.head()).toBytes();
            }
        }

        /**
         * @param to the last entry to be sent
         */
        record Entries(EndedJournal journal, long from, long to) implements Due {
            @Override
            public Channel channel() {
                return Channel.BATCH;
            }

            @Override
            public byte[] payload(int batchBytes) {
                return Packing.packed(journal.batch(from, to, batchBytes).toBytes());
            }
        }
    }

    void connected(Instant now) {
        left.clear();
        all.stream().filter(each -> !refused.contains(each.id())).forEach(left::add);
        acknowledged = true;
        ask();
        notBefore = now.plus(REST);
    }

    void dropped() {
        left.clear();
        answerBy = null;
    }

    /** Whether something was said that has no answer yet. */
    boolean awaits() {
        return answerBy != null;
    }

    /** How long the answer may still take; zero or less where it is overdue. */
    Duration patience(Instant now) {
        return answerBy == null ? Duration.ZERO : Duration.between(now, answerBy);
    }

    /** When something is due next; far away where nothing is left. */
    Instant dueAt() {
        return left.isEmpty() ? Instant.MAX : notBefore;
    }

    /** Whether it is about one of these journals, whatever was asked. */
    boolean isAbout(Answer answer) {
        return switch (answer) {
            case Answer.Marked(Mark mark) -> isAbout(mark);
            case Answer.Gap(Mark mark) -> isAbout(mark);
            case Answer.Forked _, Answer.NotNow _, Answer.Wanted _, Answer.Refused _ -> false;
        };
    }

    private boolean isAbout(Mark mark) {
        return all.stream().anyMatch(each -> each.id().equals(mark.origin()));
    }

    Optional<Due> due(Instant now) {
        EndedJournal journal = left.peek();
        if (journal == null || awaits() || now.isBefore(notBefore)) return Optional.empty();
        return Optional.of(
                next == 0
                        ? new Due.Greeting(journal)
                        : new Due.Entries(journal, next, Math.min(to, journal.last())));
    }

    void said(Instant now) {
        acknowledged = true;
        answerBy = now.plus(Sender.ANSWER_MAX);
    }

    /**
     * @return why it is not believed; empty where it is
     */
    Optional<String> heard(Answer answer, OwnJournal own, Instant now) {
        EndedJournal journal = left.getFirst();
        answerBy = null;
        switch (answer) {
            case Answer.Marked(Mark mark) -> {
                return marked(mark, journal, own);
            }
            case Answer.Gap(Mark mark) -> {
                return marked(mark, journal, own);
            }
            case Answer.Wanted(long from, long upTo) -> wanted(from, upTo, journal);
            case Answer.NotNow(Duration retryAfter) -> {
                acknowledged = false;
                notBefore = now.plus(retryAfter);
            }
            case Answer.Forked(long _, Hash _, Hash _) -> settled(journal);
            case Answer.Refused(Answer.Reason _, String _) -> {
                acknowledged = false;
                settled(journal);
            }
        }
        return Optional.empty();
    }

    private Optional<String> marked(Mark mark, EndedJournal journal, OwnJournal own) {
        if (!mark.origin().equals(journal.id()))
            return Optional.of("a mark about " + mark.origin());
        if (!own.isByReceiver(mark)) return Optional.of("a mark that is not our gateway's");
        boolean lacks =
                mark.sequence() < journal.last()
                        && journal.hashAt(mark.sequence()).equals(mark.head().hash());
        if (lacks) send(mark.sequence() + 1, journal.last());
        else done();
        return Optional.empty();
    }

    /** What is beyond the end was never this till's, or is its branch. */
    private void wanted(long from, long upTo, EndedJournal journal) {
        if (from > journal.last()) done();
        else send(from, upTo);
    }

    /** A person has been told at the gateway: it is not asked about again before the next start. */
    private void settled(EndedJournal journal) {
        refused.add(journal.id());
        done();
    }

    /**
     * Whether an acknowledgement that says no belongs to what was answered here last. Once: what
     * comes after is about something else.
     */
    boolean wasRefused() {
        boolean expected = !acknowledged;
        acknowledged = true;
        return expected;
    }

    private void send(long from, long upTo) {
        next = from;
        to = upTo;
    }

    private void done() {
        left.poll();
        ask();
    }

    private void ask() {
        next = 0;
        to = 0;
        answerBy = null;
        notBefore = Instant.MIN;
    }
}
