package io.tidemark.ledger.event;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What every entry carries besides its event. Organisation, store, device and epoch are not
 * repeated here: the journal's genesis hash binds every entry to them.
 *
 * @param command made by the caller; null for what the node records by itself
 * @param commandDigest the first eight bytes of the SHA-256 of the command's body, so that the same
 *     id with another body is noticed; 0 without a command
 * @param operator the cashier's name or number, empty for what the node records by itself
 * @param shift counts the operator's sessions on this device, from 1; 0 outside one
 * @param at the device's clock, to the millisecond, with its zone offset in whole minutes
 * @param receipt the receipt's number on this workstation, 0 where none is printed
 * @param masterDataVersion what was sold by, 0 before any was adopted
 * @param key which of the device's signing keys, from 1
 */
public record EntryHeader(
        int type,
        boolean critical,
        @Nullable CommandId command,
        long commandDigest,
        String workstation,
        String operator,
        int shift,
        LocalDate businessDay,
        OffsetDateTime at,
        long receipt,
        long masterDataVersion,
        int key) {
    private static final int FIELDS = 13;
    private static final int OFFSET_MINUTES_MAX = 18 * 60;

    public EntryHeader {
        Items.within(workstation, Limits.CODE_MAX, "a workstation");
        Items.within(operator, Limits.CODE_MAX, "an operator");
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (at.getOffset().getTotalSeconds() % 60 != 0)
            throw new IllegalArgumentException(
                    "a zone offset of whole minutes is needed, not " + at.getOffset());
        if (receipt < 0 || masterDataVersion < 0 || shift < 0)
            throw new IllegalArgumentException(
                    "receipt, master-data version and shift are never negative");
    }

    byte[] toBytes() {
        CborWriter writer = new CborWriter().array(FIELDS).integer(type).bool(critical);
        if (command == null) writer.nothing();
        else command.writeTo(writer);
        writer.integer(commandDigest).text(workstation).text(operator).integer(shift);
        writer.integer(businessDay.toEpochDay());
        writer.integer(at.toInstant().toEpochMilli())
                .integer(at.getOffset().getTotalSeconds() / 60);
        return writer.integer(receipt).integer(masterDataVersion).integer(key).toBytes();
    }

    static EntryHeader readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new EntryHeader(
                                reader.integer(0, Integer.MAX_VALUE),
                                reader.bool(),
                                reader.takeNothing() ? null : CommandId.readFrom(reader),
                                reader.integer(),
                                Items.code(reader),
                                Items.code(reader),
                                reader.integer(0, Integer.MAX_VALUE),
                                Items.day(reader),
                                time(reader),
                                reader.integer(),
                                reader.integer(),
                                reader.integer(0, Integer.MAX_VALUE)));
    }

    private static OffsetDateTime time(CborReader reader) {
        Instant instant = Instant.ofEpochMilli(reader.integer());
        int minutes = reader.integer(-OFFSET_MINUTES_MAX, OFFSET_MINUTES_MAX);
        return instant.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
    }
}
