package io.tidemark.edge.ledger;

import io.tidemark.edge.record.Journals;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
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

/** Finds the till Zs that were made here, in the tables; what they say is in the journal. */
public final class TillZs {
    /** Two years of days. */
    private static final int LISTED_MAX = 800;

    private final Projection projection;
    private final Journals journals;

    public TillZs(Projection projection, Journals journals) {
        this.projection = projection;
        this.journals = journals;
    }

    /**
     * A Z in a list.
     *
     * @param at local time with its offset
     */
    public record Summary(long zNumber, LocalDate day, String at, Money gross) {}

    private record Place(int epoch, long sequence) {}

    /** The Z as it was recorded, from its journal. */
    public Optional<RecordedEntry> byNumber(long zNumber) {
        Optional<Place> place =
                projection.read(connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT epoch, sequence FROM till_closings WHERE z_number = ?"
                                            + " ORDER BY epoch DESC FETCH FIRST ROW ONLY")) {
                        query.setLong(1, zNumber);
                        try (ResultSet found = query.executeQuery()) {
                            return found.next()
                                    ? Optional.of(new Place(found.getInt(1), found.getLong(2)))
                                    : Optional.empty();
                        }
                    }
                });
        return place.map(found ->
                journals.entry(
                        new JournalId(journals.current().id().node(), found.epoch()),
                        found.sequence()));
    }

    /** How many copies were made of it, as far as the tables have come. */
    public int copies(long zNumber) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT MAX(copy) FROM z_copies WHERE z_number = ?")) {
                query.setLong(1, zNumber);
                try (ResultSet found = query.executeQuery()) {
                    found.next();
                    return found.getInt(1);
                }
            }
        });
    }

    /** The newest first. */
    public List<Summary> newest() {
        return projection.read(connection -> {
            try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT z_number, business_day, made_at, currency, gross FROM"
                                            + " till_closings ORDER BY id DESC FETCH FIRST "
                                            + LISTED_MAX
                                            + " ROWS ONLY");
                    ResultSet found = query.executeQuery()) {
                List<Summary> zs = new ArrayList<>();
                while (found.next()) zs.add(summary(found));
                return zs;
            }
        });
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                row.getLong("z_number"),
                row.getObject("business_day", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                new Money(row.getLong("gross"), new CurrencyCode(row.getString("currency"))));
    }
}
