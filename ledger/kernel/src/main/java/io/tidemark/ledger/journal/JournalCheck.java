package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.SignedHead;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Checks every byte of a stopped node's journal and changes nothing: what {@code verify} does. */
public final class JournalCheck {
    private JournalCheck() {}

    /** What a check found. */
    public sealed interface Result {
        JournalId journal();
    }

    /**
     * Every byte is as it was written, as far as the journal goes.
     *
     * @param signedHead the newest; none in an empty journal
     * @param tornBytes of an interrupted write at the end, which nobody was told of; the next start
     *     cuts them
     */
    public record Intact(
            Head head,
            Optional<SignedHead> signedHead,
            long signedHeads,
            List<SegmentInfo> segments,
            long tornBytes,
            JournalId journal)
            implements Result {
        public Intact {
            segments = List.copyOf(segments);
        }

        public long entries() {
            return head.sequence();
        }
    }

    /**
     * The first thing wrong, and what can still be read in spite of it.
     *
     * @param entriesReadable intact by themselves, before and after the damage
     * @param lastReadable the last of them
     */
    public record Damaged(
            JournalDamaged first, long entriesReadable, long lastReadable, long signedHeadsReadable)
            implements Result {
        @Override
        public JournalId journal() {
            return first.journal();
        }
    }

    /**
     * What a check found, and the journal to be read on in, as it was checked.
     *
     * @param journal none where it is damaged
     */
    public record Checked(Result result, Optional<Journal> journal) {}

    /**
     * @param visitor is shown the entries as the check goes; if it ends in {@link Damaged}, only
     *     those before the damage
     */
    public static Result check(Whose whose, Storage storage, EntryVisitor visitor) {
        return open(whose, storage, visitor).result();
    }

    /** The same, for whoever goes on to read what was found sound. */
    public static Checked open(Whose whose, Storage storage, EntryVisitor visitor) {
        return open(Rules.all(whose, visitor), storage);
    }

    private static Checked open(Rules rules, Storage storage) {
        JournalId id = rules.journal();
        try {
            JournalScan scan = new JournalScan(rules, storage);
            boolean isNew = JournalScan.isNew(storage.list());
            JournalScan.Passed passed = isNew ? scan.nothing() : scan.run();
            return new Checked(
                    intact(id, passed), Optional.of(Journal.checked(rules, storage, passed)));
        } catch (JournalDamaged first) {
            return new Checked(counted(first, storage, rules.key()), Optional.empty());
        } catch (IOException e) {
            throw Reading.failed(id, e);
        }
    }

    private static Intact intact(JournalId id, JournalScan.Passed passed) {
        List<SegmentInfo> segments = passed.index().segments().stream().map(Segment::info).toList();
        return new Intact(
                passed.head(),
                Optional.ofNullable(passed.signed()),
                passed.signedHeads(),
                segments,
                passed.tornBytes(),
                id);
    }

    private static Damaged counted(JournalDamaged first, Storage storage, JournalKey key) {
        try (Salvage salvage = new Salvage(first.journal(), storage, key, null)) {
            long entries = 0;
            long last = 0;
            long heads = 0;
            for (Frame frame = salvage.next(); frame != null; frame = salvage.next()) {
                if (frame instanceof Frame.Entry entry) {
                    entries++;
                    last = Math.max(last, entry.sequence());
                } else heads++;
            }
            return new Damaged(first, entries, last, heads);
        } catch (IOException e) {
            throw Reading.failed(first.journal(), e);
        }
    }
}
