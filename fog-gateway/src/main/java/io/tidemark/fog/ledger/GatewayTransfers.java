package io.tidemark.fog.ledger;

import io.tidemark.ledger.event.StockFlow;
import io.tidemark.node.projection.Projection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Goods that went to other stores and came from them, as far as somebody must look at them. */
public final class GatewayTransfers {
    /** Rows of one kind told at a time. */
    public static final int ROWS_MAX = 500;

    private final Projection projection;

    public GatewayTransfers(Projection projection) {
        this.projection = projection;
    }

    /**
     * @param place the other store
     * @param reference the transfer's number
     */
    public record Transfer(
            String place,
            String reference,
            String device,
            LocalDate day,
            OffsetDateTime at,
            String operator,
            int lines) {}

    /**
     * Transfers that came in under a number that another entry has, too: two devices took the same
     * goods in, and neither could know of the other. By place and number.
     */
    public List<Transfer> takenInTwice() {
        return told(
                "SELECT t.* FROM (SELECT place, reference FROM transfers"
                        + " WHERE flow = 'TRANSFER_IN' GROUP BY place, reference"
                        + " HAVING COUNT(*) > 1) o JOIN transfers t ON t.flow = ?"
                        + " AND t.place = o.place AND t.reference = o.reference"
                        + " ORDER BY t.place, t.reference, made_at, device, epoch, sequence",
                StockFlow.TRANSFER_IN);
    }

    /**
     * Goods that went to a place of which nothing else tells: mistyped, perhaps, or new. The latest
     * first.
     */
    public List<Transfer> toUnknownPlaces() {
        return told(
                "SELECT t.* FROM (SELECT place FROM transfers"
                        + " GROUP BY place HAVING COUNT(*) = 1) o JOIN transfers t ON t.flow = ?"
                        + " AND t.place = o.place"
                        + " ORDER BY made_at DESC, device, epoch, sequence",
                StockFlow.TRANSFER_OUT);
    }

    private List<Transfer> told(String sql, StockFlow flow) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(sql + " LIMIT " + ROWS_MAX)) {
                query.setString(1, flow.name());
                return Listing.of(query, GatewayTransfers::transfer);
            }
        });
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                row.getString("place"),
                row.getString("reference"),
                row.getString("device"),
                row.getObject("business_day", LocalDate.class),
                row.getObject("made_at", OffsetDateTime.class),
                row.getString("operator"),
                row.getInt("lines"));
    }
}
