package io.tidemark.node.command;

import io.tidemark.node.home.ExitCode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Commands under one word, such as {@code cash}; the word alone tells which there are. */
@Command(mixinStandardHelpOptions = true)
public final class CommandGroup implements Callable<Integer> {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    private CommandGroup() {}

    /**
     * @param commands by their names
     */
    public static CommandLine of(String name, String description, Map<String, Object> commands) {
        CommandLine group = new CommandLine(new CommandGroup()).setCommandName(name);
        group.getCommandSpec().usageMessage().description(description);
        commands.forEach(group::addSubcommand);
        return group;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.BAD_USAGE.code();
    }
}
