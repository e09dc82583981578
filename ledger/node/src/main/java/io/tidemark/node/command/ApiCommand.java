package io.tidemark.node.command;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.running.ApiLines;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.PinAsked;
import io.tidemark.node.running.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The general door: whatever the API of a node can do, a command line can do with it. */
@Command(
        name = "api",
        description = {
            "Calls the API of the node that runs in the directory, and prints what it answered, as it"
                    + " is. Without METHOD and PATH: lists what the API has.",
            "Ends with 0 if the node did as it was told, 1 if it refused, saying what to do, and 2 for a"
                    + " wrong use (a body that it cannot read, too) or a node that does not run.",
            "A PIN is never given on the command line nor needed in the body: it is put there from"
                    + " --pin-file, or asked for with --ask-pin."
        },
        mixinStandardHelpOptions = true)
final class ApiCommand implements Callable<Integer> {
    private static final String PREFIX = "/api/v1";

    private final Deployable program;
    private final PinAsked pins;

    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final ApiBody body = new ApiBody();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "METHOD",
            description = "GET, POST, PUT or DELETE.")
    private @Nullable String method;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            description = "Such as /status, or /days/2026-11-21/z; " + PREFIX + " may be left out.")
    private @Nullable String path;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Writes the answer there, such as a PDF. A file that is there is not overwritten.")
    private @Nullable Path out;

    ApiCommand(Deployable program, PinAsked pins) {
        this.program = program;
        this.pins = pins;
    }

    /** What a node answers is JSON as it is, so that there is nothing to ask for. */
    static CommandLine of(Deployable program, PinAsked pins) {
        CommandLine command = new CommandLine(new ApiCommand(program, pins));
        command.getCommandSpec().remove(command.getCommandSpec().findOption("--json"));
        return command;
    }

    @Override
    public Integer call() throws IOException {
        requireSense();
        try (NodeAtHand node = atHand.node(program.role())) {
            if (method == null || path == null) {
                atHand.say(ApiLines.of(node));
                return ExitCode.OK.code();
            }
            tell(
                    node.send(
                            method.toUpperCase(Locale.ROOT),
                            below(path),
                            body.type(),
                            body.content(pins, atHand)));
            return ExitCode.OK.code();
        }
    }

    private void requireSense() {
        body.requireSense();
        if (method != null && path == null)
            throw wrong("give a path behind " + method + ", such as /status");
        if (out != null && Files.exists(out))
            throw wrong(out + " is there already: name another file with --out");
    }

    private static String below(String path) {
        String whole = path.startsWith("/") ? path : "/" + path;
        return whole.startsWith(PREFIX + "/") ? whole.substring(PREFIX.length()) : whole;
    }

    private void tell(Reply reply) throws IOException {
        if (!reply.isOk()) {
            atHand.say(List.of(reply.body()));
            throw reply.refusal();
        }
        if (out != null) {
            Files.write(out, reply.bytes(), StandardOpenOption.CREATE_NEW);
            return;
        }
        if (!reply.isText())
            throw wrong("the answer is " + reply.type() + ", not text: give --out FILE");
        atHand.say(List.of(reply.body()));
    }

    private static CannotRun wrong(String why) {
        return new CannotRun(ExitCode.BAD_USAGE, why);
    }
}
