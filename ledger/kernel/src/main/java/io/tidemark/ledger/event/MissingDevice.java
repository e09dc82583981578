package io.tidemark.ledger.event;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * A device whose day was not over when the store closed, or whose earlier journal was not all
 * there, and how far the gateway had marked it.
 */
public record MissingDevice(String device, int epoch, long lastMark) {
    public boolean isOf(JournalId journal) {
        return journal.node().device().equals(device) && journal.epoch() == epoch;
    }

    String label() {
        return device + (epoch == 1 ? "" : " epoch " + epoch) + ", last mark " + lastMark;
    }

    void writeTo(CborWriter writer) {
        writer.array(3).text(device).integer(epoch).integer(lastMark);
    }

    static MissingDevice readFrom(CborReader reader) {
        return reader.fields(
                3,
                () ->
                        new MissingDevice(
                                reader.text(NodeName.LABEL_MAX),
                                reader.integer(1, Integer.MAX_VALUE),
                                reader.integer()));
    }
}
