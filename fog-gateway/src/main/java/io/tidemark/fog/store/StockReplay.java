package io.tidemark.fog.store;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.stock.StockStanding;

/** Is shown a store's journals from the first one on, until so many close-downs have come. */
final class StockReplay implements EntryVisitor {
    private final int closeDowns;
    private StoreState state;

    StockReplay(CurrencyCode currency, int closeDowns) {
        this.state = StoreState.nothing(currency);
        this.closeDowns = closeDowns;
    }

    @Override
    public void entry(long sequence, Hash hash, EntryBytes entry) {
        if (state.history().closed().size() < closeDowns)
            state = state.then(sequence, hash, EntryCodec.decode(entry), entry);
    }

    StockStanding stock() {
        return state.history().stock();
    }
}
