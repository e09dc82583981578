package io.tidemark.node.web;

import io.micronaut.http.HttpStatus;

/** The parameter {@code articles} of a store Z on paper. */
public final class ListedArticles {
    /** Those that took in most. */
    public static final String BEST = "best";

    private static final String ALL = "all";

    private ListedArticles() {}

    /**
     * Whether all are asked for.
     *
     * @throws Refusal where it is neither
     */
    public static boolean isAll(String given) {
        if (given.equals(ALL)) return true;
        if (given.equals(BEST)) return false;
        throw new Refusal(
                HttpStatus.BAD_REQUEST,
                "articles: give '"
                        + BEST
                        + "' for those that took in most or '"
                        + ALL
                        + "' for every one, not '"
                        + given
                        + "'");
    }
}
