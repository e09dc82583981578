package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * An operator came to a device or left it; who it is stands in the header, with the shift that this
 * begins or ends.
 *
 * @param name the operator's, as the master data had it
 * @param role the operator's, as the master data had it
 */
public record OperatorSession(Kind kind, String name, String role) implements Event {
    /** The ordinal is on the wire: only ever added to, at the end. */
    public enum Kind {
        SIGN_ON,
        SIGN_OFF,
        /** The operator went away; only the same one, or a supervisor, unlocks. */
        LOCK,
        UNLOCK,
        /** From here on nothing is sold: SAF-T Cash Register events 13023 and 13024. */
        TRAINING_ON,
        TRAINING_OFF
    }

    public OperatorSession {
        Items.within(name, Limits.TEXT_MAX, "a name");
        Items.within(role, Limits.CODE_MAX, "a role");
    }

    void writeTo(CborWriter writer) {
        writer.array(3).integer(kind.ordinal()).text(name).text(role);
    }

    static OperatorSession readFrom(CborReader reader) {
        return reader.fields(
                3,
                () ->
                        new OperatorSession(
                                Kind.values()[reader.integer(0, Kind.values().length - 1)],
                                reader.text(Limits.TEXT_MAX),
                                Items.code(reader)));
    }
}
