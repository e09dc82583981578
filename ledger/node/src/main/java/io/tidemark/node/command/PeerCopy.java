package io.tidemark.node.command;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.JournalCheck;
import io.tidemark.ledger.journal.JournalCopy;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Peer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the peer has of a damaged journal, fetched into a file for as long as the restore takes. It
 * lies beside the journal, for its owner alone, and is removed whatever comes of it.
 */
final class PeerCopy implements AutoCloseable {
    private final Path file;

    private PeerCopy(Path file) {
        this.file = file;
    }

    /**
     * A peer that has no more than what is intact here helps, too: what is damaged behind that is
     * left out by name.
     *
     * @throws CannotRun if the peer has nothing that helps
     */
    static PeerCopy fetch(HeldJournal damaged, Peer peer, Lines lines, Progress progress) {
        long from = firstMissing(damaged, lines, progress);
        PeerCopy copy = new PeerCopy(fresh(damaged));
        boolean fetched = false;
        try {
            progress.begin("entries fetched from the peer", 0);
            fetched =
                    copy.hasFrom(damaged.id(), from, peer, lines, progress)
                            || copy.hasFrom(damaged.id(), from - 1, peer, lines, progress);
            progress.end();
        } finally {
            if (!fetched) copy.close();
        }
        if (fetched) return copy;
        throw new CannotRun(
                ExitCode.DAMAGED,
                "the peer has nothing of journal "
                        + damaged.id().label()
                        + " from entry "
                        + from
                        + " on: nothing was changed here");
    }

    Path file() {
        return file;
    }

    private boolean hasFrom(
            JournalId journal, long from, Peer peer, Lines lines, Progress progress) {
        return from > 0 && write(journal, from, peer, lines, progress) >= from;
    }

    private long write(JournalId journal, long from, Peer peer, Lines lines, Progress progress) {
        Supplier<Optional<Batch>> batches =
                new Supplier<>() {
                    private long next = from;

                    @Override
                    public Optional<Batch> get() {
                        lines.requireWanted();
                        Optional<Batch> batch = peer.entries(journal, next);
                        batch.ifPresent(found -> {
                            next = found.last() + 1;
                            progress.at(found.last() - from + 1);
                        });
                        return batch;
                    }
                };
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return JournalCopy.write(batches, out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what the peer sends in " + file, e);
        }
    }

    /** Everything before it is sound and need not come from anywhere. */
    private static long firstMissing(HeldJournal damaged, Lines lines, Progress progress) {
        progress.begin("checking " + damaged.id().label(), 0);
        EntryVisitor watched =
                new Stepping(
                        () -> {
                            lines.requireWanted();
                            progress.step();
                        },
                        EntryVisitor.NOBODY);
        JournalCheck.Result found =
                JournalCheck.check(
                        damaged.whose(), FileStorage.toRead(damaged.directory()), watched);
        progress.end();
        return switch (found) {
            case JournalCheck.Damaged(var first, var _, var _, var _) ->
                    Math.max(1, first.sequence());
            case JournalCheck.Intact intact ->
                    throw new CannotRun(
                            ExitCode.BAD_USAGE,
                            "journal "
                                    + damaged.id().label()
                                    + " is sound up to its last entry, "
                                    + intact.entries()
                                    + ": there is nothing to restore");
        };
    }

    private static Path fresh(HeldJournal damaged) {
        try {
            Path parent = damaged.directory().toAbsolutePath().getParent();
            return Files.createTempFile(parent, "from-peer-", ".copy");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write beside " + damaged.directory(), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("remove " + file + ": it holds entries in clear", e);
        }
    }
}
