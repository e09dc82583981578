package io.tidemark.node.home;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The fields of a YAML mapping. Remembers which were asked for, so that a misspelt one is refused,
 * not overlooked.
 */
final class YamlFields {
    private static final int PORT_MAX = 65_535;
    private static final int TEXT_MAX = 255;
    private static final int DAY_MINUTES = 24 * 60;

    private final Map<?, ?> values;
    private final String source;
    private final String prefix;
    private final Set<String> known = new HashSet<>();

    private YamlFields(Map<?, ?> values, String source, String prefix) {
        this.values = values;
        this.source = source;
        this.prefix = prefix;
    }

    static YamlFields parse(String yaml, String source) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object root;
        try {
            root = new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException e) {
            throw new CannotRun(ExitCode.BAD_USAGE, source + " is not YAML: " + e.getMessage(), e);
        }
        if (!(root instanceof Map<?, ?> map))
            throw new CannotRun(
                    ExitCode.BAD_USAGE, source + " must hold fields, such as `role: till`");
        return new YamlFields(map, source, "");
    }

    Optional<String> text(String field) {
        return value(field)
                .map(value -> {
                    if (value instanceof String text
                            && !text.isBlank()
                            && text.length() <= TEXT_MAX) return text;
                    throw refused(
                            field,
                            "is '" + value + "'",
                            "write text of 1 to " + TEXT_MAX + " characters");
                });
    }

    Optional<Integer> port(String field) {
        return value(field)
                .map(value -> {
                    if (value instanceof Integer port && port >= 0 && port <= PORT_MAX) return port;
                    throw refused(
                            field,
                            "is '" + value + "'",
                            "write a port from 1 to " + PORT_MAX + ", or 0 for any free one");
                });
    }

    Optional<Integer> days(String field) {
        return value(field)
                .map(value -> {
                    if (value instanceof Integer days) return days;
                    throw refused(field, "is '" + value + "'", "write a number of days");
                });
    }

    /** A whole number within bounds, both inclusive. */
    Optional<Integer> number(String field, int least, int most) {
        return value(field)
                .map(value -> {
                    if (value instanceof Integer number && number >= least && number <= most)
                        return number;
                    throw refused(
                            field,
                            "is '" + value + "'",
                            "write a whole number from " + least + " to " + most);
                });
    }

    /** A time of day; YAML 1.1 reads an unquoted 23:30 as so many minutes. */
    Optional<LocalTime> time(String field) {
        return value(field)
                .map(value -> {
                    if (value instanceof Integer minutes && minutes >= 0 && minutes < DAY_MINUTES)
                        return LocalTime.MIN.plusMinutes(minutes);
                    if (value instanceof String text
                            && text.matches("([01][0-9]|2[0-3]):[0-5][0-9]"))
                        return LocalTime.parse(text);
                    throw refused(
                            field, "is '" + value + "'", "write a time of day, such as 23:30");
                });
    }

    /** A list of texts; empty where it is left out. */
    List<String> texts(String field, int most) {
        return value(field).map(value -> texts(field, most, value)).orElse(List.of());
    }

    private List<String> texts(String field, int most, Object value) {
        if (!(value instanceof List<?> list)
                || list.size() > most
                || !list.stream().allMatch(String.class::isInstance))
            throw refused(
                    field,
                    "is '" + value + "'",
                    "write a list of at most " + most + " texts, such as [EUR, USD]");
        return list.stream().map(String::valueOf).toList();
    }

    Optional<YamlFields> group(String field) {
        return value(field)
                .map(value -> {
                    if (value instanceof Map<?, ?> map)
                        return new YamlFields(map, source, prefix + field + ".");
                    throw refused(
                            field,
                            "is '" + value + "'",
                            "write its fields in braces or indented below");
                });
    }

    void refuseOthers() {
        for (Object key : values.keySet())
            if (!known.contains(String.valueOf(key)))
                throw refused(
                        String.valueOf(key),
                        "is unknown",
                        "write one of "
                                + new TreeSet<>(known).stream().collect(Collectors.joining(", ")));
    }

    CannotRun refused(String field, String what, String todo) {
        return new CannotRun(
                ExitCode.BAD_USAGE,
                source + ": field " + prefix + field + " " + what + "; " + todo);
    }

    private Optional<Object> value(String field) {
        known.add(field);
        @Nullable Object value = values.get(field);
        return Optional.ofNullable(value);
    }
}
