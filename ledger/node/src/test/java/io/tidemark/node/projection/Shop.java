package io.tidemark.node.projection;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A small projection with every kind of column. What an entry means is drawn from the number in its
 * event.
 */
class Shop implements ProjectionSchema {
    private static final int LINES_MAX = 16_384;
    private static final long ENTRIES_MAX = 1L << 30;

    private final int version;

    Shop() {
        this(1);
    }

    Shop(int version) {
        this.version = version;
    }

    static JournalId till(int number) {
        return new JournalId(new NodeName("shop.example", "s001", "till-" + number), 1);
    }

    static EntryBytes entry(long seed) {
        return new EntryBytes(
                new byte[] {1}, ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
    }

    /** A till that has recorded this many entries; the same again for the same seed. */
    static MemoryJournal recorded(int till, int entries, long seed) {
        MemoryJournal journal = new MemoryJournal(till(till));
        Random random = new Random(seed);
        for (int i = 0; i < entries; i++) journal.append(entry(random.nextLong()));
        return journal;
    }

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public String migrations() {
        return "classpath:db/shop";
    }

    @Override
    public void apply(FollowedEntry entry, Rows rows) {
        Random random = new Random(Arrays.hashCode(entry.bytes().event()));
        String device = entry.journal().node().device();
        int till = Integer.parseInt(device.substring("till-".length()));
        long id = (till * ENTRIES_MAX + entry.sequence()) * LINES_MAX;
        OffsetDateTime at =
                OffsetDateTime.of(
                        2010,
                        12,
                        1,
                        random.nextInt(24),
                        random.nextInt(60),
                        0,
                        random.nextInt(1_000) * 1_000_000,
                        ZoneOffset.ofHours(random.nextInt(5)));
        @Nullable Boolean copied = random.nextBoolean() ? random.nextBoolean() : null;
        rows.insert(
                "receipt",
                id,
                device,
                new UUID(random.nextLong(), id),
                at,
                LocalDate.of(2010, 12, 1),
                copied,
                entry.hash().toBytes());
        long minor = 0;
        int lines = 1 + random.nextInt(6);
        for (int line = 0; line < lines; line++) {
            long amount = random.nextInt(20_000) - 2_000L;
            @Nullable String remark = random.nextBoolean() ? "größer £ " + random.nextInt() : null;
            rows.insert(
                    "line",
                    id + line,
                    "plu" + random.nextInt(500),
                    new BigDecimal(random.nextInt(9_000)).movePointLeft(random.nextInt(4)),
                    amount,
                    remark);
            minor += amount;
        }
        addTakings(device, at.getHour(), minor, rows);
    }

    private static void addTakings(String device, int hour, long minor, Rows rows) {
        long receipts = 1;
        long total = minor;
        Row before = rows.find("takings", device, hour).orElse(null);
        if (before != null) {
            receipts += before.longAt("receipts");
            total += before.longAt("minor");
        }
        rows.put("takings", device, hour, receipts, total);
    }
}
