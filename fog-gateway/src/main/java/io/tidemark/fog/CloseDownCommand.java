package io.tidemark.fog;

import io.tidemark.fog.CloseDownJson.Again;
import io.tidemark.fog.CloseDownJson.Checklist;
import io.tidemark.fog.CloseDownJson.Z;
import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.PinAsked;
import io.tidemark.node.running.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "close-down",
        description = {
            "Closes a business day of the store, or makes a supplement of what came after it was"
                    + " closed, at the gateway that runs in the directory.",
            "Ends with 0 if it did (with --check: if nothing stands in the way), 1 if it was"
                    + " refused, saying what to do, and 2 for a wrong use or a gateway that does not"
                    + " run.",
            "A PIN is never given on the command line, where others would see it: it is asked for,"
                    + " or read from --pin-file."
        },
        mixinStandardHelpOptions = true)
final class CloseDownCommand implements Callable<Integer> {
    /** A small day is computed again by then; nobody waits for a large one. */
    private static final Duration AGAIN_MAX = Duration.ofSeconds(2);

    private static final Duration AGAIN_EVERY = Duration.ofMillis(50);

    private final Deployable gateway;
    private final PinAsked pins;

    @Mixin private final AtHand atHand = new AtHand();

    @Option(
            names = "--day",
            paramLabel = "D",
            description =
                    "The business day, such as 2026-11-21; the store's current one if left out.")
    private @Nullable LocalDate day;

    @Option(names = "--check", description = "Only tells what stands in the way, and by when.")
    private boolean check;

    @Option(
            names = "--without",
            split = ",",
            arity = "1..*",
            paramLabel = "DEVICE",
            description = "Devices to close without; a supervisor must allow it.")
    private List<String> without = new ArrayList<>();

    @Option(
            names = "--supervisor",
            paramLabel = "NUMBER",
            description = "Who allows to close without devices.")
    private @Nullable String supervisor;

    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            description =
                    "Holds the supervisor's PIN, - if it is piped in; asked for at a terminal if left out.")
    private @Nullable Path pinFile;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the store Z.")
    private @Nullable String reason;

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "Who closes it, for the store Z; the user's name if left out.")
    private String operator = System.getProperty("user.name", "");

    CloseDownCommand(Deployable gateway, PinAsked pins) {
        this.gateway = gateway;
        this.pins = pins;
    }

    @Override
    public Integer call() {
        requireSense();
        try (NodeAtHand running = atHand.node(gateway.role())) {
            String wanted = day == null ? today(running) : day.toString();
            String path = "/days/" + wanted + "/close-down";
            return (check ? checked(running, path) : closed(running, path)).code();
        }
    }

    private void requireSense() {
        if (check && !without.isEmpty())
            throw wrong("--check only looks: leave --without out, or leave --check out to close");
        if (without.isEmpty() && (supervisor != null || pinFile != null || reason != null))
            throw wrong(
                    "--supervisor, --pin-file and --reason are for closing without devices: name"
                            + " them with --without");
        if (supervisor == null && (pinFile != null || reason != null))
            throw wrong("say with --supervisor whose PIN and reason it is");
    }

    private static CannotRun wrong(String why) {
        return new CannotRun(ExitCode.BAD_USAGE, why);
    }

    private String today(NodeAtHand running) {
        return CloseDownJson.read(accepted(running.get("/status")), CloseDownJson.Status.class)
                .businessDay();
    }

    private ExitCode checked(NodeAtHand running, String path) {
        Reply reply = accepted(running.get(path));
        Checklist checklist = CloseDownJson.read(reply, Checklist.class);
        List<Optional<Again>> computed =
                checklist.closed().stream().map(z -> again(running, z)).toList();
        if (atHand.isJson()) atHand.say(List.of(reply.body()));
        else {
            atHand.say(CloseDownWords.checklist(checklist));
            if (!computed.isEmpty()) atHand.say(List.of(CloseDownWords.again(computed.getLast())));
        }
        boolean stopped =
                computed.stream()
                        .flatMap(Optional::stream)
                        .anyMatch(each -> each.state().equals(CloseDownJson.STOPPED));
        return stopped || checklist.state().equals(CloseDownJson.BLOCKED)
                ? ExitCode.FOUND_WRONG
                : ExitCode.OK;
    }

    private ExitCode closed(NodeAtHand running, String path) {
        String wish = wish();
        long began = System.nanoTime();
        Reply reply = accepted(running.post(path, wish));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        Z z = CloseDownJson.read(reply, Z.class);
        Optional<Again> again = awaited(running, z);
        if (atHand.isJson()) atHand.say(List.of(asJson(reply.body(), elapsed, again)));
        else {
            atHand.say(CloseDownWords.closed(z, elapsed));
            atHand.say(List.of(CloseDownWords.again(again)));
        }
        return ExitCode.OK;
    }

    private String wish() {
        List<String> fields = new ArrayList<>();
        fields.add(Json.field("commandId", UUID.randomUUID().toString()));
        fields.add(Json.field("operator", operator));
        fields.add(Json.field("without", without.stream().map(Json::quoted).toList()));
        if (supervisor != null) fields.add(Json.raw("approval", approval(supervisor)));
        return Json.object(fields.toArray(String[]::new));
    }

    private String approval(String number) {
        List<String> fields = new ArrayList<>();
        fields.add(Json.field("supervisor", number));
        pins.of(number, pinFile, "--pin-file").ifPresent(pin -> fields.add(Json.field("pin", pin)));
        if (reason != null) fields.add(Json.field("reason", reason));
        return Json.object(fields.toArray(String[]::new));
    }

    /** A close-down is computed again at once, and most are small. */
    private Optional<Again> awaited(NodeAtHand running, Z z) {
        long began = System.nanoTime();
        Optional<Again> again = again(running, z);
        while (!isDone(again) && System.nanoTime() - began < AGAIN_MAX.toNanos()) {
            LockSupport.parkNanos(AGAIN_EVERY.toNanos());
            again = again(running, z);
        }
        return again;
    }

    private static boolean isDone(Optional<Again> again) {
        return again.filter(each ->
                        each.state().equals(CloseDownJson.AGREED)
                                || each.state().equals(CloseDownJson.STOPPED))
                .isPresent();
    }

    private Optional<Again> again(NodeAtHand running, Z z) {
        return CloseDownJson.read(accepted(running.get("/log")), CloseDownJson.Log.class)
                .days()
                .stream()
                .filter(leaf -> leaf.day().equals(z.day()) && leaf.supplement() == z.supplement())
                .findFirst()
                .map(CloseDownJson.Leaf::computedAgain);
    }

    private static String asJson(String z, Duration elapsed, Optional<Again> again) {
        return Json.object(
                Json.raw("closed", z),
                Json.field("millis", elapsed.toMillis()),
                Json.raw(
                        "computedAgain",
                        again.map(each ->
                                        Json.object(
                                                Json.field("state", each.state()),
                                                Json.field("percent", each.percent()),
                                                Json.field(
                                                        "differences",
                                                        each.differences().stream()
                                                                .map(Json::quoted)
                                                                .toList())))
                                .orElse("null")));
    }

    /**
     * @throws CannotRun in the gateway's words where it refused
     */
    private Reply accepted(Reply reply) {
        if (reply.isOk()) return reply;
        if (atHand.isJson()) atHand.say(List.of(reply.body()));
        throw reply.refusal(
                CloseDownWords.refusal(CloseDownJson.read(reply, CloseDownJson.Problem.class)));
    }
}
