package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayExchange;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of the store's exchanges, gathered for people. Safe for use by several threads. */
public final class ExchangeView {
    private final GatewayExchange tables;
    private final ExchangeWatch watch;
    private final Supplier<Exchange> rules;
    private final StoreView view;

    public ExchangeView(
            GatewayExchange tables, ExchangeWatch watch, Supplier<Exchange> rules, StoreView view) {
        this.tables = tables;
        this.watch = watch;
        this.rules = rules;
        this.view = view;
    }

    /** By currency; empty before any close-down with an exchange. */
    List<ExchangeWatch.Standing> standings() {
        return watch.standings();
    }

    /** In force on a day. */
    List<ExchangeTerms> terms(LocalDate day) {
        return rules.get().inForce(day);
    }

    List<GatewayExchange.Exchanged> of(LocalDate day) {
        return tables.of(day);
    }

    /** Customers who reached the amount from which on papers are seen, up to this day. */
    List<GatewayExchange.Linked> linked(LocalDate day) {
        return watch.linked(day);
    }

    LocalDate dayOf(@Nullable String day) {
        return day == null || day.isBlank() ? view.today() : GatewayApi.parsed(day);
    }

    Around around(boolean laboratory) {
        return new Around(
                view.facts().name(),
                view.facts().store() + " · " + view.gateway().organisation(),
                laboratory);
    }
}
