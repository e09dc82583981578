package io.tidemark.node.command;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.node.home.Json;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a line: for people, or as one JSON object.
 *
 * @param header null if these bytes have none that can be read; such an entry is kept all the same
 */
record Shown(long sequence, Hash hash, EntryBytes entry, @Nullable EntryHeader header) {
    private static final int HASH_DIGITS = 12;

    static Shown of(long sequence, Hash hash, EntryBytes entry) {
        return new Shown(sequence, hash, entry, header(entry));
    }

    private static @Nullable EntryHeader header(EntryBytes entry) {
        try {
            return EntryCodec.header(entry);
        } catch (Malformed poison) {
            return null;
        }
    }

    String text() {
        String place = "%8d  %s".formatted(sequence, hash.hex().substring(0, HASH_DIGITS));
        if (header == null) return place + "  an entry whose header cannot be read";
        return "%s  %s  %s  %-19s %s"
                .formatted(
                        place,
                        header.businessDay(),
                        header.at().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                        EventNames.of(header.type()),
                        details(header))
                .stripTrailing();
    }

    private String details(EntryHeader known) {
        List<String> details = new ArrayList<>();
        if (known.receipt() > 0) details.add("receipt " + known.receipt());
        if (!known.operator().isEmpty()) details.add("operator " + known.operator());
        String gist = gist();
        if (!gist.isEmpty()) details.add(gist);
        return String.join(", ", details);
    }

    /**
     * @param whole with all that the event holds
     */
    String json(boolean whole) {
        List<String> fields = new ArrayList<>();
        fields.add(Json.field("sequence", sequence));
        fields.add(Json.field("hash", hash.hex()));
        fields.add(Json.field("bytes", entry.size()));
        if (header == null) fields.add(Json.field("unreadable", true));
        else fields(header, fields);
        if (whole && header != null) fields.add(Json.raw("event", EventJson.of(entry)));
        return Json.object(fields.toArray(String[]::new));
    }

    private void fields(EntryHeader known, List<String> fields) {
        fields.add(Json.field("type", EventNames.of(known.type())));
        fields.add(Json.field("critical", known.critical()));
        fields.add(Json.field("businessDay", known.businessDay().toString()));
        fields.add(Json.field("at", known.at().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
        fields.add(Json.field("workstation", known.workstation()));
        fields.add(Json.field("operator", known.operator()));
        fields.add(Json.field("shift", known.shift()));
        fields.add(Json.field("receipt", known.receipt()));
        fields.add(
                known.command() == null
                        ? Json.raw("command", "null")
                        : Json.field("command", known.command().toString()));
        fields.add(Json.field("masterDataVersion", known.masterDataVersion()));
        fields.add(Json.field("gist", gist()));
    }

    private String gist() {
        try {
            return Gist.of(EntryCodec.decode(entry).event());
        } catch (Malformed poison) {
            return "its content cannot be read: " + poison.getMessage();
        }
    }
}
