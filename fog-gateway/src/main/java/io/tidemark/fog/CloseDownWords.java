package io.tidemark.fog;

import io.tidemark.fog.CloseDownJson.Again;
import io.tidemark.fog.CloseDownJson.Allowed;
import io.tidemark.fog.CloseDownJson.Block;
import io.tidemark.fog.CloseDownJson.Checklist;
import io.tidemark.fog.CloseDownJson.Problem;
import io.tidemark.fog.CloseDownJson.Sums;
import io.tidemark.fog.CloseDownJson.Z;
import io.tidemark.node.web.TenderJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A close-down in the words of the command line. */
final class CloseDownWords {
    private CloseDownWords() {}

    static List<String> checklist(Checklist checklist) {
        List<String> lines = new ArrayList<>();
        lines.add(checklist.day() + " " + standing(checklist));
        lines.addAll(blockers(checklist.blockers()));
        for (Z z : checklist.closed())
            lines.add("  " + z.title() + ": " + z.status() + ", closed by " + z.operator());
        return lines;
    }

    private static String standing(Checklist checklist) {
        String deadline =
                (checklist.overdue() ? "it was to be closed by " : "it is to be closed by ")
                        + checklist.closeBy();
        return switch (checklist.state()) {
            case "READY" -> "can be closed; " + deadline;
            case CloseDownJson.BLOCKED -> "cannot be closed yet; " + deadline;
            case "LATE_ENTRIES" ->
                    "is closed, and entries of it have come since: closing it again makes a"
                            + " supplement";
            default -> "is closed";
        };
    }

    /** Each by its device, and how to close all the same, where that can be. */
    private static List<String> blockers(List<Block> blockers) {
        List<String> lines = new ArrayList<>();
        for (Block each : blockers)
            lines.add("  " + (each.device().isBlank() ? "" : each.device() + ": ") + each.text());
        String without =
                blockers.stream()
                        .filter(Block::canBeLeftOut)
                        .map(Block::device)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(","));
        if (!blockers.stream().allMatch(Block::canBeLeftOut))
            lines.add("Not all of it can be left out: see to it first.");
        else if (!without.isEmpty())
            lines.add(
                    "To close all the same: --without "
                            + without
                            + ", with --supervisor NUMBER and --reason TEXT");
        return lines;
    }

    static List<String> closed(Z z, Duration elapsed) {
        List<String> lines = new ArrayList<>();
        lines.add(z.title() + " of " + z.day() + ": " + z.status());
        if (z.allowed() != null) lines.add("  allowed by " + allowed(z.allowed()));
        lines.addAll(sums(z.totals()));
        lines.add("  all days so far: " + z.grandTotals().net().toMoney() + " net of returns");
        lines.add(
                String.format(Locale.ROOT, "Closed in %.3f s.", (double) elapsed.toMillis() / 1e3));
        return lines;
    }

    /** Where the master data name nobody, a number has no name, and no reason is asked for. */
    private static String allowed(Allowed allowed) {
        return allowed.supervisor()
                + (allowed.name().isBlank() ? "" : ", " + allowed.name())
                + (allowed.reason().isBlank() ? "" : ": " + allowed.reason());
    }

    private static List<String> sums(Sums sums) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "  taken: %s (%s net, %s VAT), receipts: %,d; given back: %s, returns: %,d"
                        .formatted(
                                sums.gross().toMoney(),
                                sums.net().toMoney(),
                                sums.tax().toMoney(),
                                sums.transactions(),
                                sums.returned().toMoney(),
                                sums.returns()));
        for (TenderJson tender : sums.tenders())
            lines.add(
                    "  "
                            + tender.type().toLowerCase(Locale.ROOT)
                            + ": "
                            + tender.expected().toMoney()
                            + " should be there"
                            + (tender.overShort() == null
                                    ? ""
                                    : ", over or short " + tender.overShort().toMoney()));
        return lines;
    }

    /** Empty where it was computed again before the gateway was started, or is about to be. */
    static String again(Optional<Again> again) {
        return again.map(CloseDownWords::again)
                .orElse("It was computed again before the gateway was started, or is about to be.");
    }

    private static String again(Again again) {
        return switch (again.state()) {
            case CloseDownJson.AGREED ->
                    "Computed again from the journals: the same. It goes to head office.";
            case CloseDownJson.STOPPED ->
                    "Computed again from the journals: NOT the same. It does not go to head office: "
                            + String.join("; ", again.differences());
            default ->
                    "It is being computed again from the journals, "
                            + again.percent()
                            + " % so far; --check tells how that ended.";
        };
    }

    static String refusal(Problem problem) {
        List<String> lines = new ArrayList<>(List.of(problem.detail()));
        lines.addAll(blockers(problem.standing()));
        if (problem.wantsApproval())
            lines.add(
                    "Give --supervisor NUMBER and --reason TEXT; the PIN is asked for, or read from"
                            + " --pin-file FILE");
        return String.join(System.lineSeparator(), lines);
    }
}
