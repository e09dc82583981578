package io.tidemark.node.command;

import io.tidemark.ledger.journal.JournalCopy;
import io.tidemark.ledger.journal.JournalCopy.Rebuilt;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "restore",
        description =
                "Rebuilds a damaged journal of a stopped node from what is intact here and what"
                        + " a peer has. The damaged files are kept. Ends with 1 where an entry"
                        + " that was written here is left out, since nobody has it.",
        mixinStandardHelpOptions = true)
final class Restore implements Callable<Integer> {
    private static final String TORN_WRITE =
            ". What an interrupted write left at the end is left out: nobody was told of it";

    private final Deployable deployable;
    private boolean isComplete = true;

    @Mixin private final LedgerOptions ledger = new LedgerOptions();
    @Mixin private final Told told = new Told();

    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Source source;

    /** Where the missing entries come from. */
    static final class Source {
        @Option(
                names = "--copy",
                required = true,
                paramLabel = "FILE",
                description = "What the peer exported.")
        private @Nullable Path copy;

        @Option(
                names = "--from-peer",
                required = true,
                description =
                        "Ask the peer itself, which must be running: a till its gateway, a gateway"
                                + " head office.")
        private boolean fromPeer;
    }

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    Restore(Deployable deployable) {
        this.deployable = deployable;
    }

    @Override
    public Integer call() {
        Path copy = source.copy;
        if (copy != null && (!Files.isReadable(copy) || Files.isDirectory(copy)))
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "cannot read " + copy + ": give the file that the peer exported");
        try (NodeHome home = ledger.home().take(deployable.role());
                Lines lines = told.lines();
                Progress progress = told.progress()) {
            HeldJournal held = ledger.in(home).expected(ledger.label());
            requireDirectory(held);
            lines.telling(() -> {
                if (copy != null) restore(held, copy, lines);
                if (source.fromPeer) fromPeer(held, home, lines, progress);
            });
        }
        return (isComplete ? ExitCode.OK : ExitCode.FOUND_WRONG).code();
    }

    private void fromPeer(HeldJournal held, NodeHome home, Lines lines, Progress progress) {
        NodeStart start = ledger.home().start(home, NodeStart.Asked.nothing());
        try (Peer peer = deployable.peer(start);
                PeerCopy copy = PeerCopy.fetch(held, peer, lines, progress)) {
            restore(held, copy.file(), lines);
        }
    }

    private void restore(HeldJournal held, Path copy, Lines lines) {
        JournalCopy.Restored restored = JournalCopy.restore(held.directory(), copy, held.whose());
        isComplete = restored.rebuilt().isComplete();
        lines.tell(json ? json(held, restored) : text(held, restored));
    }

    private static void requireDirectory(HeldJournal held) {
        if (!Files.isDirectory(held.directory()))
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "this node has no journal "
                            + held.id().label()
                            + " ("
                            + held.directory()
                            + ")");
    }

    private static String text(HeldJournal held, JournalCopy.Restored restored) {
        Rebuilt rebuilt = restored.rebuilt();
        return "journal "
                + held.id().label()
                + (rebuilt.isComplete() ? " is whole again up to entry " : " ends with entry ")
                + rebuilt.head().sequence()
                + ": "
                + rebuilt.entriesKept()
                + " entries were intact here, "
                + rebuilt.entriesCopied()
                + " came from the peer. The damaged files are kept in "
                + restored.damaged()
                + (rebuilt.isComplete() ? "" : missing(rebuilt))
                + (rebuilt.leftOut().tornWrite() ? TORN_WRITE : "");
    }

    private static String missing(Rebuilt rebuilt) {
        long first = rebuilt.head().sequence() + 1;
        return ". LEFT OUT"
                + which(first, rebuilt.leftOut())
                + ". If another copy has it, put the damaged files back and restore from that"
                + " before the node is started: what the node records next becomes entry "
                + first;
    }

    private static String which(long first, JournalCopy.LeftOut leftOut) {
        if (leftOut.entries() == 0)
            return " PERHAPS: whether there was an entry "
                    + first
                    + " cannot be told any more, and it is not in what the peer has";
        long last = first + leftOut.entries() - 1;
        return ": "
                + (leftOut.endUnknown() ? "At least entry " : "Entry ")
                + (first == last ? "" : first + " to ")
                + last
                + " cannot be read here and is not in what the peer has, and may have been answered"
                + " when it was recorded";
    }

    private static String json(HeldJournal held, JournalCopy.Restored restored) {
        Rebuilt rebuilt = restored.rebuilt();
        return Json.object(
                Json.field("journal", held.id().label()),
                Json.field("entries", rebuilt.head().sequence()),
                Json.field("kept", rebuilt.entriesKept()),
                Json.field("copied", rebuilt.entriesCopied()),
                Json.field("leftOut", rebuilt.leftOut().entries()),
                Json.field("endUnknown", rebuilt.leftOut().endUnknown()),
                Json.field("tornWriteLeftOut", rebuilt.leftOut().tornWrite()),
                Json.field("damagedFiles", restored.damaged().toString()));
    }
}
