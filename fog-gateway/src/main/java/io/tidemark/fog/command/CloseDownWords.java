package io.tidemark.fog.command;

import io.tidemark.node.running.JsonAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A close-down in the words of the command line. */
final class CloseDownWords {
    static final String BLOCKED = "BLOCKED";
    static final String STOPPED = "STOPPED";
    static final String AGREED = "AGREED";

    private CloseDownWords() {}

    static List<String> checklist(JsonAnswer checklist) {
        List<String> lines = new ArrayList<>();
        lines.add(checklist.text("day") + " " + standing(checklist));
        lines.addAll(blockers(checklist.list("blockers")));
        for (JsonAnswer z : checklist.list("closed"))
            lines.add(
                    "  "
                            + z.text("title")
                            + ": "
                            + z.text("status")
                            + ", closed by "
                            + z.text("operator"));
        return lines;
    }

    private static String standing(JsonAnswer checklist) {
        String deadline =
                (checklist.is("overdue") ? "it was to be closed by " : "it is to be closed by ")
                        + checklist.text("closeBy");
        return switch (checklist.text("state")) {
            case "READY" -> "can be closed; " + deadline;
            case BLOCKED -> "cannot be closed yet; " + deadline;
            case "LATE_ENTRIES" ->
                    "is closed, and entries of it have come since: closing it again makes a"
                            + " supplement";
            default -> "is closed";
        };
    }

    /** Each by its device, and how to close all the same, where that can be. */
    private static List<String> blockers(List<JsonAnswer> blockers) {
        List<String> lines = new ArrayList<>();
        for (JsonAnswer each : blockers) {
            String device = each.text("device");
            lines.add("  " + (device.isBlank() ? "" : device + ": ") + each.text("text"));
        }
        String without =
                blockers.stream()
                        .filter(CloseDownWords::canBeLeftOut)
                        .map(each -> each.text("device"))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(","));
        if (!blockers.stream().allMatch(CloseDownWords::canBeLeftOut))
            lines.add("Not all of it can be left out: see to it first.");
        else if (!without.isEmpty())
            lines.add(
                    "To close all the same: --without "
                            + without
                            + ", with --supervisor NUMBER and --reason TEXT");
        return lines;
    }

    private static boolean canBeLeftOut(JsonAnswer blocker) {
        return blocker.is("canBeLeftOut");
    }

    static List<String> closed(JsonAnswer z, Duration elapsed) {
        List<String> lines = new ArrayList<>();
        lines.add(z.text("title") + " of " + z.text("day") + ": " + z.text("status"));
        z.maybe("allowed").ifPresent(by -> lines.add("  allowed by " + allowed(by)));
        lines.addAll(sums(z.at("totals")));
        lines.add("  all days so far: " + z.at("grandTotals").money("net") + " net of returns");
        lines.add(
                String.format(Locale.ROOT, "Closed in %.3f s.", (double) elapsed.toMillis() / 1e3));
        return lines;
    }

    /** Where the master data name nobody, a number has no name, and no reason is asked for. */
    private static String allowed(JsonAnswer allowed) {
        String name = allowed.text("name");
        String reason = allowed.text("reason");
        return allowed.text("supervisor")
                + (name.isBlank() ? "" : ", " + name)
                + (reason.isBlank() ? "" : ": " + reason);
    }

    private static List<String> sums(JsonAnswer sums) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "  taken: %s (%s net, %s VAT), receipts: %,d; given back: %s, returns: %,d"
                        .formatted(
                                sums.money("gross"),
                                sums.money("net"),
                                sums.money("tax"),
                                sums.number("transactions"),
                                sums.money("returned"),
                                sums.number("returns")));
        for (JsonAnswer tender : sums.list("tenders"))
            lines.add(
                    "  "
                            + tender.text("type").toLowerCase(Locale.ROOT)
                            + ": "
                            + tender.money("expected")
                            + " should be there"
                            + tender.maybeMoney("overShort")
                                    .map(off -> ", over or short " + off)
                                    .orElse(""));
        return lines;
    }

    /** Empty where it was computed again before the gateway was started, or is about to be. */
    static String again(Optional<JsonAnswer> again) {
        return again.map(CloseDownWords::again)
                .orElse("It was computed again before the gateway was started, or is about to be.");
    }

    private static String again(JsonAnswer again) {
        return switch (again.text("state")) {
            case AGREED -> "Computed again from the journals: the same. It goes to head office.";
            case STOPPED ->
                    "Computed again from the journals: NOT the same. It does not go to head office: "
                            + again.list("differences").stream()
                                    .map(JsonAnswer::asText)
                                    .collect(Collectors.joining("; "));
            default ->
                    "It is being computed again from the journals, "
                            + again.text("percent")
                            + " % so far; --check tells how that ended.";
        };
    }

    static String refusal(JsonAnswer problem, boolean wantsApproval) {
        List<String> lines = new ArrayList<>(List.of(problem.text("detail")));
        lines.addAll(blockers(problem.list("blockers")));
        if (wantsApproval)
            lines.add(
                    "Give --supervisor NUMBER and --reason TEXT; the PIN is asked for, or read from"
                            + " --pin-file FILE");
        return String.join(System.lineSeparator(), lines);
    }
}
