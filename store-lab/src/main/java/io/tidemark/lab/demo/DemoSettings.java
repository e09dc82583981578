package io.tidemark.lab.demo;

import io.tidemark.lab.retail.DataRefused;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.ledger.money.CashRounding;
import io.tidemark.ledger.money.CashRoundings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What the demo was asked for.
 *
 * @param data a CSV file, or empty for the shipped days
 * @param day or empty for the one with most rows
 * @param rule in the stores' currency, with the coins of their country
 * @param country where the stores stand, ISO 3166-1
 * @param directory where everything is kept, or empty for a temporary one
 * @param dayTakes how long the trading day takes in real time
 */
record DemoSettings(
        int stores,
        int tills,
        int handhelds,
        Optional<Path> data,
        Optional<LocalDate> day,
        HouseRule rule,
        String country,
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

    MinorUnits money() {
        return rule.money();
    }

    /**
     * The rule of a country, whose scheme rounds cash if it has one.
     *
     * @param country empty for the one that the currency's code begins with, as those of ISO 4217
     *     do
     * @throws DataRefused if that country's cash is another's
     */
    static HouseRule rule(MinorUnits money, Optional<String> country) {
        Optional<CashRounding> scheme = CashRoundings.of(country(money, country));
        if (scheme.isPresent() && !scheme.get().currency().code().equals(money.currency()))
            throw new DataRefused(
                    "cash of "
                            + scheme.get().code()
                            + " is "
                            + scheme.get().currency()
                            + ", not "
                            + money.currency()
                            + ": give --currency "
                            + scheme.get().currency()
                            + ", or another --country");
        return new HouseRule(money, scheme);
    }

    static String country(MinorUnits money, Optional<String> country) {
        String code =
                country.map(text -> text.toUpperCase(Locale.ROOT))
                        .orElse(money.currency().substring(0, 2));
        if (!code.matches("[A-Z]{2}"))
            throw new DataRefused(
                    "--country is '" + code + "'; write two letters such as CH (ISO 3166-1)");
        return code;
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
