package io.tidemark.edge.record;

import io.tidemark.ledger.masterdata.Operator;
import java.util.Optional;

/**
 * Whose command it is.
 *
 * @param mayApprove whether they may do alone what the rules keep from cashiers
 * @param training whether nothing is sold
 */
record Worker(String number, boolean mayApprove, boolean training) {
    /**
     * @throws NotAllowed if nobody is signed on who has to be, or it is somebody else, or the till
     *     is locked
     */
    static Worker of(Optional<Presence> present, Command command) {
        present.filter(Presence::locked).ifPresent(Worker::refuseLocked);
        return command.authority().staff().isNamed()
                ? signedOn(present, command)
                : named(present, command.ask().operator());
    }

    private static Worker signedOn(Optional<Presence> present, Command command) {
        Presence here =
                present.orElseThrow(() ->
                        new NotAllowed(
                                Refusal.Kind.NOT_SIGNED_ON,
                                "nobody is signed on at this till: sign on with number and PIN first"));
        String asked = command.ask().operator();
        if (!asked.isEmpty() && !asked.equals(here.operator()))
            throw new NotAllowed(
                    Refusal.Kind.NOT_SIGNED_ON,
                    asked
                            + " is not signed on at this till, "
                            + here.operator()
                            + " is: sign on, or leave the operator out");
        if (here.role().isEmpty())
            throw new NotAllowed(
                    Refusal.Kind.NOT_SIGNED_ON,
                    here.operator()
                            + " signed on before this till knew its operators: sign on with number"
                            + " and PIN");
        Operator operator =
                command.authority()
                        .staff()
                        .find(here.operator())
                        .orElseThrow(() ->
                                new NotAllowed(
                                        Refusal.Kind.NOT_SIGNED_ON,
                                        here.operator()
                                                + " is no operator of this store any more: let somebody"
                                                + " else sign on"));
        return new Worker(here.operator(), operator.role().mayApprove(), here.training());
    }

    /** Whoever is named is taken, and is in training only as long as it is who signed on. */
    private static Worker named(Optional<Presence> present, String asked) {
        String who = asked.isEmpty() ? present.map(Presence::operator).orElse("") : asked;
        if (who.isEmpty())
            throw new NotAllowed(
                    Refusal.Kind.NOT_SIGNED_ON,
                    "operator is missing, the cashier's name or number, and nobody is signed on: name"
                            + " one, or sign on");
        boolean training =
                present.filter(here -> here.operator().equals(who))
                        .map(Presence::training)
                        .orElse(false);
        return new Worker(who, true, training);
    }

    private static void refuseLocked(Presence here) {
        throw Attending.locked(here);
    }
}
