package io.tidemark.node.command;

import io.tidemark.ledger.Mark;
import io.tidemark.ledger.journal.JournalView;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "stats",
        description = {
            "Counts what a node's journals hold: entries by type, days, groups, segments, bytes; and"
                    + " tells the marks and the quarantined branches it keeps. Also beside a running node.",
            "Reads every entry; --quick tells only what needs no reading."
        },
        mixinStandardHelpOptions = true)
final class Stats implements Callable<Integer> {
    private final Deployable deployable;

    @Mixin private final LedgerOptions ledger = new LedgerOptions();
    @Mixin private final Told told = new Told();

    @Option(names = "--quick", description = "Only what the segments' headers tell.")
    private boolean quick;

    @Option(
            names = "--json",
            description = "One JSON object per line: journals, then marks, then branches.")
    private boolean json;

    Stats(Deployable deployable) {
        this.deployable = deployable;
    }

    @Override
    public Integer call() {
        try (NodeHome home = ledger.home().look(deployable.role());
                Lines lines = told.lines();
                Progress progress = told.progress()) {
            HeldJournals held = ledger.in(home);
            List<HeldJournal> wanted =
                    ledger.label().isPresent()
                            ? List.of(held.named(ledger.label()))
                            : held.journals();
            lines.telling(() -> {
                for (HeldJournal journal : wanted) journal(journal, lines, progress);
                progress.end();
                for (KeptMarks.Kept kept : KeptMarks.in(home)) lines.tell(mark(kept, held));
                for (Branch branch : branches(home)) lines.tell(branch(branch));
            });
        }
        return ExitCode.OK.code();
    }

    private void journal(HeldJournal held, Lines lines, Progress progress) {
        JournalView view = held.view();
        long last = view.last();
        List<JournalView.Part> parts = view.parts();
        JournalStats stats =
                new JournalStats(() -> {
                    lines.requireWanted();
                    progress.step();
                });
        progress.begin("reading " + held.id().label(), last);
        if (!quick) view.show(1, last, stats);
        progress.end();
        JournalFigures figures = new JournalFigures(held.id(), last, parts, stats);
        lines.tell(json ? figures.json(!quick) : figures.text(!quick));
    }

    private String mark(KeptMarks.Kept kept, HeldJournals held) {
        Optional<Mark> found = kept.mark();
        if (found.isEmpty())
            return json
                    ? Json.object(
                            Json.field("kind", "mark"),
                            Json.field("file", kept.file().toString()),
                            Json.field("unreadable", true))
                    : "mark      " + kept.file() + " holds none";
        Mark mark = found.get();
        boolean given = mark.receiver().equals(held.identity().name());
        String by = mark.receiver() + "#" + mark.receiverEpoch();
        if (!json)
            return "mark      %s: entry %,d, %s %s"
                    .formatted(
                            mark.origin().label(),
                            mark.sequence(),
                            given ? "given by" : "received from",
                            by);
        return Json.object(
                Json.field("kind", "mark"),
                Json.field("journal", mark.origin().label()),
                Json.field("sequence", mark.sequence()),
                Json.field("hash", mark.head().hash().hex()),
                Json.field("receiver", mark.receiver().toString()),
                Json.field("receiverEpoch", mark.receiverEpoch()),
                Json.field("given", given));
    }

    /** What a quarantine holds under one name. */
    private record Branch(String name, long files, long bytes) {}

    private String branch(Branch branch) {
        return json
                ? Json.object(
                        Json.field("kind", "quarantined"),
                        Json.field("branch", branch.name()),
                        Json.field("files", branch.files()),
                        Json.field("bytes", branch.bytes()))
                : String.format(
                        Locale.ROOT,
                        "branch    %s: quarantined, %,d files, %,d bytes",
                        branch.name(),
                        branch.files(),
                        branch.bytes());
    }

    private static List<Branch> branches(NodeHome home) {
        Path quarantine = home.directory().resolve("quarantine");
        if (!Files.isDirectory(quarantine)) return List.of();
        try (Stream<Path> names = Files.list(quarantine)) {
            List<Branch> branches = new ArrayList<>();
            for (Path name : names.sorted().toList()) branches.add(branch(name));
            return branches;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + quarantine, e);
        }
    }

    private static Branch branch(Path name) throws IOException {
        long files = 0;
        long bytes = 0;
        try (Stream<Path> all = Files.walk(name)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                bytes += Files.size(file);
            }
        }
        return new Branch(String.valueOf(name.getFileName()), files, bytes);
    }
}
