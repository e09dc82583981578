package io.tidemark.fog.people;

import io.tidemark.ledger.masterdata.Operator;
import io.tidemark.node.people.Claim;
import io.tidemark.node.people.PinCheck;
import io.tidemark.node.writer.NotNow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Those who may have the store closed without a device. Their numbers and PINs are checked here and
 * with no network, as at a till, against the master data that the store sells by. Safe for use by
 * several threads.
 */
public final class Supervisors {
    private static final Duration FETCHED_WITHIN = Duration.ofMinutes(1);

    private final Supplier<Optional<List<Operator>>> operators;
    private final PinCheck pins;

    /** What became of a claim to be one. */
    public sealed interface Answer {
        record Proven(Operator supervisor) implements Answer {}

        record WrongPin() implements Answer {}

        /** They are who they say, and a cashier. */
        record NotOne(Operator operator) implements Answer {}
    }

    /**
     * @param operators of the version in use, none before the first; empty while its file cannot be
     *     read
     */
    public Supervisors(Supplier<Optional<List<Operator>>> operators, PinCheck pins) {
        this.operators = operators;
        this.pins = pins;
    }

    /**
     * Whether the master data name any operators; if not, whoever is named is taken.
     *
     * @throws NotNow while the master data cannot be read
     */
    public boolean areNamed() {
        return !named().isEmpty();
    }

    /**
     * Slow on purpose: for a request's own thread.
     *
     * @throws NotNow after too many wrong PINs, while others are being checked, or while the master
     *     data cannot be read
     */
    public Answer check(Claim claim) {
        List<Operator> all = named();
        if (!pins.isRight(all, claim)) return new Answer.WrongPin();
        Operator operator = Operator.find(all, claim.number()).orElseThrow();
        return operator.role().mayApprove()
                ? new Answer.Proven(operator)
                : new Answer.NotOne(operator);
    }

    /** Nobody is taken at their word only because a file cannot be read. */
    private List<Operator> named() {
        return operators
                .get()
                .orElseThrow(() ->
                        new NotNow(
                                "who may allow this stands in the master data, whose file cannot be"
                                        + " read here: wait until it has come again from head office",
                                FETCHED_WITHIN));
    }
}
