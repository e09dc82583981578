package io.tidemark.edge.record;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A basket that waits at this till, and where its lines are recorded.
 *
 * @param day business day on which it was suspended
 * @param total as it was priced then
 */
public record Parked(
        String basket,
        JournalId journal,
        long sequence,
        LocalDate day,
        OffsetDateTime at,
        String operator,
        int lines,
        Money total) {}
