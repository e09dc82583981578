package io.tidemark.node.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Failure;
import io.tidemark.node.running.PinAsked;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line of the three programs: {@code run}, {@code verify} and {@code ledger}. */
public final class NodeMain {
    private NodeMain() {}

    /** Does not return: runs the command and ends the process with its {@link ExitCode}. */
    public static void main(Deployable deployable, String... arguments) {
        // Whatever the machine's language is: files, pages and answers have the same digits
        // everywhere, and a disk is read on a machine of another one.
        Locale.setDefault(Locale.ROOT);
        RunLine.of(arguments).ifPresent(line -> System.exit(line.run(deployable)));
        // Whatever the terminal is set to: what is told of a ledger may be in any script.
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, UTF_8);
        int code = commandLine(deployable).setOut(out).execute(arguments);
        out.flush();
        System.exit(code);
    }

    /** Runs the command and returns its exit code; {@code run} does not return. */
    public static int execute(Deployable deployable, String... arguments) {
        return commandLine(deployable).execute(arguments);
    }

    public static CommandLine commandLine(Deployable deployable) {
        CommandLine commands =
                new CommandLine(new Program())
                        .addSubcommand(new Run(deployable))
                        .addSubcommand(new Verify(deployable))
                        .addSubcommand(ApiCommand.of(deployable, PinAsked.ofThisProcess()))
                        .addSubcommand(LedgerCommands.of(deployable));
        deployable.commands().forEach(commands::addSubcommand);
        commands.setCommandName(deployable.role().program());
        return ProgramVersion.toldBy(commands)
                .setExecutionExceptionHandler(
                        (thrown, command, parsed) -> explained(thrown, command.getErr()));
    }

    static int explained(Exception thrown, PrintWriter err) {
        Failure failure = Failure.of(thrown);
        // What has words of its own needs no trace; what has none is a bug, and is to be found. It
        // goes where whoever ran this reads: a node that did not start, and a command, have no log.
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

        @Mixin private final HomeOptions home = new HomeOptions();
        @Mixin private final RunOptions options = new RunOptions();

        Run(Deployable deployable) {
            this.deployable = deployable;
        }

        @Override
        public Integer call() throws Exception {
            new RunLine(home, options).start(deployable);
            return ExitCode.OK.code();
        }
    }
}
