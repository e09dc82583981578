package io.tidemark.ledger.money;

import java.util.List;
import java.util.Optional;

/**
 * The countries' schemes, as data. A country that has no smallest coin above its minor unit needs
 * none, and one whose shops may choose is here as its central bank advises them. Held in November
 * 2026 against the laws' own texts where they are published (SE, NO, DK, FI, SK) and else against
 * what the central bank, mint or parliament named says. A payment of one or two cents as a whole
 * comes to nothing here as by most of them; Finland's law leaves it as it is, Slovakia's makes five
 * of it.
 */
public final class CashRoundings {
    private static final String EURO =
            "one and two cent coins stay legal tender; what is paid in cash goes by five cents: ";

    private static final List<CashRounding> ALL =
            List.of(
                    of("CH", "CHF", 5, true, "Swissmint: no coin below five Rappen since 2007"),
                    of(
                            "SE",
                            "SEK",
                            100,
                            true,
                            "lag (1970:1029) om avrundning av vissa öresbelopp, 2 § as of 1 October 2010: to the krona, 50 öre up"),
                    of(
                            "NO",
                            "NOK",
                            100,
                            true,
                            "forskrift 16. mars 2011 nr. 294 § 2: no 50 øre coin since 1 May 2012; to the krone, 50 øre up"),
                    of(
                            "DK",
                            "DKK",
                            50,
                            true,
                            "bekendtgørelse nr. 928 af 19. september 2008 § 2: no 25 øre coin since 1 October 2008; 25 øre up to 50, 75 up to 100"),
                    of(
                            "AU",
                            "AUD",
                            5,
                            true,
                            "Royal Australian Mint: no coin below five cents since 1992"),
                    of(
                            "NZ",
                            "NZD",
                            10,
                            false,
                            "Reserve Bank of New Zealand, 2006: to ten cents; five go down, as it advises"),
                    of(
                            "CA",
                            "CAD",
                            5,
                            true,
                            "Canada Revenue Agency, GI-131: no penny since 4 February 2013"),
                    of("HU", "HUF", 500, true, "2008. évi III. törvény: to five forint"),
                    of("CZ", "CZK", 100, true, "zákon č. 634/1992 Sb. § 3: to the koruna"),
                    of("MY", "MYR", 5, true, "Bank Negara Malaysia, rounding mechanism of 2008"),
                    of(
                            "FI",
                            "EUR",
                            5,
                            true,
                            EURO + "laki euromääräisten maksujen pyöristämisestä 27.10.2000/890"),
                    of("NL", "EUR", 5, true, EURO + "De Nederlandsche Bank, since 2004"),
                    of(
                            "BE",
                            "EUR",
                            5,
                            true,
                            EURO + "Code de droit économique, art. VI.7/1, since 1 December 2019"),
                    of(
                            "IE",
                            "EUR",
                            5,
                            true,
                            EURO + "Central Bank of Ireland, since 28 October 2015"),
                    of("IT", "EUR", 5, true, EURO + "decreto-legge 50/2017, art. 13-quater"),
                    of(
                            "SK",
                            "EUR",
                            5,
                            true,
                            EURO + "zákon č. 18/1996 Z. z. § 3 ods. 4, since 1 July 2022"),
                    of("EE", "EUR", 5, true, EURO + "Eesti Pank, since 1 January 2025"),
                    of(
                            "LT",
                            "EUR",
                            5,
                            true,
                            EURO
                                    + "law on the rounding of cash payments of 28 March 2024, since 1 May 2025"));

    private CashRoundings() {}

    public static List<CashRounding> all() {
        return ALL;
    }

    /** The scheme of a country, ISO 3166-1; empty where this table has none. */
    public static Optional<CashRounding> of(String country) {
        return ALL.stream().filter(scheme -> scheme.code().equals(country)).findFirst();
    }

    private static CashRounding of(
            String country, String currency, long interval, boolean halfUp, String source) {
        return new CashRounding(country, new CurrencyCode(currency), interval, halfUp, source);
    }
}
