package io.tidemark.ledger.journal;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of files in a journal's directory. */
final class SegmentName {
    /** What is written under a name of its own first and renamed when it is complete. */
    static final String UNFINISHED_SUFFIX = ".new";

    private static final Pattern SEGMENT = Pattern.compile("segment-(\\d{6,9})\\.tmj");

    private SegmentName() {}

    static String of(int number) {
        return String.format(Locale.ROOT, "segment-%06d.tmj", number);
    }

    static OptionalInt number(String name) {
        Matcher matcher = SEGMENT.matcher(name);
        if (!matcher.matches()) return OptionalInt.empty();
        int number = Integer.parseInt(matcher.group(1));
        return of(number).equals(name) ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
