package io.tidemark.lab.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench}: measures one thing beside its limit. */
@Command(
        name = "bench",
        description = "Measures one thing beside its limit, in one run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AppendCommand.class,
            CatalogueCommand.class,
            ClosedownCommand.class,
            RecoverCommand.class,
            SyncCommand.class,
            FootprintCommand.class
        })
public final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
