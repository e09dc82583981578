package io.tidemark.cloud.books;

import io.tidemark.cloud.books.Measured.Facets;
import io.tidemark.ledger.money.TaxRate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An account of the chart; each store has it, in each currency.
 *
 * @param code as people number it
 * @param by what divides it into sub-accounts
 * @param clears whether what is posted to it comes to zero in each posting: a way through, which
 *     shows nothing but what does not add up
 */
public record Account(String code, String name, Kind kind, List<Division> by, boolean clears) {
    public Account {
        by = List.copyOf(by);
    }

    /** Which side of a balance it is expected on, for people. */
    public enum Kind {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE,
        CLEARING;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String label) {
            return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
        }
    }

    /** What an account may be divided by. */
    public enum Division {
        TENDER,
        DEPARTMENT,
        VAT;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Division> of(String label) {
            return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
        }

        private String text(Facets facets) {
            return switch (this) {
                case TENDER -> facets.tender();
                case DEPARTMENT -> facets.department();
                case VAT ->
                        facets.tax().isEmpty()
                                ? ""
                                : facets.tax() + " " + new TaxRate(facets.ratePpm());
            };
        }
    }

    /** All that decides what is posted to it. */
    String says() {
        return "account "
                + code
                + " by "
                + by.stream().map(Division::label).collect(Collectors.joining(","))
                + (clears ? " clears" : "");
    }

    /** Which sub-account: {@code gifts, S 20 %}; empty where it has none. */
    String detail(Facets facets) {
        return by.stream()
                .map(division -> division.text(facets))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
