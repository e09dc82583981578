package io.tidemark.edge.record;

import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.OperatorSession;

/**
 * Who is signed on at a till.
 *
 * @param shift which of the till's shifts it is, from 1
 * @param operator by whose number
 * @param name as the master data had it at sign-on, empty where they name no operators
 * @param role likewise
 * @param locked whether they went away; then nothing is recorded until it is unlocked
 * @param training whether nothing is sold
 */
public record Presence(
        int shift, String operator, String name, String role, boolean locked, boolean training) {
    static Presence begun(EntryHeader header, OperatorSession session) {
        return new Presence(
                header.shift(), header.operator(), session.name(), session.role(), false, false);
    }

    Presence locked(boolean now) {
        return new Presence(shift, operator, name, role, now, training);
    }

    Presence training(boolean now) {
        return new Presence(shift, operator, name, role, locked, now);
    }
}
