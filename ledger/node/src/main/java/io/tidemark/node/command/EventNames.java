package io.tidemark.node.command;

import io.tidemark.ledger.event.EventType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What entry types are called. One that this version does not know is called by its number. */
final class EventNames {
    private static final Map<Integer, String> NAMES =
            Arrays.stream(EventType.values())
                    .collect(Collectors.toMap(EventType::code, EventType::name));
    private static final Map<String, Integer> CODES =
            Arrays.stream(EventType.values())
                    .collect(Collectors.toMap(EventType::name, EventType::code));

    private EventNames() {}

    static String of(int code) {
        return NAMES.getOrDefault(code, "TYPE_" + code);
    }

    /** By its name, in any spelling of a command line, or by its number. */
    static OptionalInt code(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        Integer known = CODES.get(name);
        if (known != null) return OptionalInt.of(known);
        return name.matches("(TYPE_)?[0-9]{1,6}")
                ? OptionalInt.of(Integer.parseInt(name.replace("TYPE_", "")))
                : OptionalInt.empty();
    }

    static String all() {
        return Arrays.stream(EventType.values())
                .map(EventType::name)
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}
