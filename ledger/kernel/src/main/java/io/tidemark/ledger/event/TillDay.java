package io.tidemark.ledger.event;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import org.jspecify.annotations.Nullable;

/**
 * One device's part of a store's close-down.
 *
 * @param first sequence of the first entry taken in, 0 where there is none
 * @param last sequence of the last
 * @param head the journal's hash at {@code last}
 * @param zNumber of its till Z, 0 where it did not close its day
 * @param totals of its own entries, without what was carried over from another journal
 * @param continued null unless the journal goes on, within what is taken in here, from another one
 */
public record TillDay(
        String device,
        int epoch,
        String workstation,
        long first,
        long last,
        Hash head,
        long zNumber,
        Totals totals,
        ReceiptDigest receipts,
        @Nullable Continued continued) {
    private static final int FIELDS = 9;

    /** Added later, and left out where there is nothing to say. */
    private static final int FIELDS_CONTINUED = 10;

    /**
     * The journal that this one goes on from.
     *
     * @param forkedAt in that journal, the first entry of the branch that was taken in here; 0
     *     where none was
     */
    public record Continued(String device, int epoch, long forkedAt) {
        public static Continued of(JournalContinued event) {
            JournalId before = event.predecessor();
            return new Continued(before.node().device(), before.epoch(), event.forkedAt());
        }

        /**
         * As in {@code branch of till-1 epoch 1 from entry 7}.
         *
         * @param successor the device whose journal goes on
         */
        public String label(String successor) {
            String journal = device + " epoch " + epoch;
            if (forkedAt > 0) return "branch of " + journal + " from entry " + forkedAt;
            return (device.equals(successor) ? "goes on from " : "replaces ") + journal;
        }

        void writeTo(CborWriter writer) {
            writer.array(3).text(device).integer(epoch).integer(forkedAt);
        }

        static Continued readFrom(CborReader reader) {
            return reader.fields(
                    3,
                    () ->
                            new Continued(
                                    reader.text(NodeName.LABEL_MAX),
                                    reader.integer(1, Integer.MAX_VALUE),
                                    reader.integer()));
        }
    }

    /** The same with other totals. */
    public TillDay with(Totals told) {
        return new TillDay(
                device, epoch, workstation, first, last, head, zNumber, told, receipts, continued);
    }

    /** Of a journal that does not go on from another one. */
    public TillDay(
            String device,
            int epoch,
            String workstation,
            long first,
            long last,
            Hash head,
            long zNumber,
            Totals totals,
            ReceiptDigest receipts) {
        this(device, epoch, workstation, first, last, head, zNumber, totals, receipts, null);
    }

    public TillDay {
        if (first < 0 || last < 0 || (first == 0) != (last == 0) || last < first)
            throw new IllegalArgumentException("a day of entries " + first + " to " + last);
    }

    public boolean isOf(JournalId journal) {
        return journal.node().device().equals(device) && journal.epoch() == epoch;
    }

    public boolean isClosed() {
        return zNumber > 0;
    }

    /** What people read where the journal goes on from another one; empty where it does not. */
    public String label() {
        Continued from = continued;
        return from == null ? "" : from.label(device);
    }

    void writeTo(CborWriter writer) {
        writer.array(continued == null ? FIELDS : FIELDS_CONTINUED);
        writer.text(device).integer(epoch).text(workstation);
        writer.integer(first).integer(last).bytes(head.toBytes()).integer(zNumber);
        totals.writeTo(writer);
        writer.bytes(receipts.hash().toBytes());
        if (continued != null) continued.writeTo(writer);
    }

    static TillDay readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_CONTINUED,
                there ->
                        new TillDay(
                                reader.text(NodeName.LABEL_MAX),
                                reader.integer(1, Integer.MAX_VALUE),
                                reader.text(Limits.CODE_MAX),
                                reader.integer(),
                                reader.integer(),
                                Items.hash(reader),
                                reader.integer(),
                                Totals.readFrom(reader),
                                new ReceiptDigest(Items.hash(reader)),
                                there == FIELDS ? null : Continued.readFrom(reader)));
    }
}
