package io.tidemark.fog.question;

import io.tidemark.ledger.NodeName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which basket is promised to which till, until its entry says that it has it. In memory only: a
 * gateway that starts anew may promise one again, which is found when both entries have come.
 */
final class Claims {
    /** A till records it at once; one that went offline in between must not hold it for ever. */
    static final Duration HELD = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Claim> claims = new HashMap<>();

    /**
     * @param clock real time
     */
    Claims(InstantSource clock) {
        this.clock = clock;
    }

    record Claim(NodeName device, Instant since) {}

    /** Promises it to this device; or says which other one has it. */
    synchronized Optional<Claim> other(String basket, NodeName device) {
        Instant now = clock.instant();
        claims.values().removeIf(claim -> !claim.since().plus(HELD).isAfter(now));
        Claim claim = claims.get(basket);
        if (claim != null && !claim.device().equals(device)) return Optional.of(claim);
        claims.put(basket, new Claim(device, now));
        return Optional.empty();
    }
}
