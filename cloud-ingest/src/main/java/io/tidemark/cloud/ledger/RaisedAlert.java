package io.tidemark.cloud.ledger;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An entry that was taken and needs a person's eye.
 *
 * @param kind such as {@code second-close-down}
 * @param at the device's time; empty if the entry's header cannot be read
 */
public record RaisedAlert(
        String store,
        String device,
        int epoch,
        long sequence,
        String kind,
        Optional<OffsetDateTime> at,
        String text) {}
