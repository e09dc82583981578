package io.tidemark.node.command;

import io.tidemark.ledger.journal.JournalView;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "show",
        description = {
            "Shows entries of a journal, one line each, also beside a running node.",
            "What is shown was decrypted and leads to its signed heads; verify checks everything.",
            "Of a receipt that was pruned it shows the header and the hash; head office's archive has it."
        },
        mixinStandardHelpOptions = true)
final class Show implements Callable<Integer> {
    private final Deployable deployable;

    @Mixin private final LedgerOptions ledger = new LedgerOptions();
    @Mixin private final Wanted wanted = new Wanted();
    @Mixin private final Told told = new Told();
    @Mixin private final Form form = new Form();

    /** How an entry is told. */
    static final class Form {
        @Option(names = "--json", description = "One JSON object per line.")
        private boolean json;

        @Option(names = "--content", description = "JSON with all that each event holds.")
        private boolean content;

        String of(Shown entry) {
            return json || content ? entry.json(content) : entry.text();
        }
    }

    Show(Deployable deployable) {
        this.deployable = deployable;
    }

    @Override
    public Integer call() {
        Wanted.Question question = wanted.question();
        try (NodeHome home = ledger.home().look(deployable.role());
                Lines lines = told.lines();
                Progress progress = told.progress()) {
            JournalView view = ledger.held(home).view();
            lines.telling(() -> show(view, question, lines, progress));
        }
        return ExitCode.OK.code();
    }

    private void show(JournalView view, Wanted.Question question, Lines lines, Progress progress) {
        long first = question.start(view);
        long last = Math.min(question.to(), view.last());
        if (first > last) return;
        progress.begin("entries looked at", last - first + 1);
        view.show(
                first,
                last,
                Shown.each(shown -> {
                    lines.requireWanted();
                    progress.step();
                    if (question.isAnsweredBy(shown)) lines.tell(form.of(shown));
                }));
    }
}
