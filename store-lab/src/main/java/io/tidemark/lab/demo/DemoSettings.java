package io.tidemark.lab.demo;

import io.tidemark.lab.retail.DataRefused;
import io.tidemark.lab.retail.MinorUnits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the demo was asked for.
 *
 * @param data a CSV file, or empty for the shipped days
 * @param day or empty for the one with most rows
 * @param directory where everything is kept, or empty for a temporary one
 * @param dayTakes how long the trading day takes in real time
 */
record DemoSettings(
        int stores,
        int tills,
        int handhelds,
        Optional<Path> data,
        Optional<LocalDate> day,
        MinorUnits money,
        boolean chaos,
        Optional<Path> directory,
        Duration dayTakes) {
    static final int STORES_MAX = 4;
    static final int TILLS_MAX = 8;
    static final int HANDHELDS_MAX = 2;

    DemoSettings {
        requireBetween("--stores", stores, 1, STORES_MAX);
        requireBetween("--tills", tills, 1, TILLS_MAX);
        requireBetween("--handhelds", handhelds, 0, HANDHELDS_MAX);
    }

    private static void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most)
            throw new DataRefused(
                    option
                            + " is "
                            + value
                            + "; give "
                            + least
                            + " to "
                            + most
                            + " (each is a process of its own)");
    }
}
