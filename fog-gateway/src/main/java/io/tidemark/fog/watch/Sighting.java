package io.tidemark.fog.watch;

import java.time.Instant;

/**
 * How a device was last seen.
 *
 * @param since since when it is there, or away; of a device not seen yet, when the gateway started
 * @param epoch of its journal that it greeted with last; 0 before
 * @param told the highest sequence it said it has recorded in that epoch; 0 where it has said
 *     nothing
 * @param quarantined it says that it stopped sending after a fork
 */
public record Sighting(boolean online, Instant since, int epoch, long told, boolean quarantined) {
    Sighting quarantined(boolean says) {
        return new Sighting(online, since, epoch, told, says);
    }

    Sighting online(boolean there, Instant now) {
        return there == online ? this : new Sighting(there, now, epoch, told, quarantined);
    }

    /** Of an epoch that is over it says nothing any more. */
    Sighting told(int inEpoch, long sequence) {
        if (inEpoch < epoch) return this;
        long most = inEpoch > epoch && epoch > 0 ? sequence : Math.max(told, sequence);
        return new Sighting(online, since, inEpoch, most, quarantined);
    }

    /** What it said it has recorded in this epoch. */
    public long toldOf(int inEpoch) {
        return epoch == 0 || inEpoch == epoch ? told : 0;
    }
}
