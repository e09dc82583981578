package io.tidemark.fog.forward;

import java.time.Instant;
import java.util.Optional;

/**
 * How the link to head office is.
 *
 * @param since since when it is up or down, by the business clock
 * @param recorded entries of the store journal on disk here
 * @param marked how many of them head office has marked
 * @param trouble why it is down, for a person
 * @param archivePending closed segments that head office has not acknowledged
 */
public record LinkState(
        boolean online,
        Instant since,
        long recorded,
        long marked,
        Optional<String> trouble,
        int archivePending) {
    public long unsent() {
        return Math.max(0, recorded - marked);
    }
}
