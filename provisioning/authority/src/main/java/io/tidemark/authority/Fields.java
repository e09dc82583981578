package io.tidemark.authority;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one YAML mapping. A wrong field is noted and something valid stands in for it, so
 * that all problems of a file are told at once; a field nobody asked for is one too.
 */
final class Fields {
    private final Map<?, ?> values;
    private final String path;
    private final List<String> problems;
    private final Set<String> known = new HashSet<>();

    Fields(Map<?, ?> values, String path, List<String> problems) {
        this.values = values;
        this.path = path;
        this.problems = problems;
    }

    /** Text that a parser accepts, by not throwing. */
    <T> T parsed(String field, String advice, Function<String, T> parser, T standIn) {
        Object value = value(field);
        if (!(value instanceof String text)) return wrong(field, value, advice, standIn);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return wrong(field, value, advice, standIn);
        }
    }

    String text(String field, String advice, int charactersMax) {
        return parsed(field, advice, text -> limited(text, charactersMax), advice);
    }

    Optional<String> optionalText(String field, String advice, int charactersMax) {
        return value(field) == null
                ? Optional.empty()
                : Optional.of(text(field, advice, charactersMax));
    }

    int number(String field, String advice, int least, int most) {
        Object value = value(field);
        if (value instanceof Integer number && number >= least && number <= most) return number;
        return wrong(field, value, advice, least);
    }

    /** A number that may be left out. */
    int number(String field, String advice, int least, int most, int otherwise) {
        return value(field) == null ? otherwise : number(field, advice, least, most);
    }

    Fields group(String field, String advice) {
        Object value = value(field);
        if (value instanceof Map<?, ?> map) return new Fields(map, path + field + ".", problems);
        wrong(field, value, advice, "");
        // What is not there has been told once; its fields are not missing besides.
        return new Fields(Map.of(), path + field + ".", new ArrayList<>());
    }

    /** A list that may be left out. */
    List<Fields> optionalGroups(String field, String advice) {
        return value(field) == null ? List.of() : groups(field, advice);
    }

    List<Fields> groups(String field, String advice) {
        Object value = value(field);
        if (!(value instanceof List<?> list) || list.isEmpty())
            return wrong(field, value, advice, List.of());
        List<Fields> groups = new ArrayList<>();
        for (Object item : list) {
            String place = path + field + "[" + (groups.size() + 1) + "]";
            if (item instanceof Map<?, ?> map) groups.add(new Fields(map, place + ".", problems));
            else problems.add(place + ": is '" + item + "'; " + advice);
        }
        return groups;
    }

    /** To be called when all fields have been asked for. */
    void refuseOthers() {
        for (Object key : values.keySet())
            if (!known.contains(String.valueOf(key)))
                problems.add(
                        path
                                + key
                                + ": is no field; write one of "
                                + String.join(", ", new TreeSet<>(known))
                                + ", or remove it");
    }

    private static String limited(String text, int charactersMax) {
        if (text.isBlank() || text.length() > charactersMax)
            throw new IllegalArgumentException("1 to " + charactersMax + " characters");
        return text;
    }

    private @Nullable Object value(String field) {
        known.add(field);
        return values.get(field);
    }

    private <T> T wrong(String field, @Nullable Object value, String advice, T standIn) {
        String what = value == null ? "is missing" : "is '" + value + "'";
        problems.add(path + field + ": " + what + "; " + advice);
        return standIn;
    }
}
