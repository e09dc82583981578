package io.tidemark.node.command;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.JournalView;
import io.tidemark.node.home.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The figures of one journal, to be told. */
record JournalFigures(JournalId id, long last, List<JournalView.Part> parts, JournalStats stats) {
    /**
     * @param read whether the entries were read, or only the segments' headers
     */
    String text(boolean read) {
        String files =
                String.format(
                        Locale.ROOT,
                        "journal   %s: %,d entries, %,d segments, %,d bytes on disk%s",
                        id.label(),
                        last,
                        parts.size(),
                        bytes(),
                        days());
        return read && stats.entries() > 0 ? files + "\n" + content() : files;
    }

    private String content() {
        StringBuilder text =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "  %,d bytes of entries in %,d groups on %,d business days, %,d receipts",
                                stats.entryBytes(),
                                stats.groups(),
                                stats.days().size(),
                                stats.receipts()));
        if (stats.pruned() > 0)
            text.append(
                    String.format(
                            Locale.ROOT,
                            "\n  %,d of the receipts are pruned: head office's archive has them",
                            stats.pruned()));
        text.append("\n  first ").append(stats.first()).append(", last ").append(stats.last());
        text.append("\n  head  ").append(Objects.requireNonNull(stats.hash()).hex());
        stats.types()
                .forEach((type, count) ->
                        text.append(String.format(Locale.ROOT, "\n  %,12d  %s", count, type)));
        return text.toString();
    }

    String json(boolean read) {
        List<String> fields = new ArrayList<>();
        fields.add(Json.field("kind", "journal"));
        fields.add(Json.field("journal", id.label()));
        fields.add(Json.field("epoch", id.epoch()));
        fields.add(Json.field("entries", last));
        fields.add(Json.field("segments", parts.size()));
        fields.add(Json.field("bytesOnDisk", bytes()));
        if (!parts.isEmpty()) {
            fields.add(Json.field("firstDay", parts.getFirst().day().toString()));
            fields.add(Json.field("lastDay", parts.getLast().day().toString()));
        }
        if (read && stats.entries() > 0) read(fields);
        return Json.object(fields);
    }

    private void read(List<String> fields) {
        fields.add(Json.field("entryBytes", stats.entryBytes()));
        fields.add(Json.field("groups", stats.groups()));
        fields.add(Json.field("businessDays", stats.days().size()));
        fields.add(Json.field("receipts", stats.receipts()));
        fields.add(Json.field("pruned", stats.pruned()));
        fields.add(Json.field("firstAt", String.valueOf(stats.first())));
        fields.add(Json.field("lastAt", String.valueOf(stats.last())));
        fields.add(Json.field("head", Objects.requireNonNull(stats.hash()).hex()));
        fields.add(
                Json.raw(
                        "types",
                        stats.types().entrySet().stream()
                                .map(type -> Json.field(type.getKey(), type.getValue()))
                                .collect(Collectors.joining(",", "{", "}"))));
    }

    private long bytes() {
        return parts.stream().mapToLong(JournalView.Part::bytes).sum();
    }

    private String days() {
        return parts.isEmpty()
                ? ""
                : ", days " + parts.getFirst().day() + " to " + parts.getLast().day();
    }
}
