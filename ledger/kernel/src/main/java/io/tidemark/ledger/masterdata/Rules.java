package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cashier may do alone, and how a till is settled.
 *
 * @param approved acts that a supervisor must allow: codes of {@link
 *     io.tidemark.ledger.event.Approval}
 * @param discountAlonePpm up to which discount, in parts per million of the line or basket, a
 *     cashier needs nobody even where discounts are among those acts
 * @param settling null where a till is closed counted or not, and nothing is asked of a difference
 */
public record Rules(List<String> approved, int discountAlonePpm, @Nullable SettleRules settling) {
    /** Everything is allowed to everyone. */
    public static final Rules NONE = new Rules(List.of(), 0);

    private static final int FIELDS_LEAST = 2;
    private static final int FIELDS = 3;
    private static final int ACTS_MAX = 100;
    private static final int PPM_MAX = 1_000_000;

    public Rules {
        approved = List.copyOf(approved);
        if (discountAlonePpm < 0 || discountAlonePpm > PPM_MAX)
            throw new IllegalArgumentException(
                    "a discount is 0 to 100 %, not " + discountAlonePpm + " ppm");
    }

    /** Of acts alone. */
    public Rules(List<String> approved, int discountAlonePpm) {
        this(approved, discountAlonePpm, null);
    }

    public boolean needsApproval(String act) {
        return approved.contains(act);
    }

    void writeTo(CborWriter writer) {
        writer.array(settling == null ? FIELDS_LEAST : FIELDS);
        writer.list(approved, (act, to) -> to.text(act)).integer(discountAlonePpm);
        if (settling != null) settling.writeTo(writer);
    }

    static Rules readFrom(CborReader reader) {
        return reader.fields(
                FIELDS_LEAST,
                FIELDS,
                there ->
                        new Rules(
                                reader.list(ACTS_MAX, () -> reader.text(Limits.CODE_MAX)),
                                reader.integer(0, PPM_MAX),
                                there < FIELDS || reader.takeNothing()
                                        ? null
                                        : SettleRules.readFrom(reader)));
    }
}
