package io.tidemark.fog.dashboard;

import io.tidemark.fog.closedown.Checklist;
import io.tidemark.fog.closedown.DeviceCheck;
import io.tidemark.fog.forward.LinkState;
import io.tidemark.fog.ledger.GatewayLedger;
import io.tidemark.fog.ledger.StockTables;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Puts together what the dashboard shows of one business day. */
final class BoardOfDay {
    /** Fewer entries are in the tables before the page has been read. */
    private static final long WORTH_TELLING = 1_000;

    private static final String NO_FIGURE = "–";

    private final StoreView view;
    private final LocalDate day;
    private final StoreCalendar calendar;
    private final String currency;
    private final Checklist checklist;
    private final Set<String> handhelds;
    private final Optional<List<GatewayLedger.DeviceTakings>> byDevice;

    BoardOfDay(StoreView view, LocalDate day) {
        this.view = view;
        this.day = day;
        this.calendar = view.calendar();
        this.currency = view.facts().currency().code();
        this.checklist = view.checklist(day);
        this.handhelds = view.handhelds();
        this.byDevice = view.byDevice(day);
    }

    Board board() {
        return new Board(
                new Board.Head(
                        view.facts().name(),
                        view.facts().store(),
                        view.gateway().organisation(),
                        day,
                        day.equals(view.today())),
                figures(),
                checklist.tills().stream().map(this::row).toList(),
                view.takings(day)
                        .map(hours -> HourChart.of(hours, currency, view.facts().cutOverHour())),
                view.goods(day).stream().map(BoardOfDay::row).toList(),
                new ClosingOfDay(view, day, checklist).board(),
                view.earlier(day),
                view.alerts().stream().map(this::row).toList());
    }

    private List<Board.Figure> figures() {
        List<Board.Figure> figures = new ArrayList<>(List.of(takings(), receipts()));
        figures.add(online("Tills online", device -> !isHandheld(device)));
        if (checklist.current().stream().anyMatch(this::isHandheld))
            figures.add(online("Handhelds online", this::isHandheld));
        figures.add(unsent());
        figures.add(headOffice());
        return figures;
    }

    private boolean isHandheld(DeviceCheck device) {
        return handhelds.contains(device.device());
    }

    private Board.Figure takings() {
        return new Board.Figure(
                "Takings, tax included",
                byDevice.map(all -> Shown.figure(sum(all))).orElse("…"),
                byDevice.isPresent() ? takingsNote() : "the tables are being built",
                "");
    }

    private String takingsNote() {
        long behind = view.ledger().behind();
        return behind < WORTH_TELLING
                ? currency
                : currency + ", without " + Shown.count(behind) + " entries just received";
    }

    private Board.Figure receipts() {
        long count =
                byDevice.stream()
                        .flatMap(List::stream)
                        .mapToLong(GatewayLedger.DeviceTakings::transactions)
                        .sum();
        return new Board.Figure(
                "Receipts",
                byDevice.isPresent() ? Shown.count(count) : "…",
                "sales and returns",
                "");
    }

    private Board.Figure online(String label, Predicate<DeviceCheck> which) {
        List<DeviceCheck> devices = checklist.current().stream().filter(which).toList();
        long online = devices.stream().filter(device -> device.sighting().online()).count();
        int all = devices.size();
        return new Board.Figure(
                label,
                online + " of " + all,
                online == all ? "all here" : (all - online) + " away",
                online == all ? "good" : "warn");
    }

    private Board.Figure unsent() {
        long missing = checklist.current().stream().mapToLong(DeviceCheck::missing).sum();
        boolean someAway =
                checklist.current().stream().anyMatch(device -> !device.sighting().online());
        boolean someForked = checklist.current().stream().anyMatch(this::isForked);
        String label = handhelds.isEmpty() ? "Unsent at tills" : "Unsent at devices";
        String value = Shown.count(missing);
        if (someForked)
            return new Board.Figure(label, value, "and a forked device's, kept apart", "warn");
        if (missing > 0)
            return new Board.Figure(label, value, "entries recorded, not here yet", "warn");
        return someAway
                ? new Board.Figure(label, value, "who is away may have more", "")
                : new Board.Figure(label, value, "everything is here", "good");
    }

    private Board.Figure headOffice() {
        LinkState link = view.link();
        return new Board.Figure(
                "Head office",
                link.online() ? "Online" : "Away",
                headOfficeNote(link),
                link.online() ? "good" : "warn");
    }

    private String headOfficeNote(LinkState link) {
        String sent =
                link.unsent() == 0 ? "everything sent" : Shown.count(link.unsent()) + " unsent";
        String since = link.online() ? "" : " · since " + time(link.since());
        String archive =
                link.archivePending() == 0 ? "" : " · " + link.archivePending() + " to archive";
        return sent + since + archive;
    }

    private Board.TillRow row(DeviceCheck check) {
        Optional<GatewayLedger.DeviceTakings> taken =
                byDevice.stream()
                        .flatMap(List::stream)
                        .filter(one -> one.device().equals(check.device()))
                        .filter(one -> one.currency().equals(currency))
                        .findFirst();
        boolean sells = !isHandheld(check);
        return new Board.TillRow(
                check.name(),
                kindOf(check),
                check.sighting().online() && !isForked(check),
                stateOf(check),
                dayOf(check),
                sells || taken.isPresent()
                        ? Shown.count(taken.map(one -> one.transactions()).orElse(0L))
                        : NO_FIGURE,
                sells || taken.isPresent()
                        ? Shown.figure(
                                Shown.money(taken.map(one -> one.gross()).orElse(0L), currency))
                        : NO_FIGURE,
                isForked(check) ? "kept apart" : Shown.count(check.missing()),
                Shown.count(check.received()),
                check.isCurrent() ? Optional.of(Address.device(check.device())) : Optional.empty());
    }

    private String kindOf(DeviceCheck check) {
        String kind = (isHandheld(check) ? "handheld · " : "till · ") + check.workstation();
        return check.label().isEmpty() ? kind : kind + " · " + check.label();
    }

    /** Whether what it sends is kept apart from what it sent before, until somebody decides. */
    private boolean isForked(DeviceCheck check) {
        return view.forkOf(check.device()).isPresent();
    }

    private String stateOf(DeviceCheck check) {
        boolean online = check.sighting().online();
        String since = " since " + time(check.sighting().since());
        if (isForked(check)) return (online ? "Forked, online" : "Forked, offline") + since;
        return (online ? "Online" : "Offline") + since;
    }

    private static String dayOf(DeviceCheck check) {
        return check.day()
                .map(span -> span.isClosed() ? "Closed, Z " + span.zNumber() : "Open")
                .orElse("Not opened");
    }

    private static Board.GoodsRow row(StockTables.Flow flow) {
        return new Board.GoodsRow(
                Shown.words(flow.flow()),
                Shown.count(flow.lines()),
                Shown.quantity(flow.quantity(), flow.unit()),
                Shown.unit(flow.unit()));
    }

    private Board.AlertRow row(Alert alert) {
        return new Board.AlertRow(
                alert.subject(), alert.text(), time(alert.since()), pageOf(alert));
    }

    private Optional<Board.Link> pageOf(Alert alert) {
        if (alert.kind().isOfDevice())
            return Optional.of(new Board.Link(Address.device(alert.subject()), "See the device"));
        return switch (alert.kind()) {
            case FORKED ->
                    view.forkOf(alert.subject()).map(page -> new Board.Link(page, "See both"));
            case DAY_NOT_CLOSED, LATE_ENTRIES ->
                    Optional.of(
                            new Board.Link(
                                    Address.day(LocalDate.parse(alert.subject())),
                                    "Go to the day"));
            case POSITION_BEYOND_LIMIT ->
                    Optional.of(new Board.Link("/exchange", "See the positions"));
            case RETURNED_TWICE, RESUMED_TWICE, TRANSFERRED_TWICE, GIFT_CARD_OVERSPENT ->
                    Optional.of(new Board.Link("/exceptions", "See them"));
            case PAPERS_NOT_SEEN -> Optional.of(new Board.Link("/exchange", "See the exchanges"));
            default -> Optional.empty();
        };
    }

    private Money sum(List<GatewayLedger.DeviceTakings> all) {
        return all.stream()
                .filter(one -> one.currency().equals(currency))
                .map(one -> Shown.money(one.gross(), currency))
                .reduce(Shown.money(0, currency), Money::plus);
    }

    private String time(Instant instant) {
        return calendar.wallTime(instant).toString();
    }
}
