package io.tidemark.edge.ledger;

import io.tidemark.edge.record.Journals;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.projection.FollowedJournal;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One of a till's journals as its tables follow it. A receipt of a branch that was taken in stays
 * where it was first recorded, as it is printed: the repetition is not posted.
 */
public final class FollowedEpoch implements FollowedJournal {
    private final JournalId id;
    private final Supplier<Journals> journals;
    private final long repeatedTo;

    private FollowedEpoch(JournalId id, Supplier<Journals> journals, long repeatedTo) {
        this.id = id;
        this.journals = journals;
        this.repeatedTo = repeatedTo;
    }

    /**
     * @param journals a journal may be closed and opened again under its id
     */
    public static FollowedEpoch of(JournalId id, Supplier<Journals> journals) {
        Journals now = journals.get();
        return new FollowedEpoch(id, journals, repeatedTo(now.of(id), ids(now)));
    }

    /** Of journals that are only read, all of which the node has. */
    public static List<FollowedJournal> all(List<Journal> held) {
        List<JournalId> ids = held.stream().map(Journal::id).toList();
        return held.stream()
                .map(journal -> {
                    long repeatedTo = repeatedTo(journal, ids);
                    return FollowedJournal.of(journal, sequence -> sequence > repeatedTo);
                })
                .toList();
    }

    private static Collection<JournalId> ids(Journals journals) {
        return Stream.concat(journals.earlier().stream(), Stream.of(journals.current()))
                .map(Journal::id)
                .toList();
    }

    /** The last entry that repeats one of a journal that is here; 0 where none does. */
    private static long repeatedTo(Journal journal, Collection<JournalId> here) {
        if (journal.forced().sequence() == 0) return 0;
        EntryBytes first = journal.entry(1);
        return EntryCodec.decode(first).event() instanceof JournalContinued from
                        && from.branchEntries() > 0
                        && here.contains(from.predecessor())
                ? 1 + from.branchEntries()
                : 0;
    }

    @Override
    public JournalId id() {
        return id;
    }

    @Override
    public Head forced() {
        return journal().forced();
    }

    @Override
    public Hash hashAt(long sequence) {
        return journal().hashAt(sequence);
    }

    @Override
    public List<EntryBytes> read(long from, int bytesTarget) {
        return journal().entries(from, bytesTarget);
    }

    @Override
    public void replay(long from, long to, EntryVisitor visitor) {
        journal().replay(from, to, visitor);
    }

    @Override
    public boolean isPosted(long sequence) {
        return sequence > repeatedTo;
    }

    private Journal journal() {
        return journals.get().of(id);
    }
}
