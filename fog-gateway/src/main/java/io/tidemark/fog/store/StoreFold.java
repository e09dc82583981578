package io.tidemark.fog.store;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.stock.StockStanding;
import java.util.List;

/** The state of a store, and its close-downs, as entry after entry of its journal is shown. */
final class StoreFold implements EntryVisitor {
    private final Closings closings = new Closings();
    private StoreState state;

    StoreFold(StoreState before) {
        this.state = before;
    }

    @Override
    public void entry(long sequence, Hash hash, EntryBytes bytes) {
        recorded(sequence, hash, EntryCodec.decode(bytes), bytes);
    }

    /**
     * An entry whose content is at hand, for it was just made: a day's articles would take longer
     * to read back than to add up.
     */
    void recorded(long sequence, Hash hash, Entry entry, EntryBytes bytes) {
        StoreState before = state;
        state = before.then(sequence, hash, entry, bytes);
        closings.entry(sequence, entry.header(), before, state);
    }

    /** Where the close-down that comes next leaves the goods is at hand, too. */
    void leaving(StockStanding stock) {
        state = state.leaving(stock);
    }

    StoreState state() {
        return state;
    }

    List<Closings.Closing> closings() {
        return closings.all();
    }
}
