package io.tidemark.cloud.masterdata;

import io.tidemark.node.home.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about master data. All talk to the head office that runs on this machine. */
@Command(
        name = "master",
        description =
                "Articles, prices, VAT, operators and rules: import, publish, and where they are.",
        subcommands = {ImportCommand.class, PublishCommand.class, StatusCommand.class},
        mixinStandardHelpOptions = true)
public final class MasterCommand implements Callable<Integer> {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.BAD_USAGE.code();
    }
}
