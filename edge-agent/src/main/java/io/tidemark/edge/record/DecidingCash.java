package io.tidemark.edge.record;

import io.tidemark.edge.record.Deciding.By;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.UnconfirmedCash;
import io.tidemark.ledger.masterdata.SettleRules;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cash that is moved and confirmed, and the drawer that is counted and settled. What belongs
 * together is recorded in one go: a movement with its confirmation, a count with what it was found
 * to be over or short by.
 */
final class DecidingCash {
    private final Deciding deciding;
    private final Till till;
    private final Command command;
    private final By by;

    DecidingCash(Deciding deciding, Till till, Command command, By by) {
        this.deciding = deciding;
        this.till = till;
        this.command = command;
        this.by = by;
    }

    Decision moved(Supplier<Event> movement, @Nullable Confirming confirming) {
        return and(deciding.record(by, movement), confirming);
    }

    /** The same with what another person says of it. */
    Decision and(Decision given, @Nullable Confirming confirming) {
        if (confirming == null || !(given instanceof Decision.Append(List<Entry> entries)))
            return given;
        Entry last = entries.getLast();
        UnconfirmedCash waits = CashOnTheWay.of(last.header(), command.ask().id(), last.event());
        if (waits.amounts().isEmpty()) return given;
        List<Entry> both = new ArrayList<>(entries);
        both.add(
                deciding.entry(
                        confirmed(waits, confirming, true), by, last.header().businessDay(), 0));
        return new Decision.Append(both);
    }

    Decision confirmed(Ask.ConfirmCash ask) {
        return deciding.record(
                by,
                () -> {
                    UnconfirmedCash waits =
                            till.onTheWay()
                                    .find(ask.movement())
                                    .orElseThrow(() ->
                                            new NotAllowed(
                                                    Refusal.Kind.CONTENT,
                                                    "no movement of cash with the id "
                                                            + ask.movement()
                                                            + " waits here to be confirmed: it was"
                                                            + " confirmed already, or is another till's"));
                    boolean today = till.day().map(OpenDay::date).equals(Optional.of(waits.day()));
                    return confirmed(waits, ask.confirming(), today);
                });
    }

    private CashConfirmed confirmed(UnconfirmedCash waits, Confirming confirming, boolean today) {
        requireAnother(waits.operator(), confirming.by());
        List<CashConfirmed.Confirmed> amounts = new ArrayList<>();
        for (Money given : waits.amounts())
            amounts.add(new CashConfirmed.Confirmed(given, said(given, confirming)));
        for (Money said : confirming.amounts())
            if (waits.amounts().stream().noneMatch(each -> each.currency().equals(said.currency())))
                throw new NotAllowed(
                        Refusal.Kind.CONTENT,
                        "nothing was given in " + said.currency() + ": confirm what was");
        return new CashConfirmed(
                waits.movement(),
                waits.kind(),
                !today,
                amounts,
                confirming.by(),
                confirming.note());
    }

    private static Money said(Money given, Confirming confirming) {
        if (confirming.amounts().isEmpty()) return given;
        return confirming.amounts().stream()
                .filter(each -> each.currency().equals(given.currency()))
                .findFirst()
                .orElseThrow(() ->
                        new NotAllowed(
                                Refusal.Kind.CONTENT,
                                "say also how much there was of "
                                        + given
                                        + ", 0 if there was none"));
    }

    private void requireAnother(String operator, String who) {
        if (operator.equals(who))
            throw new NotAllowed(
                    Refusal.Kind.APPROVAL, who + " recorded this: another person must confirm it");
        Authority authority = command.authority();
        if (!authority.staff().isNamed() || who.equals(by.operator())) return;
        if (!authority.isProven(who) || authority.staff().find(who).isEmpty())
            throw new NotAllowed(
                    Refusal.Kind.APPROVAL,
                    "whoever confirms gives their own number and PIN: " + who + " did not");
    }

    /** Together with what it is over or short by, where nobody has to count again or say why. */
    Decision counted(Ask.Count ask) {
        TillCounted counted = new TillCounted(ask.counted());
        till.day().ifPresent(day -> requireBlind(day, counted));
        Decision decision = deciding.record(by, () -> counted);
        if (!(decision instanceof Decision.Append(List<Entry> entries))) return decision;
        OpenDay day = till.day().orElseThrow();
        TotalsSum with = TotalsSum.from(day.totals());
        with.add(counted);
        Settling settling = day.settling().after(by.operator(), counted);
        if (settling.standing(with.totals(), rules()).step() != Settling.Step.READY)
            return decision;
        List<Entry> both = new ArrayList<>(entries);
        both.add(deciding.entry(found(settling, with, "", List.of()), by, day.date(), 0));
        return new Decision.Append(both);
    }

    /** Once what should be there has been told, a cashier's next count of it would be no count. */
    private void requireBlind(OpenDay day, TillCounted counted) {
        Staff staff = command.authority().staff();
        boolean maySee =
                staff.find(by.operator()).filter(each -> each.role().mayApprove()).isPresent();
        if (rules() != null && !maySee && day.settling().isKnown(counted.counted()))
            throw new NotAllowed(
                    Refusal.Kind.SETTLE,
                    "the till is settled, and what should be in the drawer may be known: only a"
                            + " supervisor who signs on counts it again before money has moved");
    }

    private static OverShortFound found(
            Settling settling, TotalsSum sum, String reason, List<Approval> approvals) {
        return new OverShortFound(
                settling.counted(sum.totals()).stream()
                        .map(account ->
                                new OverShortFound.Settled(
                                        account.type(),
                                        account.expected(),
                                        Objects.requireNonNull(account.counted())))
                        .toList(),
                reason,
                approvals);
    }

    Decision settled(Ask.Settle ask) {
        return deciding.record(by, () -> settledBy(ask));
    }

    private Event settledBy(Ask.Settle ask) {
        OpenDay day = till.day().orElseThrow();
        Settling settling = day.settling();
        TotalsSum sum = TotalsSum.from(day.totals());
        SettleStanding standing = settling.standing(sum.totals(), rules());
        return switch (standing.step()) {
            case READY -> found(settling, sum, ask.reason(), List.of());
            case REASON ->
                    found(settling, sum, reason(ask), List.of(second(ask, settling.counters())));
            case COUNT, RECOUNT, SETTLED -> throw notYet(standing);
        };
    }

    private static String reason(Ask.Settle ask) {
        Approving.requireReason(ask.reason(), "why the drawer is over or short");
        return ask.reason();
    }

    /** Of another person than who counted or settles, whatever these may approve alone. */
    private Approval second(Ask.Settle ask, Set<String> counters) {
        Approver called = ask.approver();
        if (called == null
                || called.supervisor().equals(by.operator())
                || counters.contains(called.supervisor()))
            throw new NotAllowed(
                    Refusal.Kind.APPROVAL,
                    "a supervisor who did not count must allow this ("
                            + Approval.OVER_SHORT
                            + "): have one enter number and PIN, and ask again");
        Approving.requireSupervisor(command.authority(), called);
        return new Approval(
                Approval.OVER_SHORT,
                called.supervisor(),
                called.reason().isEmpty() ? ask.reason() : called.reason());
    }

    /**
     * @throws NotAllowed if the shop has its tills settled first, and this one is not
     */
    void requireSettled(OpenDay day) {
        SettleRules rules = rules();
        if (rules == null) return;
        SettleStanding standing = day.settling().standing(day.totals(), rules);
        boolean isEmpty = day.totals().tenders().stream().noneMatch(each -> each.type().isCash());
        if (!standing.isSettled() && !isEmpty) throw notYet(standing);
    }

    private static NotAllowed notYet(SettleStanding standing) {
        return new NotAllowed(Refusal.Kind.SETTLE, standing.whatNext());
    }

    private @Nullable SettleRules rules() {
        return command.authority().staff().rules().settling();
    }
}
