package io.tidemark.edge.record;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.ledger.masterdata.OperatorRole;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who allowed what a command does.
 *
 * <p>A supervisor who was called is recorded for every act of the command, whether the rules ask
 * for one or not. Where nobody was called, a cashier is refused what the rules keep from cashiers;
 * a supervisor who is signed on allows it to themselves, and that is recorded as well.
 */
final class Approving {
    private final Command command;
    private final Worker worker;

    Approving(Command command, Worker worker) {
        this.command = command;
        this.worker = worker;
    }

    /**
     * Something that may need a supervisor.
     *
     * @param code one of {@link Approval}'s
     * @param large false where it is too little to need one, whatever the rules say
     * @param why as the operator said it, may be empty
     */
    record Act(String code, boolean large, String why) {
        /** What a supervisor must allow whatever the rules say. */
        private static final Set<String> ALWAYS = Set.of(Approval.GIFT_CARD_UNCHECKED);

        boolean isKept(Rules rules) {
            return ALWAYS.contains(code) || (large && rules.needsApproval(code));
        }

        static Act of(String code, String why) {
            return new Act(code, true, why);
        }
    }

    /**
     * @throws NotAllowed if a supervisor is needed, or who was called is none
     */
    List<Approval> of(List<Act> acts) {
        if (acts.isEmpty()) return List.of();
        Approver called = command.ask().approver();
        if (called != null) {
            requireSupervisor(command.authority(), called);
            return acts.stream().map(act -> approval(act, called)).toList();
        }
        Rules rules = command.authority().staff().rules();
        List<Act> needed = acts.stream().filter(act -> act.isKept(rules)).toList();
        if (!needed.isEmpty() && !worker.mayApprove()) throw needed(needed);
        return needed.stream()
                .map(act -> new Approval(act.code, worker.number(), act.why))
                .toList();
    }

    /** All of these need a supervisor, whatever the rules say. */
    List<Approval> required(List<Act> acts) {
        if (command.ask().approver() != null || acts.isEmpty()) return of(acts);
        if (!worker.mayApprove()) throw needed(acts);
        return acts.stream().map(act -> new Approval(act.code, worker.number(), act.why)).toList();
    }

    private static NotAllowed needed(List<Act> acts) {
        return new NotAllowed(
                Refusal.Kind.APPROVAL,
                "a supervisor must allow this ("
                        + acts.stream().map(Act::code).collect(Collectors.joining(", "))
                        + "): have one enter number and PIN, and ask again");
    }

    private Approval approval(Act act, Approver called) {
        String reason = called.reason().isEmpty() ? act.why : called.reason();
        if (reason.isBlank() && command.authority().staff().isNamed())
            throw new NotAllowed(
                    Refusal.Kind.APPROVAL, "an approval needs a reason: say why it is allowed");
        return new Approval(act.code, called.supervisor(), reason);
    }

    /**
     * @throws NotAllowed unless they are one, and proved it
     */
    static void requireSupervisor(Authority authority, Approver called) {
        if (!authority.staff().isNamed()) return;
        Optional<OperatorRole> role =
                authority.staff().find(called.supervisor()).map(Operator::role);
        if (!authority.isProven(called.supervisor())
                || !role.map(OperatorRole::mayApprove).orElse(false))
            throw new NotAllowed(
                    Refusal.Kind.APPROVAL,
                    called.supervisor() + " may not approve: a supervisor must");
    }

    /** Of one act. */
    List<Approval> of(String code, String why) {
        return of(List.of(Act.of(code, why)));
    }

    /**
     * @throws NotAllowed if a supervisor is needed, or a reason
     */
    CashMovement moving(CashMovement asked, CurrencyCode own) {
        Money cost = asked.cost();
        if (cost != null && !cost.currency().equals(own))
            throw new NotAllowed(
                    Refusal.Kind.CONTENT,
                    "what a float cost is told in " + own + ", not in " + cost.currency());
        switch (asked.kind()) {
            case PAID_IN -> requireReason(asked.reason(), "why cash is paid in");
            case PAID_OUT -> requireReason(asked.reason(), "why cash is paid out");
            case FLOAT_PROVIDED, PICKUP, SAFE_DROP -> {} // its kind says why
        }
        List<Approval> approvals =
                switch (asked.kind()) {
                    case PAID_IN -> of(Approval.PAID_IN, asked.reason());
                    case PAID_OUT -> of(Approval.PAID_OUT, asked.reason());
                    case FLOAT_PROVIDED, PICKUP, SAFE_DROP -> List.of();
                };
        return new CashMovement(asked.kind(), asked.amount(), asked.reason(), approvals, true)
                .costing(cost);
    }

    /**
     * @throws NotAllowed if a supervisor is needed, or a reason
     */
    NoSale opening(String reason) {
        requireReason(reason, "why the drawer is opened without a sale");
        return new NoSale(reason, of(Approval.NO_SALE, reason));
    }

    /** Of at least one character that can be seen. */
    static void requireReason(String reason, String what) {
        if (reason.codePoints().noneMatch(Approving::isVisible))
            throw new NotAllowed(Refusal.Kind.CONTENT, "a reason is missing: say " + what);
    }

    private static boolean isVisible(int codePoint) {
        int kind = Character.getType(codePoint);
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && kind != Character.FORMAT
                && kind != Character.CONTROL
                && kind != Character.UNASSIGNED;
    }

    /** The acts in a basket, before it is a sale, a return, or given up. */
    List<Act> acts(@Nullable String own, Basket basket) {
        List<Act> acts = new ArrayList<>();
        if (own != null) {
            if (!isOnlyEmpties()) acts.add(Act.of(own, basket.extras().reason()));
        } else if (command.lines().stream().anyMatch(Approving::isGoodsBack))
            acts.add(Act.of(Approval.RETURN, basket.extras().reason()));
        if (!command.discounts().isEmpty())
            acts.add(
                    new Act(
                            Approval.DISCOUNT,
                            DiscountRule.isLarge(
                                    command.goods(), command.authority().staff().rules()),
                            command.discounts().getFirst().reason()));
        overrides().ifPresent(acts::add);
        return acts;
    }

    /** Empty bottles come back all day, and nobody is called for them. */
    private boolean isOnlyEmpties() {
        return command.ask() instanceof Ask.TakeBack
                && command.lines().stream()
                        .allMatch(line -> line.details().kind() == LineKind.DEPOSIT);
    }

    private static boolean isGoodsBack(Line line) {
        return line.quantity().isNegative() && line.details().kind().isGoods();
    }

    private Optional<Act> overrides() {
        return command.lines().stream()
                .flatMap(line -> Optional.ofNullable(line.details().override()).stream())
                .findFirst()
                .map(override -> Act.of(Approval.PRICE_OVERRIDE, override.reason()));
    }
}
