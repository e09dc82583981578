package io.tidemark.node.command;

import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.running.JsonAnswer;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.Reply;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands have that speak to a node that runs: where it is, and how they answer. */
@Command
public final class AtHand {
    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "The directory of a node that runs.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path directory;

    @Option(names = "--json", description = "Says the same as JSON, a refusal too.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before the command is called
    private CommandSpec spec;

    public boolean isJson() {
        return json;
    }

    /**
     * @param role whose program the command is of
     * @throws io.tidemark.node.home.CannotRun if another program's home is given, or no node runs
     *     there
     */
    public NodeAtHand node(NodeRole role) {
        try (NodeHome home = HomeOptions.requireRole(NodeHome.toRead(directory), role)) {
            return NodeAtHand.in(home);
        }
    }

    /**
     * Asks, and says what was answered: as it is, or in words.
     *
     * @throws io.tidemark.node.home.CannotRun in the node's words where it refused
     */
    public void tell(
            NodeRole role,
            Function<NodeAtHand, Reply> question,
            Function<JsonAnswer, List<String>> words) {
        try (NodeAtHand node = node(role)) {
            tell(question.apply(node), words);
        }
    }

    /** Says what was answered: as it is, or in words. */
    public void tell(Reply reply, Function<JsonAnswer, List<String>> words) {
        accepted(reply);
        if (json) say(List.of(reply.body()));
        else say(read(reply, words));
    }

    /** Reads an answer, and takes one that lacks what is looked for as another version's. */
    public <T> T read(Reply reply, Function<JsonAnswer, T> reading) {
        try {
            return reading.apply(reply.json());
        } catch (JsonAnswer.Unreadable e) {
            throw reply.unreadable(e);
        }
    }

    /**
     * @throws io.tidemark.node.home.CannotRun in the node's words where it refused
     */
    public Reply accepted(Reply reply) {
        if (reply.isOk()) return reply;
        if (json) say(List.of(reply.body()));
        if (!reply.wantsApproval() || spec.findOption(SupervisorOptions.SUPERVISOR) == null)
            throw reply.refusal();
        throw reply.refusal(
                reply.detail()
                        + System.lineSeparator()
                        + "Give "
                        + SupervisorOptions.SUPERVISOR
                        + " NUMBER; the PIN is asked for, or read from "
                        + SupervisorOptions.FILE
                        + " FILE");
    }

    public void say(List<String> lines) {
        PrintWriter out = out();
        lines.forEach(out::println);
        out.flush();
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
