package io.tidemark.cloud.books;

import java.util.Optional;

/**
 * What is posted of a measure: the first rule that fits says it.
 *
 * @param place where it stands in its file, for messages
 * @param pair empty where nothing is posted
 */
record Rule(String place, Measure measure, When when, Optional<Pair> pair) {

    /** The accounts that a positive amount is debited to and credited to. */
    record Pair(String debit, String credit) {}

    /** For which amounts; what is empty fits all. */
    record When(
            Optional<Boolean> home,
            Optional<String> tender,
            Optional<String> department,
            Optional<String> tax) {
        private boolean fits(Measured measured) {
            Measured.Facets facets = measured.facets();
            return home.orElse(measured.home()) == measured.home()
                    && tender.orElse(facets.tender()).equals(facets.tender())
                    && department.orElse(facets.department()).equals(facets.department())
                    && tax.orElse(facets.tax()).equals(facets.tax());
        }

        /** Whether nothing of that currency can fall through it. */
        boolean fitsAll(boolean ofHome) {
            return home.orElse(ofHome) == ofHome
                    && tender.isEmpty()
                    && department.isEmpty()
                    && tax.isEmpty();
        }

        boolean mayFit(boolean ofHome) {
            return home.orElse(ofHome) == ofHome;
        }
    }

    /** All that decides what is posted by it. */
    String says() {
        return "rule "
                + measure.label()
                + when.home().map(home -> home ? " home" : " foreign").orElse("")
                + when.tender().map(tender -> " tender " + tender).orElse("")
                + when.department().map(department -> " department " + department).orElse("")
                + when.tax().map(tax -> " vat " + tax).orElse("")
                + pair.map(accounts -> " " + accounts.debit() + " to " + accounts.credit())
                        .orElse(" nothing");
    }

    boolean fits(Measured measured) {
        return measure == measured.measure() && when.fits(measured);
    }
}
