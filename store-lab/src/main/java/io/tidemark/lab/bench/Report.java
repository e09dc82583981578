package io.tidemark.lab.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a benchmark found, in the order it is told: as a table for people, as one line of JSON for a
 * program. A value is a number, a text or another report.
 */
final class Report {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Report put(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    Report put(String field, long value) {
        return put(field, (Object) value);
    }

    /** Rounded to where it means something: three digits and a bit. */
    Report put(String field, double value) {
        double scale = value < 10 ? 1_000 : value < 1_000 ? 10 : 1;
        return put(field, (Object) (Math.round(value * scale) / scale));
    }

    void print(PrintStream out) {
        print("", out);
        out.flush();
    }

    String toJson() {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((field, value) -> {
            if (json.length() > 1) json.append(',');
            json.append('"').append(field).append("\":").append(json(value));
        });
        return json.append('}').toString();
    }

    private void print(String indent, PrintStream out) {
        fields.forEach((field, value) -> {
            if (value instanceof Report inner) {
                out.println(indent + field);
                inner.print(indent + "  ", out);
            } else out.printf(Locale.ROOT, "%-44s %s%n", indent + field, shown(value));
        });
    }

    private static String shown(Object value) {
        if (value instanceof Double number && Math.abs(number) >= 1_000)
            return String.format(Locale.ROOT, "%,.0f", number);
        if (value instanceof Number number && !(value instanceof Double))
            return String.format(Locale.ROOT, "%,d", number.longValue());
        return String.valueOf(value);
    }

    private static String json(Object value) {
        if (value instanceof Report inner) return inner.toJson();
        if (value instanceof Double number && number == Math.rint(number))
            return String.valueOf(number.longValue());
        if (value instanceof Number || value instanceof Boolean) return value.toString();
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
