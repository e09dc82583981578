package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a journal has pruned is in no copy of a peer that pruned it, too. So a journal that is
 * rebuilt keeps its stubs as they are, from the first on as far as they are sound.
 */
final class LeadingStubs {
    private static final int READ_BYTES = 64 << 10;

    private final Rules rules;
    private final Storage damaged;
    private final Storage fresh;

    LeadingStubs(Rules rules, Storage damaged, Storage fresh) {
        this.rules = rules;
        this.damaged = damaged;
        this.fresh = fresh;
    }

    /** Copies them to where nothing is yet. */
    void copy() throws IOException {
        if (!JournalScan.isNew(fresh.list())) return;
        Head head = Head.genesis(rules.journal());
        ForcedCell.create(fresh, rules.journal());
        for (String name : JournalScan.segments(damaged.list()).values()) {
            Segment stub = new JournalScan(rules, damaged).soundStub(name, head);
            if (stub == null) return;
            copy(name, stub.extent().end());
            head = stub.extent().head();
        }
    }

    private void copy(String name, long size) throws IOException {
        String unfinished = name + SegmentName.UNFINISHED_SUFFIX;
        try (StoredFile from = damaged.openToRead(name);
                StoredFile to = fresh.open(unfinished)) {
            ByteBuffer bytes = ByteBuffer.allocate(READ_BYTES);
            for (long at = 0; at < size; at += bytes.limit()) {
                bytes.clear().limit((int) Math.min(bytes.capacity(), size - at));
                from.read(at, bytes);
                to.write(at, bytes.flip());
            }
            to.force();
        }
        fresh.rename(unfinished, name);
        fresh.forceDirectory();
    }
}
