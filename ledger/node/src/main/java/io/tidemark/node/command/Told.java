package io.tidemark.node.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command tells what it found, and how far it has come. */
@Command
final class Told {
    /** Set by the launcher, which can find out: {@code true} if a person watches stderr. */
    private static final String TERMINAL = "tidemark.terminal";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before the command is called
    private CommandSpec spec;

    PrintWriter out() {
        return commandLine().getOut();
    }

    Lines lines() {
        return new Lines(out());
    }

    Progress progress() {
        return new Progress(commandLine().getErr(), Boolean.getBoolean(TERMINAL), System::nanoTime);
    }

    private CommandLine commandLine() {
        return spec.commandLine();
    }
}
