package io.tidemark.node.home;

import java.util.List;

/** The little JSON (RFC 8259) that the command line writes. */
public final class Json {
    private Json() {}

    public static String object(String... fields) {
        return object(List.of(fields));
    }

    public static String object(List<String> fields) {
        return "{" + String.join(",", fields) + "}";
    }

    public static String field(String name, String text) {
        return quoted(name) + ":" + quoted(text);
    }

    public static String field(String name, boolean value) {
        return quoted(name) + ":" + value;
    }

    public static String field(String name, long value) {
        return quoted(name) + ":" + value;
    }

    /**
     * @param values already JSON
     */
    public static String field(String name, List<String> values) {
        return quoted(name) + ":[" + String.join(",", values) + "]";
    }

    /**
     * @param value already JSON
     */
    public static String raw(String name, String value) {
        return quoted(name) + ":" + value;
    }

    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < ' ') quoted.append(String.format("\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
