package io.tidemark.edge.record;

import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.exchange.LinkedExchanges;
import io.tidemark.ledger.masterdata.Identification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this workstation exchanged: its latest day's receipts, which can be taken back, and what
 * known customers exchanged as far back as anybody asks. Changed by the till's fold only.
 */
final class Exchanges {
    private final LinkedExchanges linked = new LinkedExchanges();
    private final Map<Long, Given> ofDay = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    /**
     * One of them.
     *
     * @param takenBack the receipt with which that was done; 0 while it stands
     */
    record Given(LocalDate day, CurrencyExchanged event, long takenBack) {}

    void add(EntryHeader header, CurrencyExchanged event) {
        LocalDate of = header.businessDay();
        if (of.isAfter(day)) {
            day = of;
            ofDay.clear();
            linked.forgetBefore(of.minusDays(Identification.DAYS_MAX));
        }
        linked.add(of, event);
        ofDay.put(header.receipt(), new Given(of, event, 0));
        CurrencyExchanged.Undone undone = event.undone();
        if (undone != null)
            ofDay.computeIfPresent(
                    undone.receipt().receipt(),
                    (_, given) -> new Given(given.day(), given.event(), header.receipt()));
    }

    Optional<Given> given(long receipt) {
        return Optional.ofNullable(ofDay.get(receipt));
    }

    long minorWithin(String reference, LocalDate upTo, int days) {
        return linked.minorWithin(reference, upTo, days);
    }
}
