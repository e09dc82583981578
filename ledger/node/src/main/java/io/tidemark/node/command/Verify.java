package io.tidemark.node.command;

import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.Verification;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code verify}, as a command of its own and as one of the ledger's. */
@Command(
        name = "verify",
        description = {
            "Checks all data of a stopped node: every byte of its journals, the chain, signatures,"
                    + " marks, master data and every row of its tables.",
            "Ends with 1 if something is wrong, and names the first bad entry."
        },
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
    private final Deployable deployable;

    @Mixin private final HomeOptions options = new HomeOptions();
    @Mixin private final RunOptions run = new RunOptions();
    @Mixin private final Told told = new Told();

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    Verify(Deployable deployable) {
        this.deployable = deployable;
    }

    @Override
    public Integer call() throws Exception {
        try (NodeHome home = options.take(deployable.role())) {
            Verification found;
            try (JournalsWatched watched = new JournalsWatched(told.progress())) {
                found =
                        deployable.verify(
                                options.start(home, run.asked(deployable.role()))
                                        .watchedBy(watched));
            }
            told.out().print(json ? found.json() : found.text());
            told.out().flush();
            return (found.isSound() ? ExitCode.OK : ExitCode.FOUND_WRONG).code();
        }
    }
}
