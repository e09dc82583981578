package io.tidemark.node.command;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.JournalSight;
import io.tidemark.node.home.Json;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a line: for people, or as one JSON object.
 *
 * @param entry null of a receipt that was pruned
 * @param header null if these bytes have none that can be read; such an entry is kept all the same
 * @param pruned null of an entry that is whole
 */
record Shown(
        long sequence,
        Hash hash,
        @Nullable EntryBytes entry,
        @Nullable EntryHeader header,
        PrunedEntry.@Nullable Pruning pruned) {
    private static final int HASH_DIGITS = 12;

    static Shown of(long sequence, Hash hash, EntryBytes entry) {
        return new Shown(sequence, hash, entry, header(entry), null);
    }

    static Shown of(PrunedEntry left) {
        return new Shown(left.sequence(), left.hash(), null, left.header(), left.why());
    }

    /** A sight that is told of each entry, whole or pruned. */
    static JournalSight each(Consumer<Shown> told) {
        return new JournalSight() {
            @Override
            public void entry(long sequence, Hash hash, EntryBytes entry) {
                told.accept(of(sequence, hash, entry));
            }

            @Override
            public void pruned(PrunedEntry left) {
                told.accept(of(left));
            }
        };
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
        if (entry != null) fields.add(Json.field("bytes", entry.size()));
        if (pruned != null) {
            fields.add(Json.field("prunedOn", pruned.on().toString()));
            fields.add(Json.field("keptDays", pruned.days()));
        }
        if (header == null) fields.add(Json.field("unreadable", true));
        else fields(header, fields);
        if (whole && header != null && entry != null)
            fields.add(Json.raw("event", EventJson.of(entry)));
        return Json.object(fields);
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
        if (entry == null) return "pruned " + pruned + "; head office's archive has it";
        try {
            return Gist.of(EntryCodec.decode(entry).event());
        } catch (Malformed poison) {
            return "its content cannot be read: " + poison.getMessage();
        }
    }
}
