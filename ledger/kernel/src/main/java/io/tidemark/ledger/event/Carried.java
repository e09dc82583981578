package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a workstation stands: what a new journal must know to go on there without a break. It is
 * already counted in the journals it comes from, so no sum over journals adds it.
 *
 * @param day the open business day, null while none is
 * @param lastDay the last one opened, null before the first: no earlier one may be opened
 * @param shift of the last operator's session, 0 before the first
 * @param operator of that session, empty before the first
 * @param lastReceipt the highest receipt number printed, 0 before the first
 * @param lastZ of the last till Z, 0 before the first
 * @param masterData adopted last, null before the first
 * @param ahead a later day, open in the history that was accepted; the branch opens it, too, or the
 *     workstation will: it goes on from these figures. Null where there is none
 */
public record Carried(
        @Nullable Day day,
        @Nullable LocalDate lastDay,
        int shift,
        String operator,
        long lastReceipt,
        long lastZ,
        @Nullable MasterDataAdopted masterData,
        @Nullable Day ahead) {
    /** A workstation at which nothing has happened. */
    public static final Carried NOTHING = new Carried(null, null, 0, "", 0, 0, null);

    private static final int FIELDS_LEAST = 7;
    private static final int FIELDS = 8;

    public Carried(
            @Nullable Day day,
            @Nullable LocalDate lastDay,
            int shift,
            String operator,
            long lastReceipt,
            long lastZ,
            @Nullable MasterDataAdopted masterData) {
        this(day, lastDay, shift, operator, lastReceipt, lastZ, masterData, null);
    }

    /**
     * An open business day so far.
     *
     * @param counted whether the drawer was counted and nothing has moved in it since
     * @param moved minor units that moved, all counted positive: {@link MinorUnitsMoved}
     */
    public record Day(
            LocalDate date, Totals totals, ReceiptDigest receipts, boolean counted, long moved) {
        private static final int FIELDS = 5;

        public Day {
            if (moved < 0) throw new IllegalArgumentException("what moved is never negative");
        }

        void writeTo(CborWriter writer) {
            writer.array(FIELDS).integer(date.toEpochDay());
            totals.writeTo(writer);
            writer.bytes(receipts.hash().toBytes()).bool(counted).integer(moved);
        }

        static Day readFrom(CborReader reader) {
            return reader.fields(
                    FIELDS,
                    () ->
                            new Day(
                                    Items.day(reader),
                                    Totals.readFrom(reader),
                                    new ReceiptDigest(Items.hash(reader)),
                                    reader.bool(),
                                    reader.integer()));
        }
    }

    public Carried {
        Items.within(operator, Limits.CODE_MAX, "an operator");
        if (shift < 0 || lastReceipt < 0 || lastZ < 0)
            throw new IllegalArgumentException("shift, receipt and Z are never negative");
        if (day != null && !day.date().equals(lastDay))
            throw new IllegalArgumentException("the open day is the last that was opened");
        if (ahead != null && lastDay != null && !ahead.date().isAfter(lastDay))
            throw new IllegalArgumentException(ahead.date() + " is not ahead of " + lastDay);
    }

    /** As one says it who does not know of it. */
    public Carried withoutAhead() {
        return new Carried(day, lastDay, shift, operator, lastReceipt, lastZ, masterData);
    }

    /**
     * The array [day or null, last day or null, shift, operator, receipt, Z, master data or null],
     * and the day ahead where there is one.
     */
    public CborWriter writeTo(CborWriter writer) {
        writer.array(ahead == null ? FIELDS_LEAST : FIELDS);
        if (day == null) writer.nothing();
        else day.writeTo(writer);
        if (lastDay == null) writer.nothing();
        else writer.integer(lastDay.toEpochDay());
        writer.integer(shift).text(operator).integer(lastReceipt).integer(lastZ);
        if (masterData == null) writer.nothing();
        else masterData.writeTo(writer);
        if (ahead != null) ahead.writeTo(writer);
        return writer;
    }

    public static Carried readFrom(CborReader reader) {
        return reader.fields(
                FIELDS_LEAST,
                FIELDS,
                there ->
                        new Carried(
                                reader.takeNothing() ? null : Day.readFrom(reader),
                                reader.takeNothing() ? null : Items.day(reader),
                                reader.integer(0, Integer.MAX_VALUE),
                                Items.code(reader),
                                reader.integer(),
                                reader.integer(),
                                reader.takeNothing() ? null : MasterDataAdopted.readFrom(reader),
                                there < FIELDS || reader.takeNothing()
                                        ? null
                                        : Day.readFrom(reader)));
    }
}
