package io.tidemark.node.home;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalCopy;
import io.tidemark.ledger.journal.JournalKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How a damaged journal is put right: {@code export} on the peer that has it, {@code restore} on
 * the node that has not. Both work on stopped nodes of any kind; every node keeps its journals in
 * the same place.
 */
final class JournalCommands {
    private JournalCommands() {}

    /** A journal among those that a node may hold, and what opens it. */
    private record Held(JournalId id, Path directory, JournalKey key, Roster roster) {
        static Held of(NodeStart start, @Nullable String label) {
            NodeIdentity identity = NodeIdentity.open(start.home().identity(), start.passphrase());
            JournalId id = label == null ? identity.journal() : known(identity, label);
            return new Held(
                    id,
                    start.home().journals().resolve(id.label()),
                    JournalKey.of(identity.journalKey()),
                    identity.roster());
        }

        private static JournalId known(NodeIdentity identity, String label) {
            return Stream.concat(
                            Stream.of(identity.journal()),
                            identity.roster().members().stream().map(Roster.Member::journal))
                    .filter(id -> id.label().equals(label))
                    .findFirst()
                    .orElseThrow(() ->
                            new CannotRun(
                                    ExitCode.BAD_USAGE,
                                    "no journal of this organisation is called "
                                            + label
                                            + "; those known here are "
                                            + identity.roster().members().stream()
                                                    .map(member -> member.journal().label())
                                                    .collect(Collectors.joining(", "))));
        }

        void requireDirectory() {
            if (!Files.isDirectory(directory))
                throw new CannotRun(
                        ExitCode.BAD_USAGE,
                        "this node has no journal " + id.label() + " (" + directory + ")");
        }
    }

    /** What both commands are told. */
    private static final class Options {
        @Mixin private final HomeOptions home = new HomeOptions();

        @Option(
                names = "--journal",
                paramLabel = "STORE.DEVICE.EPOCH",
                description = "Which journal, such as s001.till-1.1; the node's own unless given.")
        private @Nullable String journal;

        NodeHome open(Deployable deployable) {
            return home.home(deployable.role());
        }

        Held held(NodeHome opened) {
            return Held.of(home.start(opened, NodeProcess::halt), journal);
        }
    }

    @Command(
            name = "export",
            description = "Writes a copy of a journal to a file, for a peer whose own is damaged.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        private final Deployable deployable;

        @Mixin private final Options options = new Options();

        @Option(
                names = "--out",
                required = true,
                paramLabel = "FILE",
                description = "A file that does not exist yet.")
        @SuppressWarnings("NullAway.Init") // required: picocli sets it
        private Path out;

        @Option(
                names = "--from",
                defaultValue = "1",
                paramLabel = "ENTRY",
                description = "The first entry; 1 unless given.")
        private long from;

        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandLine.Model.CommandSpec spec;

        Export(Deployable deployable) {
            this.deployable = deployable;
        }

        @Override
        public Integer call() throws IOException {
            try (NodeHome home = options.open(deployable)) {
                Held held = options.held(home);
                held.requireDirectory();
                try (Journal journal =
                        Journal.open(
                                held.id(),
                                new FileStorage(held.directory()),
                                held.key(),
                                held.roster().verifier(held.id().node()),
                                (sequence, hash, entry) -> {})) {
                    export(journal);
                }
            }
            return ExitCode.OK.code();
        }

        private void export(Journal journal) throws IOException {
            long end = journal.forced().sequence();
            if (from < 1 || from > end)
                throw new CannotRun(
                        ExitCode.BAD_USAGE,
                        "journal "
                                + journal.id().label()
                                + " has the entries 1 to "
                                + end
                                + ", not "
                                + from);
            long last;
            try (OutputStream file = forOwnerOnly(out)) {
                last = JournalCopy.export(journal, from, end, file);
            }
            PrintWriter told = spec.commandLine().getOut();
            told.println(
                    "entries "
                            + from
                            + " to "
                            + last
                            + " of journal "
                            + journal.id().label()
                            + " are in "
                            + out
                            + ", in clear: carry it safely, and destroy it when it has served");
            told.flush();
        }

        private static OutputStream forOwnerOnly(Path file) throws IOException {
            Set<StandardOpenOption> options =
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            var ownerOnly =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            try {
                return new BufferedOutputStream(
                        Channels.newOutputStream(Files.newByteChannel(file, options, ownerOnly)));
            } catch (FileAlreadyExistsException e) {
                throw new CannotRun(
                        ExitCode.BAD_USAGE, file + " exists already: give another --out", e);
            }
        }
    }

    @Command(
            name = "restore",
            description =
                    "Rebuilds a damaged journal from what is intact here and a copy that a peer exported.",
            mixinStandardHelpOptions = true)
    static final class Restore implements Callable<Integer> {
        private final Deployable deployable;

        @Mixin private final Options options = new Options();

        @Option(
                names = "--copy",
                required = true,
                paramLabel = "FILE",
                description = "What the peer exported.")
        @SuppressWarnings("NullAway.Init") // required: picocli sets it
        private Path copy;

        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandLine.Model.CommandSpec spec;

        Restore(Deployable deployable) {
            this.deployable = deployable;
        }

        @Override
        public Integer call() {
            if (!Files.isReadable(copy))
                throw new CannotRun(
                        ExitCode.BAD_USAGE,
                        "cannot read " + copy + ": give the file that the peer exported");
            try (NodeHome home = options.open(deployable)) {
                Held held = options.held(home);
                held.requireDirectory();
                tell(
                        held,
                        JournalCopy.restore(
                                held.directory(),
                                copy,
                                held.id(),
                                held.key(),
                                held.roster().verifier(held.id().node())));
            }
            return ExitCode.OK.code();
        }

        private void tell(Held held, JournalCopy.Restored restored) {
            PrintWriter told = spec.commandLine().getOut();
            told.println(
                    "journal "
                            + held.id().label()
                            + " is whole again up to entry "
                            + restored.head().sequence()
                            + ": "
                            + restored.entriesKept()
                            + " entries were intact here, "
                            + restored.entriesCopied()
                            + " came from the copy. The damaged files are kept in "
                            + restored.damaged());
            told.flush();
        }
    }
}
