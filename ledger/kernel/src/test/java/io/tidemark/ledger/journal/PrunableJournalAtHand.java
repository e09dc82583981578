package io.tidemark.ledger.journal;

import static io.tidemark.ledger.journal.Shop.MONDAY;
import static io.tidemark.ledger.journal.Shop.SIGNER;
import static io.tidemark.ledger.journal.Shop.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.event.Unknown;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Three closed days of ten entries, every other one a receipt. */
abstract class PrunableJournalAtHand {
    static final String FIRST = "segment-000001.tmj";
    static final int A_DAY = 10;
    static final int DAYS = 3;
    static final Pruning WHY = new Pruning(MONDAY.plusDays(40), 35);
    final StorageInMemory disk = new StorageInMemory();
    final List<Hash> hashes = new ArrayList<>();

    @BeforeEach
    void threeDaysInGroupsOfTwo() {
        try (Journal journal = Shop.open(disk)) {
            threeDays(journal);
        }
    }

    /** Every other entry is a receipt, from the second on. */
    void threeDays(Journal journal) {
        hashes.clear();
        for (int i = 0; i < DAYS * A_DAY; i++) {
            LocalDate day = MONDAY.plusDays(i / A_DAY);
            EntryBytes entry = entry(day, "no goods " + i);
            hashes.add(journal.append(i % 2 == 1 ? receipt(day, i + 1) : entry).hash());
            if (i % 2 == 1) journal.force(SIGNER);
        }
    }

    static EntryBytes receipt(LocalDate day, int number) {
        EntryHeader header =
                new EntryHeader(
                        EventType.SALE_COMPLETED.code(),
                        true,
                        new CommandId(new UUID(1, number)),
                        7,
                        "1",
                        "ann",
                        1,
                        day,
                        day.atTime(9, 30).atOffset(ZoneOffset.UTC),
                        number,
                        0,
                        1);
        Event goods = new Unknown(header.type(), true, new byte[] {0x60});
        return EntryCodec.encode(new Entry(header, goods));
    }

    static final class Seen implements EntryVisitor {
        final List<PrunedEntry> pruned = new ArrayList<>();
        int entries;

        @Override
        public void entry(long sequence, Hash hash, EntryBytes entry) {
            entries++;
        }

        @Override
        public void pruned(PrunedEntry left) {
            pruned.add(left);
        }
    }

    void assertThatHashesAnswer(Journal journal) {
        for (int i = 0; i < hashes.size(); i++)
            assertThat(journal.hashAt(i + 1)).isEqualTo(hashes.get(i));
    }

    static byte[] flip(byte[] bytes, int position) {
        byte[] flipped = bytes.clone();
        flipped[position] ^= 0x40;
        return flipped;
    }
}
