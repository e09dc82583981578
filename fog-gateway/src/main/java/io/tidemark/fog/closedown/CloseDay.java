package io.tidemark.fog.closedown;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborWriter;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A person closes the store's day.
 *
 * @param operator who does it
 * @param without the devices they close it without
 * @param authority who allows that; needed where there is anything to leave out
 */
public record CloseDay(
        CommandId command,
        LocalDate day,
        String operator,
        SortedSet<String> without,
        Optional<Authority> authority) {
    public CloseDay {
        without = new TreeSet<>(without);
    }

    /**
     * The first eight bytes of the SHA-256 of what is asked for, without the command's id: the day,
     * who asks, the devices, and, where somebody allows it, who and why.
     */
    long digest() {
        CborWriter body = new CborWriter().array(authority.isPresent() ? 5 : 3);
        body.integer(day.toEpochDay()).text(operator);
        body.list(without, (device, writer) -> writer.text(device));
        authority.ifPresent(who -> body.text(who.supervisor()).text(who.reason()));
        return ByteBuffer.wrap(Hash.digest(body.toBytes()).toBytes()).getLong();
    }
}
