package io.tidemark.fog.closedown;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names every figure in which two close-downs differ, by the names that the records themselves
 * have: so a figure that is added later is named as well. Of lists, each item is named by what it
 * begins with, as a till by its device.
 */
final class Differing {
    /** What a person reads; whoever has more differences has another problem. */
    static final int NAMED_MAX = 20;

    /** What a figure is of, as a department at one VAT key, is said by so many words at most. */
    private static final int NAMES_MAX = 3;

    private final List<String> found = new ArrayList<>();

    private Differing() {}

    /**
     * @param signed what was signed
     * @param again what the journals give
     */
    static List<String> between(Record signed, Record again) {
        Differing differing = new Differing();
        differing.compare("", signed, again);
        return List.copyOf(differing.found);
    }

    private void compare(String path, @Nullable Object signed, @Nullable Object again) {
        if (found.size() >= NAMED_MAX || Objects.equals(signed, again)) return;
        if (signed instanceof Record one && again instanceof Record other && hasParts(one, other))
            for (RecordComponent part : one.getClass().getRecordComponents())
                compare(under(path, part.getName()), value(part, one), value(part, other));
        else if (signed instanceof List<?> one && again instanceof List<?> other)
            lists(path, one, other);
        else found.add(path + ": " + said(signed) + ", where the journals give " + said(again));
    }

    /** One that prints as a person writes it, such as an amount, is said as a whole. */
    private static boolean hasParts(Record one, Record other) {
        return one.getClass() == other.getClass()
                && one.toString().startsWith(one.getClass().getSimpleName() + "[");
    }

    private void lists(String path, List<?> signed, List<?> again) {
        if (signed.size() != again.size()) {
            found.add(
                    path
                            + ": "
                            + signed.size()
                            + " of them, where the journals give "
                            + again.size());
            return;
        }
        for (int at = 0; at < signed.size(); at++)
            compare(under(path, named(at, signed.get(at))), signed.get(at), again.get(at));
    }

    private static String named(int at, Object item) {
        List<String> names = new ArrayList<>();
        if (item instanceof Record of)
            for (RecordComponent part : of.getClass().getRecordComponents()) {
                Optional<String> name = name(value(part, of));
                if (name.isEmpty() || names.size() == NAMES_MAX) break;
                names.add(name.get());
            }
        return names.isEmpty() ? String.valueOf(at + 1) : String.join(" ", names);
    }

    /** A word, or a record that is one. */
    private static Optional<String> name(@Nullable Object value) {
        if (value instanceof String || value instanceof Enum<?>)
            return Optional.of(value.toString());
        if (!(value instanceof Record of)) return Optional.empty();
        RecordComponent[] parts = of.getClass().getRecordComponents();
        return parts.length == 1 ? name(value(parts[0], of)) : Optional.empty();
    }

    private static String said(@Nullable Object value) {
        if (value == null) return "nothing";
        String text = value.toString();
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + " › " + name;
    }

    private static @Nullable Object value(RecordComponent part, Record of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a close-down's figures can be read", e);
        }
    }
}
