package io.tidemark.node.projection;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Applies what journals have forced to one open store, a transaction at a time. */
final class Follower {
    /** Entries of one transaction. */
    private static final int ENTRIES_MAX = 2_000;

    /**
     * A transaction takes no more entries after this, so that a reader who waits for one is soon
     * served.
     */
    private static final Duration TIME_MAX = Duration.ofMillis(200);

    /** Read from a journal at once. */
    private static final int READ_BYTES = 256 << 10;

    private final H2Store store;
    private final ProjectionSchema schema;
    private final CopyOnWriteArrayList<FollowedJournal> journals;

    private final Map<JournalId, Head> advanced = new HashMap<>();
    private int nextJournal;

    Follower(
            H2Store store,
            ProjectionSchema schema,
            CopyOnWriteArrayList<FollowedJournal> journals) {
        this.store = store;
        this.schema = schema;
        this.journals = journals;
    }

    /**
     * One transaction over the journals in turn, a read of each at a time, until it is full or none
     * has more; where it ended, the next begins. A backlog fills it also where it is of one journal
     * alone: small transactions would write the day's sums, and commit, too often. False if there
     * was nothing to do.
     */
    boolean step() throws SQLException {
        long end = System.nanoTime() + TIME_MAX.toNanos();
        int room = ENTRIES_MAX;
        int idle = 0;
        while (idle < journals.size() && room > 0 && System.nanoTime() - end < 0) {
            nextJournal = (nextJournal + 1) % journals.size();
            int applied = apply(journals.get(nextJournal), room);
            idle = applied == 0 ? idle + 1 : 0;
            room -= applied;
        }
        if (advanced.isEmpty()) return false;
        store.commit(advanced);
        advanced.clear();
        return true;
    }

    /** Entries on disk, of all journals together. */
    long forced() {
        return journals.stream().mapToLong(journal -> journal.forced().sequence()).sum();
    }

    /** Where each journal is forced to now. */
    Map<JournalId, Long> goal() {
        return journals.stream()
                .collect(
                        Collectors.toMap(
                                FollowedJournal::id, journal -> journal.forced().sequence()));
    }

    /** Entries up to there that are not applied. */
    long missing(Map<JournalId, Long> goal) {
        return goal.entrySet().stream()
                .mapToLong(end -> end.getValue() - store.appliedOf(end.getKey()).sequence())
                .filter(missing -> missing > 0)
                .sum();
    }

    private int apply(FollowedJournal journal, int room) {
        Head head = appliedHead(journal.id());
        long forced = journal.forced().sequence();
        if (head.sequence() >= forced || !isItsTurn(journal)) return 0;
        try {
            return apply(journal, head, forced, room);
        } catch (EntryPruned stub) {
            return applyStub(journal, head, Math.min(forced, head.sequence() + room));
        }
    }

    private boolean isItsTurn(FollowedJournal journal) {
        return switch (journal.turn(this::applied)) {
            case GO -> true;
            case WAIT -> false;
            case BUILD_ANEW -> throw new PostedTwice(journal.id());
        };
    }

    /** With what this transaction takes in. */
    private long applied(JournalId journal) {
        return appliedHead(journal).sequence();
    }

    private Head appliedHead(JournalId journal) {
        return advanced.getOrDefault(journal, store.appliedOf(journal));
    }

    private int apply(FollowedJournal journal, Head from, long forced, int room) {
        Head head = from;
        int applied = 0;
        for (EntryBytes entry : read(journal, head.sequence() + 1)) {
            if (applied >= room || head.sequence() >= forced) break;
            head = head.then(entry);
            if (journal.isPosted(head.sequence()))
                schema.apply(
                        new FollowedEntry(journal.id(), head.sequence(), head.hash(), entry),
                        store.rows());
            applied++;
        }
        advanced.put(journal.id(), head);
        return applied;
    }

    private int applyStub(FollowedJournal journal, Head from, long last) {
        journal.replay(from.sequence() + 1, last, new Posting(journal));
        advanced.put(journal.id(), new Head(last, journal.hashAt(last)));
        return Math.toIntExact(last - from.sequence());
    }

    /** Posts what is shown, whole or pruned. */
    private final class Posting implements EntryVisitor {
        private final FollowedJournal journal;

        Posting(FollowedJournal journal) {
            this.journal = journal;
        }

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            if (journal.isPosted(sequence))
                schema.apply(new FollowedEntry(journal.id(), sequence, hash, entry), store.rows());
        }

        @Override
        public void pruned(PrunedEntry left) {
            if (journal.isPosted(left.sequence())) schema.pruned(journal.id(), left, store.rows());
        }
    }

    private static List<EntryBytes> read(FollowedJournal journal, long from) {
        try {
            return journal.read(from, READ_BYTES);
        } catch (EntryPruned stub) {
            throw stub;
        } catch (RuntimeException e) {
            // Whatever it was: built anew, the tables would only come to the same place.
            throw new JournalUnreadable(journal.id(), e);
        }
    }

    /** Nothing of it is in the tables yet: they are built in another order. */
    static final class PostedTwice extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PostedTwice(JournalId journal) {
            super(
                    "journal "
                            + journal.label()
                            + " has entries that a later one had brought before, and that the tables"
                            + " have from there");
        }
    }

    /** Not the projection's failure but the truth's: it is not caught here. */
    static final class JournalUnreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        JournalUnreadable(JournalId journal, RuntimeException cause) {
            super("journal " + journal.label() + " cannot be read: " + cause.getMessage(), cause);
        }
    }
}
