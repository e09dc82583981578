package io.tidemark.edge.till;

import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.edge.record.SettleStanding;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.UnconfirmedCash;
import io.tidemark.ledger.masterdata.SettleRules;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.web.Amount;
import java.util.List;
import java.util.Objects;

/** Tells of the drawer as JSON. */
final class CashTold {
    private CashTold() {}

    /** The movement, which is recorded first; its confirmation may come with it. */
    static CashAnswers.Moved moved(Outcome.Done done) {
        return moved(done.entries().getFirst(), done);
    }

    private static CashAnswers.Moved moved(RecordedEntry moved, Outcome.Done done) {
        return new CashAnswers.Moved(
                kind(moved),
                day(moved),
                Told.position(moved),
                String.valueOf(moved.entry().header().command()),
                done.main().entry().event() instanceof CashConfirmed);
    }

    /** The float, which comes after the day that it opens. */
    static CashAnswers.Moved opened(Outcome.Done done) {
        RecordedEntry opened =
                done.entries().stream()
                        .filter(entry -> entry.entry().event() instanceof TillOpened)
                        .findFirst()
                        .orElseThrow();
        return moved(opened, done);
    }

    static CashAnswers.Counted counted(Outcome.Done done, CashAnswers.Standing standing) {
        RecordedEntry counted = done.entries().getFirst();
        return new CashAnswers.Counted(
                kind(counted),
                day(counted),
                Told.position(counted),
                standing,
                drawers(done.main().entry().event()));
    }

    static CashAnswers.Confirmed confirmed(Outcome.Done done) {
        RecordedEntry entry = done.main();
        CashConfirmed confirmed = (CashConfirmed) entry.entry().event();
        return new CashAnswers.Confirmed(
                day(entry),
                Told.position(entry),
                confirmed.movement().toString(),
                confirmed.kind(),
                confirmed.by(),
                confirmed.amounts().stream()
                        .map(each ->
                                new CashAnswers.Difference(
                                        Amount.of(each.given()), Amount.of(each.confirmed())))
                        .toList(),
                confirmed.note());
    }

    static CashAnswers.Settled settled(Outcome.Done done) {
        RecordedEntry entry = done.main();
        OverShortFound found = (OverShortFound) entry.entry().event();
        return new CashAnswers.Settled(
                day(entry),
                Told.position(entry),
                drawers(found),
                found.reason(),
                found.approvals().stream()
                        .map(given ->
                                new CashAnswers.ApprovedBy(
                                        given.act(), given.supervisor(), given.reason()))
                        .toList());
    }

    private static List<CashAnswers.OverShort> drawers(Event event) {
        return event instanceof OverShortFound found
                ? found.drawers().stream().map(CashTold::overShort).toList()
                : List.of();
    }

    private static CashAnswers.OverShort overShort(OverShortFound.Settled settled) {
        return new CashAnswers.OverShort(
                settled.type().code(),
                Amount.of(settled.expected()),
                Amount.of(settled.counted()),
                Amount.of(settled.overShort()));
    }

    static CashAnswers.Standing standing(TillDesk desk) {
        SettleRules rules = desk.staff().rules().settling();
        SettleStanding standing = desk.recorder().view().settleStanding(rules);
        return new CashAnswers.Standing(
                standing.name(),
                standing.drawers().stream()
                        .map(each ->
                                new CashAnswers.Drawer(
                                        each.tender().code(), each.currency().code()))
                        .toList(),
                rules != null);
    }

    static List<CashAnswers.Unconfirmed> unconfirmed(List<UnconfirmedCash> waiting) {
        return waiting.stream()
                .map(each ->
                        new CashAnswers.Unconfirmed(
                                each.movement().toString(),
                                each.kind(),
                                each.day().toString(),
                                each.operator(),
                                Amount.of(each.amounts())))
                .toList();
    }

    static CashAnswers.Faces faces(CurrencyCode currency) {
        Denominations faces = Denominations.of(currency);
        return new CashAnswers.Faces(
                currency.code(),
                currency.digits(),
                faces.notes(),
                faces.coins(),
                faces.isKnown() ? faces.source() : null);
    }

    private static String kind(RecordedEntry entry) {
        return EventType.of(entry.entry().event()).map(EventType::name).orElse("UNKNOWN");
    }

    private static String day(RecordedEntry entry) {
        return Objects.toString(entry.entry().header().businessDay());
    }
}
