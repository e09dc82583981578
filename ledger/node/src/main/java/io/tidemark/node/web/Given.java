package io.tidemark.node.web;

/**
 * What a caller gave, as it is told back: cut where it is long, and without what a screen obeys.
 */
final class Given {
    private static final int SHOWN_MAX = 60;

    private Given() {}

    static String text(String given) {
        String visible = given.replaceAll("\\p{Cntrl}", "?");
        return visible.length() <= SHOWN_MAX
                ? visible
                : visible.substring(0, SHOWN_MAX) + "… (" + given.length() + " characters)";
    }
}
