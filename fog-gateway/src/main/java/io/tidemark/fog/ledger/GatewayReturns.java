package io.tidemark.fog.ledger;

import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.node.projection.Projection;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a receipt is, and what came back of it. */
public final class GatewayReturns {
    /** Lines looked into at a time, the latest receipts first. */
    public static final int SUSPECTS_MAX = 1_000;

    /** Returns told of one receipt. */
    private static final int RETURNS_MAX = 10_000;

    private final Projection projection;

    public GatewayReturns(Projection projection) {
        this.projection = projection;
    }

    /** The entry of a receipt, in its device's journal. */
    public record Place(String device, int epoch, long sequence) {}

    /**
     * A part of a receipt's line that came back.
     *
     * @param receipt the return's number at its workstation
     * @param quantity positive; negative where a return was itself taken back
     * @param gross minor units of {@code currency}, negative as on the return
     */
    public record Return(
            OriginalLine original,
            String device,
            String workstation,
            LocalDate day,
            long receipt,
            OffsetDateTime at,
            String operator,
            Quantity quantity,
            long gross,
            String currency,
            boolean checked) {}

    /** A line of a receipt. */
    public record Sold(String description, Quantity quantity) {}

    /**
     * The lines of a receipt by their positions from 1; empty where it is not in the tables. They
     * keep what journals have pruned since, until they are built anew.
     */
    public Optional<Map<Integer, Sold>> sold(OriginalReceipt receipt) {
        return find(receipt).map(this::sold);
    }

    private Map<Integer, Sold> sold(Place place) {
        return projection.read(connection -> {
            Map<Integer, Sold> sold = new HashMap<>();
            List<Long> numbers = new ArrayList<>();
            SqlRows.each(
                    connection,
                    "SELECT number FROM journals WHERE device = ? AND epoch = ?",
                    row -> numbers.add(row.getLong(1)),
                    place.device(),
                    place.epoch());
            for (long number : numbers)
                SqlRows.each(
                        connection,
                        "SELECT id, description, quantity, unit FROM lines WHERE id > ? AND id < ?",
                        row ->
                                sold.put(
                                        ReceiptIds.lineOf(row.getLong(1)),
                                        new Sold(row.getString(2), quantity(row))),
                        ReceiptIds.of(number, place.sequence()),
                        ReceiptIds.of(number, place.sequence() + 1));
            return sold;
        });
    }

    /** Of two receipts with one number, which only a fork makes, the later epoch's. */
    public Optional<Place> find(OriginalReceipt receipt) {
        return projection
                .read(connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT device, epoch, sequence FROM receipts"
                                            + " WHERE business_day = ? AND workstation = ? AND number = ?"
                                            + " ORDER BY epoch DESC, device LIMIT 1")) {
                        query.setObject(1, receipt.day());
                        query.setString(2, receipt.workstation());
                        query.setLong(3, receipt.receipt());
                        return Listing.of(query, GatewayReturns::place);
                    }
                })
                .stream()
                .findFirst();
    }

    /** When a receipt was pruned that these tables never had whole. */
    public Optional<LocalDate> pruned(String device, LocalDate day, long number) {
        return projection
                .read(connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT pruned_on FROM pruned_receipts"
                                            + " WHERE business_day = ? AND device = ? AND number = ?"
                                            + " ORDER BY epoch DESC LIMIT 1")) {
                        query.setObject(1, day);
                        query.setString(2, device);
                        query.setLong(3, number);
                        return Listing.of(
                                query, rows -> rows.getObject("pruned_on", LocalDate.class));
                    }
                })
                .stream()
                .findFirst();
    }

    /** What came back of a receipt, by line, in the order of the devices' names. */
    public List<Return> of(OriginalReceipt receipt) {
        return projection.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT * FROM returned_lines WHERE store = ? AND original_day = ?"
                                    + " AND original_workstation = ? AND original_receipt = ?"
                                    + " ORDER BY original_line, device, epoch, sequence, line LIMIT "
                                    + RETURNS_MAX)) {
                query.setString(1, receipt.store());
                query.setObject(2, receipt.day());
                query.setString(3, receipt.workstation());
                query.setLong(4, receipt.receipt());
                return Listing.of(query, GatewayReturns::returned);
            }
        });
    }

    /**
     * Lines of this store that came back more than once, or without being held against their
     * receipt: whether that was more than was sold, only the receipt says. The latest first.
     */
    public List<OriginalReceipt> suspects(String store) {
        return projection.read(connection -> suspects(connection, store));
    }

    private static List<OriginalReceipt> suspects(Connection connection, String store)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT DISTINCT original_day, original_workstation, original_receipt FROM"
                                + " (SELECT original_day, original_workstation, original_receipt"
                                + " FROM returned_lines WHERE store = ?"
                                + " GROUP BY original_day, original_workstation, original_receipt, original_line"
                                + " HAVING COUNT(*) > 1 OR NOT EVERY(checked))"
                                + " ORDER BY original_day DESC, original_workstation, original_receipt LIMIT "
                                + SUSPECTS_MAX)) {
            query.setString(1, store);
            return Listing.of(
                    query,
                    rows ->
                            new OriginalReceipt(
                                    store,
                                    rows.getString("original_workstation"),
                                    rows.getObject("original_day", LocalDate.class),
                                    rows.getLong("original_receipt")));
        }
    }

    private static Place place(ResultSet rows) throws SQLException {
        return new Place(rows.getString("device"), rows.getInt("epoch"), rows.getLong("sequence"));
    }

    private static Return returned(ResultSet rows) throws SQLException {
        return new Return(
                new OriginalLine(
                        rows.getString("store"),
                        rows.getString("original_workstation"),
                        rows.getObject("original_day", LocalDate.class),
                        rows.getLong("original_receipt"),
                        rows.getInt("original_line")),
                rows.getString("device"),
                rows.getString("workstation"),
                rows.getObject("business_day", LocalDate.class),
                rows.getLong("receipt"),
                rows.getObject("made_at", OffsetDateTime.class),
                rows.getString("operator"),
                quantity(rows),
                rows.getLong("gross"),
                rows.getString("currency"),
                rows.getBoolean("checked"));
    }

    private static Quantity quantity(ResultSet rows) throws SQLException {
        BigDecimal value = rows.getBigDecimal("quantity");
        return new Quantity(value, Unit.of(rows.getString("unit")));
    }
}
