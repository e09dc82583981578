package io.tidemark.edge.ledger;

import io.tidemark.edge.record.Journals;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionStatus;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds receipts in the tables. Who must see their own last write waits for it first. */
public final class Receipts {
    /** Receipts of one day: a till that gives one every second, all day and night. */
    public static final int LISTED_MAX = 100_000;

    private static final Duration FOLLOW_MAX = Duration.ofSeconds(5);

    private final Projection projection;
    private final Journals journals;

    public Receipts(Projection projection, Journals journals) {
        this.projection = projection;
        this.journals = journals;
    }

    /**
     * A receipt in a list.
     *
     * @param journal it was first recorded in
     * @param hash the first six characters of the entry's
     * @param at local time with its offset
     * @param foreign what of another currency came into the drawer; null of goods
     */
    public record Summary(
            JournalId journal,
            long number,
            String hash,
            @Nullable String command,
            String kind,
            int lines,
            long grossMinor,
            String currency,
            String at,
            String operator,
            @Nullable Money foreign) {}

    /**
     * Waits until the tables have come to this entry of the current journal; false if they do not
     * in time.
     */
    public boolean awaitApplied(long sequence) {
        return projection.awaitApplied(journals.current().id(), sequence, FOLLOW_MAX);
    }

    private record Place(int epoch, long sequence) {}

    /**
     * The receipt as it was recorded, from its journal; of two with one number, which only a till
     * that was given too little to go on from can have, the later epoch's.
     *
     * @throws io.tidemark.ledger.event.EntryPruned if its content was given up
     */
    public Optional<RecordedEntry> byNumber(long number) {
        Optional<Place> place =
                projection.read(connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT epoch, sequence FROM receipts WHERE number = ?"
                                            + " UNION ALL SELECT epoch, sequence FROM pruned_receipts WHERE number = ?"
                                            + " ORDER BY epoch DESC FETCH FIRST ROW ONLY")) {
                        query.setLong(1, number);
                        query.setLong(2, number);
                        try (ResultSet found = query.executeQuery()) {
                            return found.next()
                                    ? Optional.of(new Place(found.getInt(1), found.getLong(2)))
                                    : Optional.empty();
                        }
                    }
                });
        return place.map(found -> journals.entry(journal(found.epoch()), found.sequence()));
    }

    /** How many copies were made of it, as far as the tables have come. */
    public int copies(long number) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT MAX(copy) FROM receipt_copies WHERE number = ?")) {
                query.setLong(1, number);
                try (ResultSet found = query.executeQuery()) {
                    found.next();
                    return found.getInt(1);
                }
            }
        });
    }

    /** A day's receipts, in their order. */
    public List<Summary> of(LocalDate day) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT epoch, number, hash, command, kind, lines, gross, currency, made_at, operator, foreign_minor, foreign_code FROM receipts"
                                    + " WHERE business_day = ? ORDER BY id FETCH FIRST "
                                    + LISTED_MAX
                                    + " ROWS ONLY")) {
                query.setObject(1, day);
                try (ResultSet found = query.executeQuery()) {
                    List<Summary> receipts = new ArrayList<>();
                    while (found.next()) receipts.add(summary(found));
                    return receipts;
                }
            }
        });
    }

    /** In words: whether receipts can be listed. */
    public String status() {
        ProjectionStatus status = projection.status();
        return status.state().name().toLowerCase(Locale.ROOT) + ": " + status.detail();
    }

    private JournalId journal(int epoch) {
        return new JournalId(journals.current().id().node(), epoch);
    }

    private Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                journal(row.getInt("epoch")),
                row.getLong("number"),
                row.getString("hash"),
                Optional.ofNullable(row.getObject("command", UUID.class))
                        .map(UUID::toString)
                        .orElse(null),
                row.getString("kind"),
                row.getInt("lines"),
                row.getLong("gross"),
                row.getString("currency"),
                row.getObject("made_at", OffsetDateTime.class)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                row.getString("operator"),
                foreign(row));
    }

    private static @Nullable Money foreign(ResultSet row) throws SQLException {
        String code = row.getString("foreign_code");
        return code == null
                ? null
                : new Money(row.getLong("foreign_minor"), new CurrencyCode(code));
    }
}
