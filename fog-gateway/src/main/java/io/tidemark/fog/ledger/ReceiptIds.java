package io.tidemark.fog.ledger;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Row;
import io.tidemark.node.projection.Rows;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Numbers the receipts of all journals, so that each journal's lines have ascending keys: 20 bits
 * for the journal, 29 for the sequence, 14 for the line.
 */
final class ReceiptIds {
    private static final int LINE_BITS = 14;
    private static final int SEQUENCE_BITS = 29;
    private static final long JOURNALS_MAX = 1 << 20;

    private ReceiptIds() {}

    /** The key below the receipt's first line. */
    static long of(FollowedEntry entry, Rows rows) {
        if (entry.sequence() >= 1L << SEQUENCE_BITS)
            throw new IllegalStateException(
                    "journal "
                            + entry.journal().label()
                            + " has more entries than these tables number; begin a new epoch");
        return of(numberOf(entry.journal(), rows), entry.sequence());
    }

    static long of(long journal, long sequence) {
        return (journal << SEQUENCE_BITS | sequence) << LINE_BITS;
    }

    /** Of the receipt that a line or tender stands on. */
    static long sequenceOf(long line) {
        return (line >> LINE_BITS) & ((1L << SEQUENCE_BITS) - 1);
    }

    /** Its position on that receipt, from 1. */
    static int lineOf(long line) {
        return (int) (line & ((1L << LINE_BITS) - 1));
    }

    /** What a digest says, or the next number if another journal has it. */
    private static long numberOf(JournalId journal, Rows rows) {
        String device = journal.node().device();
        long number = wanted(device, journal.epoch());
        Optional<Row> taken = rows.find("journals", number);
        while (taken.isPresent() && !isOf(taken.get(), device, journal.epoch())) {
            number = (number + 1) % JOURNALS_MAX;
            taken = rows.find("journals", number);
        }
        // Said again in each transaction, so that it is looked up in the file once in each.
        rows.put("journals", number, device, journal.epoch());
        return number;
    }

    private static boolean isOf(Row row, String device, int epoch) {
        return device.equals(row.textAt("device")) && epoch == row.longAt("epoch");
    }

    private static long wanted(String device, int epoch) {
        byte[] name = (device + "." + epoch).getBytes(StandardCharsets.UTF_8);
        long digest = ByteBuffer.wrap(Hash.digest(name).toBytes()).getLong();
        return Math.floorMod(digest, JOURNALS_MAX);
    }
}
