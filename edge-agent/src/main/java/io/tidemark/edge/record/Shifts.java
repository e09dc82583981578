package io.tidemark.edge.record;

import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.OperatorSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A till's shifts as its journal tells them: one operator's work there without a break each.
 *
 * <pre>
 * state        SIGN_ON      SIGN_OFF   LOCK       UNLOCK      TRAINING_ON, _OFF
 * nobody       signed on    –          –          –           –
 * signed on    signed on    nobody     locked     –           signed on
 * locked       signed on    nobody     –          signed on   –
 * </pre>
 *
 * <p>Where the master data name no operators nobody has to sign on: the first command of another
 * one begins the next shift.
 */
final class Shifts {
    private int number;
    private String operator = "";
    private @Nullable Presence present;

    /** The last one's number, 0 before the first. */
    int number() {
        return number;
    }

    /** Whose the last one was; empty once they have signed off. */
    String operator() {
        return operator;
    }

    Optional<Presence> present() {
        return Optional.ofNullable(present);
    }

    /** The shift in which a command by this operator is done. */
    int of(String who) {
        return operator.equals(who) ? number : number + 1;
    }

    /** What another journal carried over: the number goes on, and nobody is signed on. */
    void start(Carried carried) {
        present = null;
        if (carried.shift() < number) return;
        number = carried.shift();
        operator = carried.operator();
    }

    /** An entry of a branch that was taken in: whoever signed on there is not here. */
    void takenIn(EntryHeader header) {
        if (header.shift() == 0) return;
        number = header.shift();
        operator = header.operator();
    }

    void worked(EntryHeader header) {
        takenIn(header);
        Presence now = present;
        if (header.shift() > 0 && now != null && !now.operator().equals(header.operator()))
            present = null;
    }

    /** An unlocking names who did it, which may be a supervisor: the shift stays whose it was. */
    void apply(EntryHeader header, OperatorSession session) {
        Presence now = present;
        switch (session.kind()) {
            case SIGN_ON -> {
                takenIn(header);
                present = Presence.begun(header, session);
            }
            case SIGN_OFF -> {
                present = null;
                operator = "";
            }
            case LOCK -> present = now == null ? null : now.locked(true);
            case UNLOCK -> present = now == null ? null : now.locked(false);
            case TRAINING_ON -> present = now == null ? null : now.training(true);
            case TRAINING_OFF -> present = now == null ? null : now.training(false);
        }
    }
}
