package io.tidemark.fog.closedown;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborWriter;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person closes the store's day.
 *
 * @param operator who does it
 * @param without the devices they close it without
 */
public record CloseDay(
        CommandId command, LocalDate day, String operator, SortedSet<String> without) {
    public CloseDay {
        without = new TreeSet<>(without);
    }

    /** The first eight bytes of the SHA-256 of what is asked for, without the command's id. */
    long digest() {
        CborWriter body = new CborWriter().array(3).integer(day.toEpochDay()).text(operator);
        body.list(without, (device, writer) -> writer.text(device));
        return ByteBuffer.wrap(Hash.digest(body.toBytes()).toBytes()).getLong();
    }
}
