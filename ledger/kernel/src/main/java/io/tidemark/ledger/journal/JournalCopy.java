package io.tidemark.ledger.journal;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.ForcedCell.Forced;
import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Damaged entries are fetched again from a peer that has them: the peer exports its copy of the
 * journal to a file, a person carries it, and the damaged journal is rebuilt from both. The file
 * holds the entries as the wire carries them, operations data in clear; it is to be handled, and
 * destroyed, accordingly.
 */
public final class JournalCopy {
    private JournalCopy() {}

    /**
     * A journal that was built anew.
     *
     * @param entriesKept found intact here
     * @param entriesCopied taken from the copy
     */
    public record Rebuilt(Head head, long entriesKept, long entriesCopied, LeftOut leftOut) {
        /** False if it may end before an entry that was written here and cannot be read. */
        public boolean isComplete() {
            return leftOut.entries() == 0 && !leftOut.endUnknown();
        }
    }

    /**
     * What was at the end of the damaged journal and is not in the new one.
     *
     * @param entries that were damaged here and that the copy does not have, at least: they may
     *     have been answered
     * @param endUnknown whether there were more cannot be told
     * @param tornWrite what an interrupted write left; nobody was told of it
     */
    public record LeftOut(long entries, boolean endUnknown, boolean tornWrite) {
        public static final LeftOut NOTHING = new LeftOut(0, false, false);
    }

    /**
     * A rebuilt journal that is in its place.
     *
     * @param damaged where the damaged files are kept now
     */
    public record Restored(Rebuilt rebuilt, Path damaged) {
        public Head head() {
            return rebuilt.head();
        }
    }

    /**
     * Writes forced entries of a journal, whose node's or a peer's.
     *
     * @param from the first sequence, from 1
     * @param to the last one wanted; the copy goes on to a signed head that covers it, or ends with
     *     the newest, where a power cut took the last signature and the node has not started since
     * @return the last sequence written
     */
    public static long export(Journal journal, long from, long to, OutputStream output) {
        try {
            DataOutputStream data = CopyFile.begin(output);
            long next = from;
            long end = Math.min(to, journal.signedHead().map(SignedHead::sequence).orElse(0L));
            while (next <= end) {
                Slice slice = journal.read(next, Limits.BATCH_BYTES_TARGET);
                CopyFile.write(data, slice.toBatch());
                next = slice.last() + 1;
            }
            CopyFile.end(data);
            return next - 1;
        } catch (IOException e) {
            throw new UncheckedIOException("the copy could not be written: " + e.getMessage(), e);
        }
    }

    /**
     * Writes batches that a peer gave, in order, as a copy.
     *
     * @param next gives one after the other, then none
     * @return the last sequence written, 0 if there was nothing
     */
    public static long write(Supplier<Optional<Batch>> next, OutputStream output) {
        try {
            DataOutputStream data = CopyFile.begin(output);
            long last = 0;
            for (Optional<Batch> batch = next.get(); batch.isPresent(); batch = next.get()) {
                CopyFile.write(data, batch.get());
                last = batch.get().last();
            }
            CopyFile.end(data);
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("the copy could not be written: " + e.getMessage(), e);
        }
    }

    /**
     * Rebuilds a damaged journal beside itself from what is intact and the copy, then puts it in
     * its place. The node must be stopped. Nothing that is intact is left out, and the damaged
     * files are kept. What ends before an entry that was written here says so.
     *
     * @throws RestoreRefused if that is not possible; the message says what is missing
     */
    public static Restored restore(Path journal, Path copy, Whose whose) {
        JournalId id = whose.id();
        try {
            return restore(journal.toAbsolutePath(), copy, Rules.all(whose, EntryVisitor.NOBODY));
        } catch (Malformed e) {
            throw new RestoreRefused(
                    id, "the copy " + copy + " is of no use: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "journal " + id.label() + " could not be restored: " + e.getMessage(), e);
        }
    }

    /**
     * Rebuilds a damaged journal in an empty storage, from what is intact and the copy. Whoever
     * calls this puts the one in the place of the other.
     *
     * @throws RestoreRefused as {@link #restore}
     */
    public static Rebuilt rebuild(Storage damaged, InputStream copy, Storage fresh, Whose whose) {
        Rules rules = Rules.all(whose, EntryVisitor.NOBODY);
        try (Salvage salvage = salvage(damaged, rules);
                CopyFile copied = new CopyFile(copy, rules.journal(), rules.origin())) {
            new LeadingStubs(rules, damaged, fresh).copy();
            return rebuild(rules, fresh, salvage, copied);
        } catch (Malformed e) {
            throw new RestoreRefused(whose.id(), "the copy is of no use: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "journal " + whose.id().label() + " could not be rebuilt: " + e.getMessage(),
                    e);
        }
    }

    private static Restored restore(Path journal, Path copy, Rules rules) throws IOException {
        if (!Files.isDirectory(journal))
            throw new RestoreRefused(rules.journal(), "there is nothing at " + journal);
        FileStorage damaged = FileStorage.toRead(journal);
        FileStorage fresh = new FileStorage(Swap.begin(journal));
        boolean built = false;
        try (Salvage salvage = salvage(damaged, rules);
                CopyFile copied = open(copy, rules)) {
            new LeadingStubs(rules, damaged, fresh).copy();
            Rebuilt rebuilt = rebuild(rules, fresh, salvage, copied);
            built = true;
            return new Restored(rebuilt, Swap.commit(journal));
        } finally {
            if (!built) Swap.abandon(journal);
        }
    }

    private static CopyFile open(Path copy, Rules rules) throws IOException {
        BufferedInputStream input = new BufferedInputStream(Files.newInputStream(copy));
        return new CopyFile(input, rules.journal(), rules.origin());
    }

    private static Salvage salvage(Storage damaged, Rules rules) throws IOException {
        Forced told = told(damaged, rules.journal());
        return new Salvage(rules.journal(), damaged, rules.key(), told);
    }

    /** Also checks all of it once more. */
    private static Rebuilt rebuild(Rules rules, Storage fresh, Salvage salvage, CopyFile copied)
            throws IOException {
        Rebuilt rebuilt;
        try (Journal journal = Journal.open(rules, fresh)) {
            rebuilt = new Rebuild(journal, salvage, copied).run();
        }
        new JournalScan(rules, fresh).run();
        return rebuilt;
    }

    /** What the journal was certainly forced up to; null if its note is damaged too. */
    private static @Nullable Forced told(Storage damaged, JournalId id) throws IOException {
        try {
            return ForcedCell.read(damaged, id);
        } catch (Malformed e) {
            return null;
        }
    }
}
