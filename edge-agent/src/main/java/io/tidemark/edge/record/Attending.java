package io.tidemark.edge.record;

import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OperatorSession.Kind;
import io.tidemark.ledger.masterdata.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who comes to the till, and who leaves it; before its day is opened, too. */
final class Attending {
    private final Shifts shifts;
    private final Command command;
    private final String who;

    Attending(Shifts shifts, Command command) {
        this.shifts = shifts;
        this.command = command;
        this.who = command.ask().operator();
    }

    /** An entry of it. */
    record Step(OperatorSession session, String operator, int shift) {
        static Step of(Kind kind, Presence here) {
            return new Step(
                    new OperatorSession(kind, here.name(), here.role()),
                    here.operator(),
                    here.shift());
        }
    }

    /**
     * @throws NotAllowed if it cannot be now
     */
    List<Step> decide(Kind kind) {
        return switch (kind) {
            case SIGN_ON -> signOn();
            case SIGN_OFF, LOCK -> List.of(Step.of(kind, unlocked()));
            case UNLOCK -> List.of(unlock());
            case TRAINING_ON, TRAINING_OFF -> List.of(training(kind));
        };
    }

    /**
     * Whoever is there is signed off first, also the same operator: who got no answer, and is asked
     * again after an old disk was put back, is not turned away.
     */
    private List<Step> signOn() {
        OperatorSession session = proven(Kind.SIGN_ON);
        List<Step> steps = new ArrayList<>();
        shifts.present().ifPresent(here -> steps.add(relieved(here)));
        steps.add(new Step(session, who, shifts.number() + 1));
        return steps;
    }

    private Step relieved(Presence here) {
        if (here.locked() && !here.operator().equals(who)) requireSupervisor(here);
        return Step.of(Kind.SIGN_OFF, here);
    }

    private Step unlock() {
        Presence here = here();
        if (!here.locked()) throw new NotAllowed(Refusal.Kind.CONTENT, "this till is not locked");
        OperatorSession session = proven(Kind.UNLOCK);
        if (!who.equals(here.operator())) requireSupervisor(here);
        return new Step(session, who, here.shift());
    }

    private Step training(Kind kind) {
        Presence here = unlocked();
        if (here.training() == (kind == Kind.TRAINING_ON))
            throw new NotAllowed(
                    Refusal.Kind.TRAINING,
                    here.training()
                            ? "this till is in training mode already"
                            : "this till is not in training mode");
        return Step.of(kind, here);
    }

    private Presence here() {
        return shifts.present()
                .orElseThrow(() ->
                        new NotAllowed(
                                Refusal.Kind.NOT_SIGNED_ON, "nobody is signed on at this till"));
    }

    /** Whoever is signed on, whom the caller may name. */
    private Presence unlocked() {
        Presence here = here();
        if (here.locked()) throw locked(here);
        if (!who.isEmpty() && !who.equals(here.operator()))
            throw new NotAllowed(
                    Refusal.Kind.NOT_SIGNED_ON,
                    who + " is not signed on at this till, " + here.operator() + " is");
        return here;
    }

    /** As the master data have them, where they have any. */
    private OperatorSession proven(Kind kind) {
        Authority authority = command.authority();
        if (who.isEmpty())
            throw new NotAllowed(Refusal.Kind.CONTENT, "operator is missing: give their number");
        if (!authority.staff().isNamed()) return new OperatorSession(kind, "", "");
        Operator operator =
                authority
                        .staff()
                        .find(who)
                        .filter(_ -> authority.isProven(who))
                        .orElseThrow(() ->
                                new NotAllowed(Refusal.Kind.PIN, "the number or the PIN is wrong"));
        return new OperatorSession(kind, operator.name(), operator.role().name());
    }

    private void requireSupervisor(Presence here) {
        Staff staff = command.authority().staff();
        Optional<Operator> found = staff.find(who);
        if (staff.isNamed() && !found.map(operator -> operator.role().mayApprove()).orElse(false))
            throw locked(here);
    }

    static NotAllowed locked(Presence here) {
        return new NotAllowed(
                Refusal.Kind.LOCKED,
                "this till is locked by "
                        + here.operator()
                        + ": unlock it with their PIN, or a supervisor's");
    }
}
