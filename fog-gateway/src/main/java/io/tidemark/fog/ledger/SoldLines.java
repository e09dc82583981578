package io.tidemark.fog.ledger;

import io.tidemark.fog.ledger.StockTables.Moment;
import io.tidemark.fog.ledger.StockTables.Movement;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines of one journal's receipts of a day: they lie together, so they are read in one go. */
record SoldLines(Connection connection, Journal journal, LocalDate day) {
    /** Lines read at once: H2 holds the whole answer to a query. */
    private static final int LINES_READ = 20_000;

    record Journal(long number, String device, int epoch) {}

    private record Receipt(
            OffsetDateTime at,
            String kind,
            String workstation,
            long number,
            String hash,
            String operator) {}

    void read(Set<StockItem> items, List<Movement> into) throws SQLException {
        Map<Long, Receipt> receipts = receipts();
        if (receipts.isEmpty()) return;
        Set<String> plus = StockSnapshot.plus(items);
        long first = receipts.keySet().stream().mapToLong(Long::longValue).min().orElse(0);
        long last = receipts.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        long next = ReceiptIds.of(journal.number(), first);
        long end = ReceiptIds.of(journal.number(), last + 1);
        while (next < end) next = page(next, end, line -> add(line, receipts, plus, items, into));
    }

    private void add(
            SoldLine line,
            Map<Long, Receipt> receipts,
            Set<String> plus,
            Set<StockItem> items,
            List<Movement> into) {
        if (!plus.contains(line.plu())) return;
        StockItem item = new StockItem(line.plu(), Unit.of(line.unit()));
        long sequence = ReceiptIds.sequenceOf(line.id());
        Receipt receipt = receipts.get(sequence);
        if (receipt == null || !items.contains(item)) return;
        into.add(
                new Movement(
                        day,
                        item,
                        new Moment(receipt.at(), journal.device(), journal.epoch(), sequence),
                        receipt.kind(),
                        -line.thousandths(),
                        receipt.workstation(),
                        receipt.number(),
                        receipt.hash(),
                        receipt.operator(),
                        ""));
    }

    private record SoldLine(long id, String plu, String unit, long thousandths) {}

    private interface Taking {
        void take(SoldLine line);
    }

    /** Where the next page begins. */
    private long page(long from, long end, Taking taking) throws SQLException {
        long[] last = {from, 0};
        SqlRows.each(
                connection,
                "SELECT id, plu, unit, quantity FROM lines WHERE id > ? AND id < ?"
                        + " ORDER BY id LIMIT "
                        + LINES_READ,
                row -> {
                    last[0] = row.getLong(1);
                    last[1]++;
                    taking.take(
                            new SoldLine(
                                    last[0],
                                    row.getString(2),
                                    row.getString(3),
                                    row.getBigDecimal(4).unscaledValue().longValueExact()));
                },
                from,
                end);
        return last[1] < LINES_READ ? end : last[0];
    }

    private Map<Long, Receipt> receipts() throws SQLException {
        Map<Long, Receipt> receipts = new HashMap<>();
        SqlRows.each(
                connection,
                "SELECT sequence, made_at, kind, workstation, number, hash, operator FROM receipts"
                        + " WHERE business_day = ? AND device = ? AND epoch = ?",
                row ->
                        receipts.put(
                                row.getLong(1),
                                new Receipt(
                                        row.getObject(2, OffsetDateTime.class),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getLong(5),
                                        row.getString(6),
                                        row.getString(7))),
                day,
                journal.device(),
                journal.epoch());
        return receipts;
    }
}
