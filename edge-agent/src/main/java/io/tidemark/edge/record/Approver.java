package io.tidemark.edge.record;

import io.tidemark.ledger.Limits;

/**
 * A supervisor who allows what was asked, as the caller says it; whose PIN it was is checked before
 * the till decides.
 *
 * @param supervisor whose number
 * @param reason why; empty where what was asked has a reason of its own
 */
public record Approver(String supervisor, String reason) {
    public Approver {
        if (supervisor.isBlank() || supervisor.length() > Limits.CODE_MAX)
            throw new IllegalArgumentException(
                    "an approval names the supervisor who gives it, 1 to "
                            + Limits.CODE_MAX
                            + " characters");
        if (reason.length() > Limits.TEXT_MAX)
            throw new IllegalArgumentException(
                    "an approval's reason has at most " + Limits.TEXT_MAX + " characters");
    }
}
