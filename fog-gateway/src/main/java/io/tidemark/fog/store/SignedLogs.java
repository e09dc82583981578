package io.tidemark.fog.store;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.journal.EntryVisitor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks in a gateway's journal for what it signed of a log of one size. */
final class SignedLogs implements EntryVisitor {
    private final long size;
    private @Nullable StoreLogSigned last;

    SignedLogs(long size) {
        this.size = size;
    }

    /** Where an old disk had one of its own, the later counts. */
    Optional<StoreLogSigned> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        if (EntryCodec.header(entry).type() != EventType.STORE_LOG_SIGNED.code()) return;
        if (EntryCodec.decode(entry).event() instanceof StoreLogSigned signed
                && signed.size() == size) last = signed;
    }

    /** A signed head has nothing of a customer in it, and is never pruned. */
    @Override
    public void pruned(PrunedEntry left) {}
}
