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
        Optional<Path> data,
        Optional<LocalDate> day,
        MinorUnits money,
        boolean chaos,
        Optional<Path> directory,
        Duration dayTakes) {
    static final int STORES_MAX = 4;
    static final int TILLS_MAX = 8;

    DemoSettings {
        requireBetween("--stores", stores, STORES_MAX);
        requireBetween("--tills", tills, TILLS_MAX);
    }

    private static void requireBetween(String option, int value, int most) {
        if (value < 1 || value > most)
            throw new DataRefused(
                    option
                            + " is "
                            + value
                            + "; give 1 to "
                            + most
                            + " (each is a process of its own)");
    }
}
