package io.tidemark.node.command;

import io.tidemark.ledger.journal.JournalCopy;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "restore",
        description =
                "Rebuilds a damaged journal of a stopped node from what is intact here and a copy"
                        + " that a peer exported. The damaged files are kept.",
        mixinStandardHelpOptions = true)
final class Restore implements Callable<Integer> {
    private final Deployable deployable;

    @Mixin private final LedgerOptions ledger = new LedgerOptions();
    @Mixin private final Told told = new Told();

    @Option(
            names = "--copy",
            required = true,
            paramLabel = "FILE",
            description = "What the peer exported.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path copy;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    Restore(Deployable deployable) {
        this.deployable = deployable;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(copy))
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "cannot read " + copy + ": give the file that the peer exported");
        try (NodeHome home = ledger.home().take(deployable.role())) {
            HeldJournal held = ledger.in(home).expected(ledger.label());
            requireDirectory(held);
            tell(
                    held,
                    JournalCopy.restore(
                            held.directory(), copy, held.id(), held.key(), held.origin()));
        }
        return ExitCode.OK.code();
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

    private void tell(HeldJournal held, JournalCopy.Restored restored) {
        try (Lines lines = told.lines()) {
            lines.tell(json ? json(held, restored) : text(held, restored));
        }
    }

    private static String text(HeldJournal held, JournalCopy.Restored restored) {
        return "journal "
                + held.id().label()
                + " is whole again up to entry "
                + restored.head().sequence()
                + ": "
                + restored.entriesKept()
                + " entries were intact here, "
                + restored.entriesCopied()
                + " came from the copy. The damaged files are kept in "
                + restored.damaged();
    }

    private static String json(HeldJournal held, JournalCopy.Restored restored) {
        return Json.object(
                Json.field("journal", held.id().label()),
                Json.field("entries", restored.head().sequence()),
                Json.field("kept", restored.entriesKept()),
                Json.field("copied", restored.entriesCopied()),
                Json.field("damagedFiles", restored.damaged().toString()));
    }
}
