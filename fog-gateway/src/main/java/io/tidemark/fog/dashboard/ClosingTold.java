package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.paper.StoreZPaper;
import io.tidemark.node.web.Amount;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A store Z or a supplement in the list of all, as JSON.
 *
 * @param closedAt null where its entry is of another life of the gateway
 * @param millis from the wish to close it until it was closed; null of one that another run of the
 *     gateway made
 */
@Serdeable
record ClosingTold(
        String day,
        long zNumber,
        int supplement,
        String title,
        String status,
        boolean complete,
        @Nullable String closedAt,
        @Nullable Long millis,
        long receipts,
        Amount gross) {
    static ClosingTold of(StoreDayClosed closed, EarlierDays.About about) {
        return new ClosingTold(
                closed.day().toString(),
                closed.zNumber(),
                closed.supplement(),
                StoreZPaper.title(closed),
                closed.status(),
                closed.isComplete(),
                about.at().map(OffsetDateTime::toString).orElse(null),
                about.took().map(Duration::toMillis).orElse(null),
                closed.totals().transactions(),
                Amount.of(closed.totals().gross()));
    }
}
