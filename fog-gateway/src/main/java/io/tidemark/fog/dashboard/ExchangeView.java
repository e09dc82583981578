package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.GatewayExchange;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of the store's exchanges, gathered for people. Safe for use by several threads. */
public final class ExchangeView {
    private final GatewayExchange tables;
    private final Supplier<StoreState> store;
    private final Supplier<Exchange> rules;
    private final StoreView view;

    public ExchangeView(
            GatewayExchange tables,
            Supplier<StoreState> store,
            Supplier<Exchange> rules,
            StoreView view) {
        this.tables = tables;
        this.store = store;
        this.rules = rules;
        this.view = view;
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
        for (ExchangeTerms terms : terms(closed.getLast().day()))
            limits.put(terms.foreign().code(), terms.positionMax());
        return closed.getLast().exchange().stream()
                .map(each ->
                        new Standing(
                                each,
                                limits.getOrDefault(
                                        each.currency().code(), Money.zero(each.currency()))))
                .toList();
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
        return rules.get()
                .identificationIn(view.facts().currency())
                .map(rule -> tables.linked(day.minusDays(rule.days() - 1L), day, rule.amount()))
                .orElse(List.of());
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
