package io.tidemark.fog.ledger;

import io.tidemark.ledger.event.CardMovement;
import io.tidemark.node.projection.Projection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Gift cards, as far as this store's receipts tell. */
public final class GatewayCards {
    /** Rows told at a time. */
    public static final int ROWS_MAX = 1_000;

    private final Projection projection;

    public GatewayCards(Projection projection) {
        this.projection = projection;
    }

    /**
     * What one receipt did to a card.
     *
     * @param loaded minor units of {@code currency}
     * @param checked whether the till knew that there was enough on it
     */
    public record Move(
            String number,
            String workstation,
            LocalDate day,
            long receipt,
            OffsetDateTime at,
            String operator,
            long loaded,
            long spent,
            String currency,
            boolean checked) {}

    /** What a device did to a card, or all others did. */
    public CardMovement moved(String number, String device, boolean here) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT COALESCE(SUM(loaded), 0) AS loaded,"
                                    + " COALESCE(SUM(spent), 0) AS spent FROM gift_card_moves"
                                    + " WHERE number = ? AND (device = ?) = ?")) {
                query.setString(1, number);
                query.setString(2, device);
                query.setBoolean(3, here);
                return Listing.of(
                                query,
                                row ->
                                        new CardMovement(
                                                number,
                                                row.getLong("loaded"),
                                                row.getLong("spent")))
                        .getFirst();
            }
        });
    }

    /** The latest first. */
    public List<Move> of(String number) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT * FROM gift_card_moves WHERE number = ?"
                                    + " ORDER BY made_at DESC, device, epoch, sequence LIMIT "
                                    + ROWS_MAX)) {
                query.setString(1, number);
                return Listing.of(query, GatewayCards::move);
            }
        });
    }

    /**
     * What was done to cards of which more was spent than was ever on them here: spent at two tills
     * that could not know of each other, or at one that took somebody's word. By number, the latest
     * first.
     */
    public List<Move> overspent() {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT m.* FROM (SELECT number FROM gift_card_moves GROUP BY number"
                                    + " HAVING SUM(spent) > SUM(loaded)) o"
                                    + " JOIN gift_card_moves m ON m.number = o.number"
                                    + " ORDER BY m.number, made_at DESC, device, epoch, sequence"
                                    + " LIMIT "
                                    + ROWS_MAX)) {
                return Listing.of(query, GatewayCards::move);
            }
        });
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(
                row.getString("number"),
                row.getString("workstation"),
                row.getObject("business_day", LocalDate.class),
                row.getLong("receipt"),
                row.getObject("made_at", OffsetDateTime.class),
                row.getString("operator"),
                row.getLong("loaded"),
                row.getLong("spent"),
                row.getString("currency"),
                row.getBoolean("checked"));
    }
}
