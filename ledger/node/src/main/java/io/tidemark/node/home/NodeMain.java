package io.tidemark.node.home;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command line that the three programs share: {@code run}, {@code verify}, {@code export} and
 * {@code restore}.
 */
public final class NodeMain {
    private NodeMain() {}

    /** Does not return: runs the command and ends the process with its {@link ExitCode}. */
    public static void main(Deployable deployable, String... arguments) {
        System.exit(execute(deployable, arguments));
    }

    /** Runs the command and returns its exit code; {@code run} does not return. */
    public static int execute(Deployable deployable, String... arguments) {
        return commandLine(deployable).execute(arguments);
    }

    static CommandLine commandLine(Deployable deployable) {
        CommandLine commands =
                new CommandLine(new Program())
                        .addSubcommand(new Run(deployable))
                        .addSubcommand(new Verify(deployable))
                        .addSubcommand(new JournalCommands.Export(deployable))
                        .addSubcommand(new JournalCommands.Restore(deployable));
        commands.setCommandName(deployable.role().program());
        return commands.setExecutionExceptionHandler(
                (thrown, command, parsed) -> explained(thrown, command.getErr()));
    }

    private static int explained(Exception thrown, PrintWriter err) {
        Failure failure = Failure.of(thrown);
        if (!failure.isKnown()) thrown.printStackTrace(err);
        err.println(failure.message());
        err.flush();
        return failure.exitCode().code();
    }

    @Command(mixinStandardHelpOptions = true)
    private static final class Program implements Callable<Integer> {
        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().usage(spec.commandLine().getErr());
            return ExitCode.BAD_USAGE.code();
        }
    }

    @Command(
            name = "run",
            description = "Runs the node until SIGTERM.",
            mixinStandardHelpOptions = true)
    private static final class Run implements Callable<Integer> {
        private final Deployable deployable;

        @Mixin private final HomeOptions options = new HomeOptions();

        Run(Deployable deployable) {
            this.deployable = deployable;
        }

        @Override
        public Integer call() throws Exception {
            NodeProcess.run(deployable, options);
            return ExitCode.OK.code();
        }
    }

    @Command(
            name = "verify",
            description = "Checks all data of a stopped node.",
            mixinStandardHelpOptions = true)
    private static final class Verify implements Callable<Integer> {
        private final Deployable deployable;

        @Mixin private final HomeOptions options = new HomeOptions();

        @Option(names = "--json", description = "Print one line of JSON.")
        private boolean json;

        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandLine.Model.CommandSpec spec;

        Verify(Deployable deployable) {
            this.deployable = deployable;
        }

        @Override
        public Integer call() throws Exception {
            try (NodeHome home = options.home(deployable.role())) {
                Verification found = deployable.verify(options.start(home, NodeProcess::halt));
                PrintWriter out = spec.commandLine().getOut();
                out.print(json ? found.json() : found.text());
                out.flush();
                return (found.isSound() ? ExitCode.OK : ExitCode.FOUND_WRONG).code();
            }
        }
    }
}
