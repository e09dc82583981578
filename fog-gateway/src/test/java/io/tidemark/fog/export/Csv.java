package io.tidemark.fog.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what RFC 4180 says, and nothing else. */
final class Csv {
    private final String text;
    private final char delimiter;
    private int at;

    private Csv(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    static List<List<String>> records(String text, char delimiter) {
        Csv csv = new Csv(text, delimiter);
        List<List<String>> records = new ArrayList<>();
        while (csv.at < text.length()) records.add(csv.nextRecord());
        return records;
    }

    /** By the names in the first record. */
    static List<Map<String, String>> rows(String text, char delimiter) {
        List<List<String>> records = records(text, delimiter);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> each : records.subList(1, records.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < each.size(); i++) row.put(records.getFirst().get(i), each.get(i));
            rows.add(row);
        }
        return rows;
    }

    private List<String> nextRecord() {
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (text.charAt(at) == delimiter) {
            at++;
            fields.add(field());
        }
        if (!text.startsWith("\r\n", at))
            throw new IllegalArgumentException("no end of a record at " + at);
        at += 2;
        return fields;
    }

    private String field() {
        if (text.charAt(at) != '"') {
            int start = at;
            while (text.charAt(at) != delimiter && text.charAt(at) != '\r') at++;
            return text.substring(start, at);
        }
        StringBuilder field = new StringBuilder();
        at++;
        while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
            if (text.charAt(at) == '"') at++;
            field.append(text.charAt(at++));
        }
        at++;
        return field.toString();
    }
}
