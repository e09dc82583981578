package io.tidemark.fog.store;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;

/** An entry and the bytes that say it. */
record Made(Entry entry, EntryBytes bytes) {
    /**
     * @throws io.tidemark.ledger.EntryTooLarge if none may be so large
     */
    static Made of(Entry entry) {
        return new Made(entry, EntryCodec.encode(entry));
    }

    static Made of(EntryBytes bytes) {
        return new Made(EntryCodec.decode(bytes), bytes);
    }

    int size() {
        return bytes.size();
    }
}
