package io.tidemark.ledger;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * Whose journal, and which life of it.
 *
 * @param epoch from 1; a new one needs an authorisation, never the node's own decision
 */
public record JournalId(NodeName node, int epoch) {
    static final int FIELDS = 4;

    public JournalId {
        if (epoch < 1) throw new IllegalArgumentException("an epoch starts at 1, not " + epoch);
    }

    /**
     * Four items in sequence: organisation, store, device, epoch. The caller has opened the array.
     */
    public CborWriter writeTo(CborWriter writer) {
        return writer.text(node.organisation())
                .text(node.store())
                .text(node.device())
                .integer(epoch);
    }

    public static JournalId readFrom(CborReader reader) {
        return new JournalId(readName(reader), reader.integer(1, Integer.MAX_VALUE));
    }

    static NodeName readName(CborReader reader) {
        return new NodeName(
                reader.text(Limits.DOMAIN_MAX),
                reader.text(NodeName.LABEL_MAX),
                reader.text(NodeName.LABEL_MAX));
    }

    /** {@code <store>.<device>.<epoch>}: how files and messages name it within one organisation. */
    public String label() {
        return node.store() + "." + node.device() + "." + epoch;
    }

    /**
     * The reverse of {@link #label}.
     *
     * @throws IllegalArgumentException if it is no label
     */
    public static JournalId ofLabel(String organisation, String label) {
        String[] parts = label.split("\\.", -1);
        if (parts.length != 3 || !parts[2].matches("[1-9][0-9]{0,8}"))
            throw new IllegalArgumentException(
                    "'"
                            + label
                            + "' names no journal; write STORE.DEVICE.EPOCH, such as s001.till-1.1");
        return new JournalId(
                new NodeName(organisation, parts[0], parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return node.uri() + "#" + epoch;
    }
}
