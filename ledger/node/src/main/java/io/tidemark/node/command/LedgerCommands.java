package io.tidemark.node.command;

import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ledger}: what looks at a node's journals and puts them right. */
@Command(
        name = "ledger",
        description = "Looks at a node's journals, checks them and puts them right.",
        footer = {
            "",
            "show, tail, stats and export only read, also beside a running node. verify, rebuild and",
            "restore need the node stopped, and say so."
        },
        mixinStandardHelpOptions = true)
final class LedgerCommands implements Callable<Integer> {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    static CommandLine of(Deployable deployable) {
        return new CommandLine(new LedgerCommands())
                .addSubcommand(new Show(deployable))
                .addSubcommand(new Tail(deployable))
                .addSubcommand(new Stats(deployable))
                .addSubcommand(new Verify(deployable))
                .addSubcommand(new Rebuild(deployable))
                .addSubcommand(new Export(deployable))
                .addSubcommand(new Restore(deployable));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.BAD_USAGE.code();
    }
}
