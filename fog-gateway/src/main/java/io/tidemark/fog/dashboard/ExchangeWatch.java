package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayExchange;
import io.tidemark.fog.store.StoreState;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What only the whole store's exchanges show: positions, and customers who should have shown
 * papers. Tills that were offline could not know of it, so somebody is told. Safe for use by
 * several threads.
 */
public final class ExchangeWatch {
    private final GatewayExchange tables;
    private final Supplier<StoreState> store;
    private final Supplier<Exchange> rules;
    private final CurrencyCode currency;

    /**
     * @param currency the store's
     */
    public ExchangeWatch(
            GatewayExchange tables,
            Supplier<StoreState> store,
            Supplier<Exchange> rules,
            CurrencyCode currency) {
        this.tables = tables;
        this.store = store;
        this.rules = rules;
        this.currency = currency;
    }

    /**
     * One currency as the last close-down left it.
     *
     * @param limit of the whole store by head office's data; zero: none
     */
    public record Standing(ExchangePosition position, Money limit) {
        public boolean isBeyond() {
            return limit.minor() > 0
                    && Math.absExact(position.after().amount().minor()) > limit.minor();
        }
    }

    /** By currency; empty before any close-down with an exchange. */
    List<Standing> standings() {
        List<StoreDayClosed> closed = store.get().history().closed();
        if (closed.isEmpty()) return List.of();
        Map<String, Money> limits = new TreeMap<>();
        for (ExchangeTerms terms : rules.get().inForce(closed.getLast().day()))
            limits.put(terms.foreign().code(), terms.bounds().positionMax());
        return closed.getLast().exchange().stream()
                .map(each ->
                        new Standing(
                                each,
                                limits.getOrDefault(
                                        each.currency().code(), Money.zero(each.currency()))))
                .toList();
    }

    /** Customers who reached the amount from which on papers are seen, up to this day. */
    List<GatewayExchange.Linked> linked(LocalDate day) {
        return rules.get()
                .identificationIn(currency)
                .map(rule -> tables.linked(day.minusDays(rule.days() - 1L), day, rule.amount()))
                .orElse(List.of());
    }

    /** Customers who should have shown papers by now, each of them once. */
    List<Alert> standing(LocalDate today, Instant now) {
        List<Alert> all = new ArrayList<>();
        for (GatewayExchange.Linked each : linked(today))
            if (!each.seen())
                all.add(
                        new Alert(
                                Alert.Kind.PAPERS_NOT_SEEN,
                                each.customer(),
                                "customer "
                                        + each.customer()
                                        + " exchanged "
                                        + each.sum()
                                        + " at "
                                        + (each.tills() == 1 ? "one till" : each.tills() + " tills")
                                        + ", and no papers were seen: have them shown, or tell who"
                                        + " answers for it",
                                now));
        return all;
    }
}
