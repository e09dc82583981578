package io.tidemark.fog.dashboard;

import io.tidemark.fog.closedown.Blocker;
import io.tidemark.fog.closedown.Checklist;
import io.tidemark.fog.closedown.DeviceCheck;
import io.tidemark.fog.closedown.Sealing;
import io.tidemark.fog.intake.DaySpan;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.paper.StoreZPaper;
import java.time.LocalDate;
import java.util.List;

/** A day's checklist and its close-downs, as its page shows them. */
final class ClosingOfDay {
    private final StoreView view;
    private final LocalDate day;
    private final Checklist checklist;

    ClosingOfDay(StoreView view, LocalDate day, Checklist checklist) {
        this.view = view;
        this.day = day;
        this.checklist = checklist;
    }

    Board.Closing board() {
        List<String> leaveOut = checklist.wouldBeLeftOut().stream().sorted().toList();
        boolean canLeaveOut =
                !leaveOut.isEmpty()
                        && checklist.blockersWithout(checklist.wouldBeLeftOut()).isEmpty();
        return new Board.Closing(
                day,
                checklist.isDay(),
                checklist.state(),
                view.elapsed(day).map(EarlierDays::inSeconds),
                due(),
                checklist.ownBlockers().stream().map(Blocker::text).toList(),
                checklist.devices().stream().map(this::step).toList(),
                leaveOut,
                canLeaveOut,
                checklist.closed().stream().map(this::z).toList());
    }

    private Board.Due due() {
        String by = Shown.time(view.due(day));
        return view.isPastDue(day)
                ? new Board.Due("Was to be closed by " + by, "bad")
                : new Board.Due("To be closed by " + by, "");
    }

    private Board.Step step(DeviceCheck check) {
        return new Board.Step(
                check.name(),
                check.isDone(),
                state(check) + unconfirmed(check),
                check.blockers().stream()
                        .map(blocker -> withoutDevice(blocker.text(), check))
                        .toList());
    }

    private static String state(DeviceCheck check) {
        if (check.late()) return "entries came after the close-down";
        return check.day()
                .filter(DaySpan::isClosed)
                .map(span -> "till Z " + span.zNumber() + " is here")
                .orElse(check.isDone() ? "done" : "");
    }

    /** Nothing waits for it, and whoever closes the store should know. */
    private static String unconfirmed(DeviceCheck check) {
        int count = check.unconfirmedCash();
        if (count == 0) return "";
        return " · cash moved "
                + (count == 1 ? "once" : count + " times")
                + " and no second person confirmed it";
    }

    private static String withoutDevice(String text, DeviceCheck check) {
        String prefix = check.device() + ": ";
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private Board.Z z(StoreDayClosed closed) {
        return new Board.Z(
                StoreZPaper.title(closed),
                closed.status(),
                closed.isComplete(),
                Shown.money(closed.totals().gross()),
                Shown.count(closed.totals().transactions()) + " receipts",
                view.sealing(closed).map(ClosingOfDay::check));
    }

    private static Board.Check check(Sealing sealing) {
        return switch (sealing.state()) {
            case WAITING -> new Board.Check("Waits to be computed again", 0, true, "");
            case READING ->
                    new Board.Check(
                            "Computed again from the journals: "
                                    + Shown.count(sealing.read())
                                    + " of "
                                    + Shown.count(sealing.entries())
                                    + " entries",
                            sealing.percent(),
                            true,
                            "");
            case AGREED ->
                    new Board.Check(
                            "Computed twice, with the same figures",
                            sealing.percent(),
                            false,
                            "good");
            case STOPPED ->
                    new Board.Check(
                            sealing.stopped() + ": " + String.join("; ", sealing.differences()),
                            sealing.percent(),
                            false,
                            "bad");
        };
    }
}
