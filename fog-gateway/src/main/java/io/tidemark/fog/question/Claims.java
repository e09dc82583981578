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

    private final InstantSource real;
    private final InstantSource business;
    private final Map<String, Claim> claims = new HashMap<>();

    /**
     * @param real what a promise runs out by
     * @param business what people are told by
     */
    Claims(InstantSource real, InstantSource business) {
        this.real = real;
        this.business = business;
    }

    /**
     * @param since business time
     * @param until real time
     */
    record Claim(NodeName device, Instant since, Instant until) {}

    /** Promises it to this device; or says which other one has it. */
    synchronized Optional<Claim> other(String basket, NodeName device) {
        Instant now = real.instant();
        claims.values().removeIf(claim -> !claim.until().isAfter(now));
        Claim claim = claims.get(basket);
        if (claim != null && !claim.device().equals(device)) return Optional.of(claim);
        claims.put(basket, new Claim(device, business.instant(), now.plus(HELD)));
        return Optional.empty();
    }

    /** The device did not take it up; what is promised to another one stays so. */
    synchronized void release(String basket, NodeName device) {
        Claim claim = claims.get(basket);
        if (claim != null && claim.device().equals(device)) claims.remove(basket);
    }
}
