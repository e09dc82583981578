package io.tidemark.lab;

import io.tidemark.lab.bench.BenchCommand;
import io.tidemark.lab.bench.TrainCommand;
import io.tidemark.lab.demo.DemoCommand;
import io.tidemark.lab.simulate.SimulateCommand;
import io.tidemark.lab.torture.TortureCommand;
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
    private StoreLab() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    public static CommandLine commandLine() {
        return new CommandLine(new StoreLab());
    }
}
