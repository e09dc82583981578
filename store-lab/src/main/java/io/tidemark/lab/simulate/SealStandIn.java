package io.tidemark.lab.simulate;

import io.tidemark.fog.forward.Archive;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * In the place of sealing to the recovery key: in clear, since nobody at the simulated head office
 * reads, under a hash over name and content, so that it opens under the name it was given only.
 */
final class SealStandIn {
    private SealStandIn() {}

    static byte[] sealed(JournalId journal, String segment, byte[] content) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(content);
        sealed.writeBytes(tag(journal, segment, content));
        return sealed.toByteArray();
    }

    /** Empty if it is not what was sealed under that name. */
    static Optional<byte[]> opened(JournalId journal, String segment, byte[] sealed) {
        byte[] content = Arrays.copyOf(sealed, Math.max(0, sealed.length - Hash.BYTES));
        return Arrays.equals(sealed(journal, segment, content), sealed)
                ? Optional.of(content)
                : Optional.empty();
    }

    private static byte[] tag(JournalId journal, String segment, byte[] content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Archive.info(journal, segment));
        all.writeBytes(content);
        return Hash.digest(all.toByteArray()).toBytes();
    }
}
