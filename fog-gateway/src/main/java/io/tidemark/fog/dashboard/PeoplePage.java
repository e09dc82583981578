package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayPeople;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A day's people as their page shows them. */
public record PeoplePage(
        String day,
        String dayInWords,
        List<Shift> shifts,
        List<Act> acts,
        String actsLeftOut,
        List<Session> sessions,
        String sessionsLeftOut) {
    /** Rows of one table; the API tells all. */
    static final int ROWS_MAX = 500;

    private static final String NOTHING = "–";

    /**
     * @param who number, name and role
     * @param gross with its currency; of several, one after the other
     */
    public record Shift(
            String where,
            String number,
            String who,
            String began,
            String ended,
            String receipts,
            String gross) {}

    /**
     * @param allowed by whom and why, or that nobody had to
     * @param receipt where it is shown
     */
    public record Act(
            String time,
            String where,
            String who,
            String what,
            String why,
            String allowed,
            boolean isAllowed,
            String amount,
            Optional<Board.Link> receipt) {}

    public record Session(String time, String where, String what, String who, String shift) {}

    static PeoplePage of(GatewayPeople people, LocalDate day) {
        List<GatewayPeople.Session> sessions = people.sessions(day);
        List<GatewayPeople.Act> acts = people.acts(day);
        return new PeoplePage(
                day.toString(),
                Shown.day(day),
                PeopleOfDay.shifts(sessions, people.sales(day)).stream()
                        .map(PeoplePage::shift)
                        .toList(),
                acts.stream().limit(ROWS_MAX).map(PeoplePage::act).toList(),
                leftOut(acts, day, "supervised"),
                sessions.stream().limit(ROWS_MAX).map(PeoplePage::session).toList(),
                leftOut(sessions, day, "people"));
    }

    /** Where the rest is; empty where nothing was left out. */
    static String leftOut(List<?> all, LocalDate day, String api) {
        if (all.size() <= ROWS_MAX) return "";
        return "The first "
                + Shown.count(ROWS_MAX)
                + " of "
                + Shown.count(all.size())
                + ": the rest is at /api/v1/days/"
                + day
                + "/"
                + api;
    }

    private static Shift shift(PeopleOfDay.Shift shift) {
        return new Shift(
                where(shift.workstation(), shift.device()),
                String.valueOf(shift.number()),
                who(shift.operator(), shift.name(), shift.role()),
                shift.began().map(Shown::clock).orElse(NOTHING),
                shift.ended().map(Shown::clock).orElseGet(() -> state(shift.state())),
                Shown.count(
                        shift.sales().stream().mapToLong(GatewayPeople.ShiftSales::receipts).sum()),
                shift.sales().isEmpty()
                        ? NOTHING
                        : shift.sales().stream()
                                .map(sold -> Shown.amount(sold.gross(), sold.currency()))
                                .collect(Collectors.joining(", ")));
    }

    private static String state(Optional<String> last) {
        return last.filter("LOCK"::equals).isPresent() ? "locked" : "goes on";
    }

    private static Act act(GatewayPeople.Act act) {
        boolean isAllowed = !act.supervisor().isEmpty();
        return new Act(
                Shown.clock(act.at()),
                where(act.workstation(), act.device()),
                act.operator(),
                Shown.words(act.act()),
                Stream.of(act.reason(), act.contents())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" · ")),
                isAllowed ? allowed(act) : "nobody had to",
                isAllowed,
                act.amount().isPresent()
                        ? Shown.amount(act.amount().getAsLong(), act.currency().orElseThrow())
                        : "",
                receipt(act));
    }

    private static String allowed(GatewayPeople.Act act) {
        return act.allowedFor().isBlank()
                ? act.supervisor()
                : act.supervisor() + ": " + act.allowedFor();
    }

    private static Optional<Board.Link> receipt(GatewayPeople.Act act) {
        return act.receipt() == 0
                ? Optional.empty()
                : Optional.of(
                        new Board.Link(
                                Address.receipt(act.day(), act.workstation(), act.receipt()),
                                "receipt " + act.receipt()));
    }

    private static Session session(GatewayPeople.Session session) {
        return new Session(
                Shown.clock(session.at()),
                where(session.workstation(), session.device()),
                Shown.words(session.kind()),
                who(session.operator(), session.name(), session.role()),
                String.valueOf(session.shift()));
    }

    private static String where(String workstation, String device) {
        return workstation + " · " + device;
    }

    private static String who(String operator, String name, String role) {
        return Stream.of(operator, name.equals(operator) ? "" : name, Shown.words(role))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }
}
