package io.tidemark.node.command;

import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalCopy;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Writes a copy of a journal to a file, for a peer whose own is damaged, also beside a"
                    + " running node.",
            "Every byte of the journal is checked first. The copy is in clear.",
            "Of a gateway's own journal it has the close-downs that are not sent yet, too: make it"
                    + " for head office once each was computed again and agreed."
        },
        mixinStandardHelpOptions = true)
final class Export implements Callable<Integer> {
    private static final long UP_TO_THE_END = Long.MAX_VALUE;

    private final Deployable deployable;

    @Mixin private final LedgerOptions ledger = new LedgerOptions();
    @Mixin private final Told told = new Told();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "A file that does not exist yet.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path out;

    @Option(
            names = "--from",
            paramLabel = "ENTRY",
            description =
                    "The first entry; unless given 1, or the first behind those whose receipts were"
                            + " pruned.")
    private @Nullable Long first;

    @Option(
            names = "--to",
            paramLabel = "ENTRY",
            description =
                    "The last entry wanted; the copy goes on to the signed head that covers it.")
    private long to = UP_TO_THE_END;

    Export(Deployable deployable) {
        this.deployable = deployable;
    }

    @Override
    public Integer call() {
        try (NodeHome home = ledger.home().look(deployable.role());
                Lines lines = told.lines();
                Progress progress = told.progress()) {
            HeldJournal held = ledger.held(home);
            progress.begin("checking " + held.id().label(), held.view().last());
            lines.telling(() -> export(checked(held, lines, progress), lines));
        }
        return ExitCode.OK.code();
    }

    private static Journal checked(HeldJournal held, Lines lines, Progress progress) {
        return held.checked(
                new Stepping(
                        () -> {
                            lines.requireWanted();
                            progress.step();
                        },
                        EntryVisitor.NOBODY));
    }

    private void export(Journal journal, Lines lines) {
        long end = journal.forced().sequence();
        if (end == 0)
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "journal " + journal.id().label() + " has no entry yet: nothing to export");
        long pruned = journal.prunedUpTo();
        long from = first == null ? Math.min(end, pruned + 1) : first;
        if (from >= 1 && from <= pruned)
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "receipts up to entry "
                            + pruned
                            + " of journal "
                            + journal.id().label()
                            + " are pruned here: head office's archive has them; give --from "
                            + (pruned + 1)
                            + " or later");
        if (from < 1 || from > end || to < from)
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "journal "
                            + journal.id().label()
                            + " has the entries 1 to "
                            + end
                            + ", not "
                            + from
                            + (to == UP_TO_THE_END ? "" : " to " + to));
        long last = written(journal, from, Math.min(to, end), lines);
        lines.tell(
                "entries "
                        + from
                        + " to "
                        + last
                        + " of journal "
                        + journal.id().label()
                        + " are in "
                        + out
                        + ", in clear: carry it safely, and destroy it when it has served");
    }

    /** A copy that was not finished is not left behind. */
    private long written(Journal journal, long from, long end, Lines lines) {
        OutputStream file = forOwnerOnly(out);
        boolean whole = false;
        try (file) {
            long last = JournalCopy.export(journal, from, end, watched(file, lines));
            whole = true;
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("the copy could not be written: " + e.getMessage(), e);
        } finally {
            if (!whole) remove(out);
        }
    }

    private static OutputStream watched(OutputStream file, Lines lines) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                file.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                lines.requireWanted();
                file.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                file.flush();
            }
        };
    }

    private static void remove(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "remove " + unfinished + ": it is a copy that was not finished", e);
        }
    }

    private static OutputStream forOwnerOnly(Path file) {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            return new BufferedOutputStream(
                    Channels.newOutputStream(Files.newByteChannel(file, options, ownerOnly)));
        } catch (FileAlreadyExistsException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE, file + " exists already: give another --out", e);
        } catch (IOException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "cannot write " + file + " (" + e + "): give another --out",
                    e);
        }
    }
}
