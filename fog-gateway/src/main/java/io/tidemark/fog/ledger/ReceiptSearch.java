package io.tidemark.fog.ledger;

import io.tidemark.node.projection.Projection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds receipts of a day by what somebody remembers of them. */
public final class ReceiptSearch {
    private final Projection projection;

    public ReceiptSearch(Projection projection) {
        this.projection = projection;
    }

    /**
     * What is looked for; an empty field asks for nothing.
     *
     * @param till a workstation's name or a device's label
     * @param gross minor units; of a return, too
     */
    public record Wanted(
            LocalDate day,
            Optional<String> till,
            Optional<String> operator,
            OptionalLong number,
            OptionalLong gross) {}

    /**
     * @param total how many there are
     * @param from how many stand before these
     */
    public record Page(long total, int from, List<GatewayLedger.Receipt> receipts) {
        public Page {
            receipts = List.copyOf(receipts);
        }
    }

    private record Condition(String sql, Object value) {}

    /** The latest first. */
    public Page find(Wanted wanted, int from, int limit) {
        List<Condition> conditions = conditions(wanted);
        String where =
                conditions.stream()
                        .map(Condition::sql)
                        .reduce("", (all, each) -> all.isEmpty() ? each : all + " AND " + each);
        return projection.read(connection ->
                new Page(
                        count(connection, where, conditions),
                        from,
                        receipts(connection, where, conditions, from, limit)));
    }

    private static List<Condition> conditions(Wanted wanted) {
        List<Condition> all = new ArrayList<>();
        all.add(new Condition("business_day = ?", wanted.day()));
        wanted.till()
                .ifPresent(till ->
                        all.add(
                                new Condition(
                                        "LOWER(?) IN (LOWER(workstation), LOWER(device))", till)));
        wanted.operator()
                .ifPresent(
                        operator -> all.add(new Condition("LOWER(operator) = LOWER(?)", operator)));
        wanted.number().ifPresent(number -> all.add(new Condition("number = ?", number)));
        wanted.gross().ifPresent(gross -> all.add(new Condition("ABS(gross) = ABS(?)", gross)));
        return all;
    }

    private static long count(Connection connection, String where, List<Condition> conditions)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT COUNT(*) FROM receipts WHERE " + where)) {
            set(query, conditions);
            return Listing.of(query, row -> row.getLong(1)).getFirst();
        }
    }

    private static List<GatewayLedger.Receipt> receipts(
            Connection connection, String where, List<Condition> conditions, int from, int limit)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT * FROM receipts WHERE "
                                + where
                                + " ORDER BY made_at DESC, device, epoch DESC, sequence DESC"
                                + " LIMIT ? OFFSET ?")) {
            int next = set(query, conditions);
            query.setInt(next, limit);
            query.setInt(next + 1, from);
            return Listing.of(query, GatewayLedger::receipt);
        }
    }

    private static int set(PreparedStatement query, List<Condition> conditions)
            throws SQLException {
        int next = 1;
        for (Condition condition : conditions) query.setObject(next++, condition.value());
        return next;
    }
}
