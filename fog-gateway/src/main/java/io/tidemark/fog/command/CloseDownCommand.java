package io.tidemark.fog.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.command.SupervisorOptions;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.running.JsonAnswer;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.PinAsked;
import io.tidemark.node.running.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
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

    private final PinAsked pins;

    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final DayOption day = new DayOption();
    @Mixin private final SupervisorOptions supervisor = new SupervisorOptions();

    @Option(names = "--check", description = "Only tells what stands in the way, and by when.")
    private boolean check;

    @Option(
            names = "--without",
            split = ",",
            arity = "1..*",
            paramLabel = "DEVICE",
            description = "Devices to close without: --supervisor must allow it, with a --reason.")
    private List<String> without = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the store Z.")
    private @Nullable String reason;

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "Who closes it, for the store Z; the user's name if left out.")
    private String operator = System.getProperty("user.name", "");

    CloseDownCommand(PinAsked pins) {
        this.pins = pins;
    }

    @Override
    public Integer call() {
        requireSense();
        try (NodeAtHand running = atHand.node(NodeRole.GATEWAY)) {
            String wanted = day.given().orElseGet(() -> today(running));
            String path = "/days/" + wanted + "/close-down";
            return (check ? checked(running, path) : closed(running, path)).code();
        }
    }

    private void requireSense() {
        if (check && !without.isEmpty())
            throw wrong("--check only looks: leave --without out, or leave --check out to close");
        if (without.isEmpty() && (supervisor.isGiven() || reason != null))
            throw wrong(
                    "--supervisor, --pin-file and --reason are for closing without devices: name"
                            + " them with --without");
        supervisor.requireNamed();
        if (reason != null && !supervisor.isGiven())
            throw wrong("say with --supervisor whose reason it is");
    }

    private static CannotRun wrong(String why) {
        return new CannotRun(ExitCode.BAD_USAGE, why);
    }

    private String today(NodeAtHand running) {
        return atHand.read(accepted(running.get("/status")), status -> status.text("businessDay"));
    }

    private ExitCode checked(NodeAtHand running, String path) {
        Reply reply = accepted(running.get(path));
        return atHand.read(reply, checklist -> checked(running, reply, checklist));
    }

    private ExitCode checked(NodeAtHand running, Reply reply, JsonAnswer checklist) {
        List<Optional<JsonAnswer>> computed =
                checklist.list("closed").stream().map(z -> again(running, z)).toList();
        if (atHand.isJson()) atHand.say(List.of(reply.body()));
        else {
            atHand.say(CloseDownWords.checklist(checklist));
            if (!computed.isEmpty()) atHand.say(List.of(CloseDownWords.again(computed.getLast())));
        }
        boolean stopped =
                computed.stream()
                        .flatMap(Optional::stream)
                        .anyMatch(each -> each.text("state").equals(CloseDownWords.STOPPED));
        return stopped || checklist.text("state").equals(CloseDownWords.BLOCKED)
                ? ExitCode.FOUND_WRONG
                : ExitCode.OK;
    }

    private ExitCode closed(NodeAtHand running, String path) {
        List<String> wish = wish();
        long began = System.nanoTime();
        Reply reply = accepted(running.command(path, wish));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        atHand.say(atHand.read(reply, z -> told(reply, z, elapsed, awaited(running, z))));
        return ExitCode.OK;
    }

    private List<String> told(
            Reply reply, JsonAnswer z, Duration elapsed, Optional<JsonAnswer> again) {
        if (atHand.isJson()) return List.of(asJson(reply.body(), elapsed, again));
        List<String> lines = new ArrayList<>(CloseDownWords.closed(z, elapsed));
        lines.add(CloseDownWords.again(again));
        return lines;
    }

    private List<String> wish() {
        List<String> fields = new ArrayList<>();
        fields.add(Json.field("operator", operator));
        fields.add(Json.field("without", without.stream().map(Json::quoted).toList()));
        supervisor.approval(pins, reason).ifPresent(fields::add);
        return fields;
    }

    /** A close-down is computed again at once, and most are small. */
    private Optional<JsonAnswer> awaited(NodeAtHand running, JsonAnswer z) {
        long began = System.nanoTime();
        Optional<JsonAnswer> again = again(running, z);
        while (!isDone(again) && System.nanoTime() - began < AGAIN_MAX.toNanos()) {
            LockSupport.parkNanos(AGAIN_EVERY.toNanos());
            again = again(running, z);
        }
        return again;
    }

    private static boolean isDone(Optional<JsonAnswer> again) {
        return again.map(each -> each.text("state"))
                .filter(state ->
                        state.equals(CloseDownWords.AGREED) || state.equals(CloseDownWords.STOPPED))
                .isPresent();
    }

    /** Empty where it was done before the gateway was started, or is to begin. */
    private Optional<JsonAnswer> again(NodeAtHand running, JsonAnswer z) {
        return atHand.read(
                accepted(running.get("/log")),
                log ->
                        log.list("days").stream()
                                .filter(leaf ->
                                        leaf.text("day").equals(z.text("day"))
                                                && leaf.number("supplement")
                                                        == z.number("supplement"))
                                .findFirst()
                                .flatMap(leaf -> leaf.maybe("computedAgain")));
    }

    private static String asJson(String z, Duration elapsed, Optional<JsonAnswer> again) {
        return Json.object(
                Json.raw("closed", z),
                Json.field("millis", elapsed.toMillis()),
                Json.raw("computedAgain", again.map(CloseDownCommand::asJson).orElse("null")));
    }

    private static String asJson(JsonAnswer again) {
        return Json.object(
                Stream.of("state", "percent", "differences")
                        .map(name -> Json.raw(name, again.at(name).toString()))
                        .toList());
    }

    /**
     * @throws CannotRun in the gateway's words where it refused
     */
    private Reply accepted(Reply reply) {
        if (reply.isOk()) return reply;
        if (atHand.isJson()) atHand.say(List.of(reply.body()));
        throw reply.refusal(
                atHand.read(
                        reply, problem -> CloseDownWords.refusal(problem, reply.wantsApproval())));
    }
}
