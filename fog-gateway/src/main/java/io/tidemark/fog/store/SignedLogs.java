package io.tidemark.fog.store;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.journal.EntryVisitor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Looks in a gateway's journal for what it signed of its log when that had so many days. */
final class SignedLogs implements EntryVisitor {
    private final Set<Long> sizes;
    private final Map<Long, StoreLogSigned> last = new HashMap<>();

    SignedLogs(Set<Long> sizes) {
        this.sizes = Set.copyOf(sizes);
    }

    /** By size. Where an old disk had one of its own, the later counts. */
    Map<Long, StoreLogSigned> last() {
        return Map.copyOf(last);
    }

    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        if (EntryCodec.header(entry).type() != EventType.STORE_LOG_SIGNED.code()) return;
        if (EntryCodec.decode(entry).event() instanceof StoreLogSigned signed
                && sizes.contains(signed.size())) last.put(signed.size(), signed);
    }

    /** A signed head has nothing of a customer in it, and is never pruned. */
    @Override
    public void pruned(PrunedEntry left) {}
}
