package io.tidemark.fog.telemetry;

import io.tidemark.ledger.telemetry.Concern;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to see to of each device, and since when: of one kind one for each device, however
 * often it says so. Safe for use by several threads.
 */
public final class StandingConcerns {
    /**
     * A new version comes to a store's devices one after another; who has it within this time is
     * not told of.
     */
    static final Duration UPDATING_MAX = Duration.ofMinutes(1);

    private record Key(String device, Concern.Kind kind) {}

    /**
     * @param shown by the business clock
     * @param real by one that goes on evenly
     */
    record Now(Instant shown, Instant real) {}

    private final Map<Key, Now> since = new HashMap<>();
    private List<Standing> standing = List.of();

    /** Something to see to, and since when it is. */
    public record Standing(String device, Concern concern, Instant since) {}

    /**
     * Takes in how devices are now.
     *
     * @return whether there is something else to see to than before
     */
    synchronized boolean look(List<FleetDevice> devices, Now now) {
        List<Standing> found = new ArrayList<>();
        Map<Key, Now> still = new HashMap<>();
        for (FleetDevice device : devices)
            for (Concern concern : device.concerns()) {
                Key key = new Key(device.label(), concern.kind());
                Now first = since.getOrDefault(key, now);
                still.put(key, first);
                if (isDue(concern, first, now))
                    found.add(new Standing(device.label(), concern, first.shown()));
            }
        since.clear();
        since.putAll(still);
        boolean isNews = !keys(found).equals(keys(standing));
        standing = List.copyOf(found);
        return isNews;
    }

    /** As last looked at, by device. */
    synchronized List<Standing> all() {
        return standing;
    }

    private static boolean isDue(Concern concern, Now first, Now now) {
        return switch (concern.kind()) {
            case MASTER_DATA ->
                    Duration.between(first.real(), now.real()).compareTo(UPDATING_MAX) >= 0;
            case CLOCK, BATTERY, DISK, UNMARKED, FORCES, VERSION, SILENT -> true;
        };
    }

    private static Set<Key> keys(List<Standing> standing) {
        return standing.stream()
                .map(one -> new Key(one.device(), one.concern().kind()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
