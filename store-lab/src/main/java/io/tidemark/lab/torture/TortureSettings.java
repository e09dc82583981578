package io.tidemark.lab.torture;

import io.tidemark.lab.retail.DataRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What torture was asked for.
 *
 * @param harming for how long harm is done; opening and closing come on top
 * @param kinds what is done
 * @param directory where everything is kept, or empty for a temporary one
 */
record TortureSettings(
        Duration harming,
        long seed,
        int stores,
        int tills,
        int handhelds,
        Set<Kind> kinds,
        Optional<Path> directory) {
    private static final int STORES_MAX = 4;
    private static final int TILLS_MAX = 8;
    private static final int HANDHELDS_MAX = 2;
    private static final Duration HARMING_MAX = Duration.ofDays(7);

    TortureSettings {
        kinds = Set.copyOf(kinds);
        between("--stores", stores, 1, STORES_MAX);
        between("--tills", tills, 1, TILLS_MAX);
        between("--handhelds", handhelds, 0, HANDHELDS_MAX);
        if (!harming.isPositive() || harming.compareTo(HARMING_MAX) > 0)
            throw new DataRefused(
                    "--minutes is above 0 and at most " + HARMING_MAX.toMinutes() + " (a week)");
    }

    private static void between(String option, int value, int least, int most) {
        if (value < least || value > most)
            throw new DataRefused(option + " is " + value + "; give " + least + " to " + most);
    }
}
