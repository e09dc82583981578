package io.tidemark.lab;

import io.tidemark.lab.bench.BenchCommand;
import io.tidemark.lab.bench.TrainCommand;
import io.tidemark.lab.demo.DemoCommand;
import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.retail.DataRefused;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.simulate.SimulateCommand;
import io.tidemark.lab.torture.TortureCommand;
import io.tidemark.node.command.ProgramVersion;
import io.tidemark.profiles.UnknownProfile;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The laboratory's command line. */
@Command(
        name = "store-lab",
        description = "Whole stores for proof.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            BenchCommand.class,
            SimulateCommand.class,
            TortureCommand.class,
            TrainCommand.class
        })
public final class StoreLab {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private StoreLab() {}

    public static void main(String... arguments) {
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
        return ProgramVersion.toldBy(new CommandLine(new StoreLab()))
                .setExecutionExceptionHandler(
                        (thrown, command, parsed) -> explained(thrown, command));
    }

    /** The outermost of the program: whatever a command throws comes here, and ends it. */
    private static int explained(Exception thrown, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName(" ").replace("store-lab", "tidemark");
        boolean isRefused = thrown instanceof DataRefused || thrown instanceof UnknownProfile;
        boolean isKnown = isRefused || thrown instanceof NodeFailed || thrown instanceof LabFailed;
        // What has no words of its own is a bug, and is to be found.
        if (isKnown) System.err.println(name + ": " + thrown.getMessage());
        else thrown.printStackTrace();
        return isRefused ? BAD_INPUT : FAILED;
    }
}
