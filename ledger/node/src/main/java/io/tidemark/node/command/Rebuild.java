package io.tidemark.node.command;

import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.projection.ProjectionPlace;
import io.tidemark.node.projection.ProjectionRebuild;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rebuild",
        description = {
            "Deletes a stopped node's tables and builds them anew from its journals, every byte of"
                    + " which is checked first.",
            "Tells a digest of all rows before and after: it is the same unless the tables were damaged."
        },
        mixinStandardHelpOptions = true)
final class Rebuild implements Callable<Integer> {
    private final Deployable deployable;

    @Mixin private final HomeOptions options = new HomeOptions();
    @Mixin private final Told told = new Told();

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    Rebuild(Deployable deployable) {
        this.deployable = deployable;
    }

    @Override
    public Integer call() {
        try (NodeHome home = options.take(deployable.role());
                Lines lines = told.lines();
                Progress progress = told.progress()) {
            lines.telling(() -> rebuild(home, lines, progress));
        }
        return ExitCode.OK.code();
    }

    private void rebuild(NodeHome home, Lines lines, Progress progress) {
        HeldJournals held = HeldJournals.in(home, options.passphrase());
        List<Journal> journals = new ArrayList<>();
        for (HeldJournal journal : held.journals()) journals.add(checked(journal, lines, progress));
        ProjectionRebuild rebuild =
                new ProjectionRebuild(
                        new ProjectionPlace(home.projection(), held.identity().journalKey()),
                        deployable.tables(),
                        deployable.followed(journals));
        progress.begin("entries posted", rebuild.entries());
        ProjectionRebuild.Rebuilt rebuilt =
                rebuild.run(done -> {
                    lines.requireWanted();
                    progress.at(done);
                });
        progress.end();
        lines.tell(json ? json(rebuilt) : text(rebuilt));
    }

    private static Journal checked(HeldJournal journal, Lines lines, Progress progress) {
        progress.begin("checking " + journal.id().label(), journal.view().last());
        return journal.checked((sequence, hash, entry) -> {
            lines.requireWanted();
            progress.step();
        });
    }

    private String text(ProjectionRebuild.Rebuilt rebuilt) {
        String name = deployable.tables().name();
        String before =
                rebuilt.before()
                        .map(digest -> "digest before  " + digest)
                        .orElseGet(() -> "no digest before: " + rebuilt.doubt().orElse(""));
        return name
                + ": "
                + rebuilt.entries()
                + " entries posted anew\n"
                + before
                + "\ndigest after   "
                + rebuilt.after()
                + "\n"
                + (rebuilt.isSame()
                        ? "the same rows"
                        : "what is there now is what the journals say");
    }

    private String json(ProjectionRebuild.Rebuilt rebuilt) {
        return Json.object(
                Json.field("tables", deployable.tables().name()),
                Json.field("entries", rebuilt.entries()),
                rebuilt.before()
                        .map(digest -> Json.field("before", digest))
                        .orElseGet(() -> Json.field("doubt", rebuilt.doubt().orElse(""))),
                Json.field("after", rebuilt.after()),
                Json.field("same", rebuilt.isSame()));
    }
}
