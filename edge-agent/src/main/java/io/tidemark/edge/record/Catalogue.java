package io.tidemark.edge.record;

import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.Trade;
import java.util.Optional;

/** What may be sold and for how much: one version of the master data. */
public interface Catalogue {
    /** 0 before any master data was adopted. */
    long version();

    Optional<Article> byPlu(String plu);

    Optional<Article> byGtin(String gtin);

    /** How the store prices and is paid. */
    default Trade trade() {
        return Trade.NONE;
    }

    /** The category of this code, at its rate in this version. */
    Optional<TaxCategory> taxCategory(String code);
}
