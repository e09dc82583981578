package io.tidemark.node.web;

import io.micronaut.core.type.Argument;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** What a field or a parameter may be, in the words in which its caller is told. */
final class Wanted {
    private static final String WHOLE = "a whole number, without point, exponent or quotes,";

    private Wanted() {}

    static boolean isScalar(Class<?> type) {
        return isWhole(type)
                || isTruth(type)
                || type == String.class
                || type == UUID.class
                || type == LocalDate.class;
    }

    static boolean isWhole(Class<?> type) {
        return isLong(type) || type == int.class || type == Integer.class;
    }

    static boolean isLong(Class<?> type) {
        return type == long.class || type == Long.class;
    }

    static boolean isTruth(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    static String range(Class<?> type) {
        return isLong(type)
                ? "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE
                : "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    }

    /** Whether the text is what the type is read from. */
    static boolean isReadable(Class<?> type, String text) {
        try {
            if (type == UUID.class) return UUID.fromString(text).toString().equalsIgnoreCase(text);
            return type != LocalDate.class || LocalDate.parse(text) != null;
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            return false;
        }
    }

    /** What is wanted, as a sentence goes on. */
    static String in(Argument<?> argument) {
        Class<?> type = argument.getType();
        if (List.class.isAssignableFrom(type)) return "a list";
        if (isWhole(type)) return WHOLE;
        if (isTruth(type)) return "true or false, without quotes,";
        if (type == UUID.class) return "a UUID such as 0b5e9c1e-7c6d-4b8e-9a51-2f1d3c4e5a60";
        if (type == LocalDate.class) return "a day such as \"2026-11-21\"";
        if (type == String.class) return "text in quotes";
        return "an object";
    }
}
