package io.tidemark.edge.ledger;

import io.tidemark.edge.record.Journals;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.JournalId;
import io.tidemark.node.projection.Projection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds in the tables what was done with goods without a customer. */
public final class GoodsDone {
    /** What one look shows at most: the last of the day. */
    public static final int LISTED_MAX = 2_000;

    private static final String DAY =
            "SELECT id, epoch, sequence, command, kind, reference, party, reason, made_at, operator, lines"
                    + " FROM stock_entries WHERE business_day = ?"
                    + " UNION ALL SELECT id, epoch, sequence, command,"
                    + " CASEWHEN(shelf = listed, 'SHELF_RIGHT', 'SHELF_WRONG'), plu, '', description,"
                    + " made_at, operator, 1 FROM shelf_prices WHERE business_day = ?"
                    + " ORDER BY id DESC FETCH FIRST "
                    + LISTED_MAX
                    + " ROWS ONLY";

    private final Projection projection;
    private final Journals journals;

    public GoodsDone(Projection projection, Journals journals) {
        this.projection = projection;
        this.journals = journals;
    }

    /**
     * One thing that was done.
     *
     * @param kind of the movement, COUNT, SHELF_RIGHT or SHELF_WRONG
     * @param reference of the paper; of a shelf its PLU
     * @param reason why goods were thrown away; of a shelf what stands on it
     * @param at local time with its offset
     */
    public record Summary(
            JournalId journal,
            long sequence,
            @Nullable String command,
            String kind,
            String reference,
            String party,
            String reason,
            String at,
            String operator,
            int lines) {}

    /** A day's, the last first. */
    public List<Summary> of(LocalDate day) {
        return projection.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(DAY)) {
                query.setObject(1, day);
                query.setObject(2, day);
                try (ResultSet found = query.executeQuery()) {
                    List<Summary> done = new ArrayList<>();
                    while (found.next()) done.add(summary(found));
                    return done;
                }
            }
        });
    }

    /** An entry as it was recorded; empty where there is none of goods. */
    public Optional<RecordedEntry> entry(int epoch, long sequence) {
        boolean known =
                projection.read(connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT 1 FROM stock_entries WHERE epoch = ? AND sequence = ?")) {
                        query.setInt(1, epoch);
                        query.setLong(2, sequence);
                        try (ResultSet found = query.executeQuery()) {
                            return found.next();
                        }
                    }
                });
        return known ? Optional.of(journals.entry(journal(epoch), sequence)) : Optional.empty();
    }

    private JournalId journal(int epoch) {
        return new JournalId(journals.current().id().node(), epoch);
    }

    private Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                journal(row.getInt("epoch")),
                row.getLong("sequence"),
                Optional.ofNullable(row.getObject("command", UUID.class))
                        .map(UUID::toString)
                        .orElse(null),
                row.getString("kind"),
                row.getString("reference"),
                row.getString("party"),
                row.getString("reason"),
                row.getObject("made_at", OffsetDateTime.class)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                row.getString("operator"),
                row.getInt("lines"));
    }
}
