package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * Another person says what they gave, or got; whose PIN it was is checked before the till decides.
 *
 * @param by whose number
 * @param amounts as they say it; none where it is as it was recorded
 * @param note what they say of it, may be empty
 */
public record Confirming(String by, List<Money> amounts, String note) {
    public Confirming {
        amounts = List.copyOf(amounts);
        if (by.isBlank() || by.length() > Limits.CODE_MAX)
            throw new IllegalArgumentException(
                    "a confirmation names who confirms, 1 to " + Limits.CODE_MAX + " characters");
        if (note.length() > Limits.TEXT_MAX)
            throw new IllegalArgumentException(
                    "a note has at most " + Limits.TEXT_MAX + " characters");
    }
}
