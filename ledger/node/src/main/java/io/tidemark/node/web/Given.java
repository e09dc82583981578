package io.tidemark.node.web;

import java.util.regex.Pattern;

/**
 * What a caller gave, as it is told back: cut where it is long, and without what a screen obeys.
 */
final class Given {
    private static final int SHOWN_MAX = 60;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Given() {}

    static String text(String given) {
        String visible = CONTROL.matcher(given).replaceAll("?");
        return visible.length() <= SHOWN_MAX
                ? visible
                : visible.substring(0, SHOWN_MAX) + "… (" + given.length() + " characters)";
    }
}
