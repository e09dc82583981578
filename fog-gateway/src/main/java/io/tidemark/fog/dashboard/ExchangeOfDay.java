package io.tidemark.fog.dashboard;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.fog.ledger.GatewayExchange;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.node.web.Amount;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store's exchanges of a day, told. Rates are decimal text, store currency per unit. */
@Serdeable
record ExchangeOfDay(
        String day,
        List<Position> positions,
        List<Rate> rates,
        List<Exchanged> exchanges,
        List<Linked> linked) {
    /**
     * As the last close-down left it.
     *
     * @param average cost of a unit
     * @param realised what that close-down earned; {@code revaluation} what it valued more
     * @param beyondLimit whether it is more than head office lets the store hold
     */
    @Serdeable
    record Position(
            Amount amount,
            Amount cost,
            String average,
            @Nullable String mid,
            Amount value,
            Amount realised,
            Amount revaluation,
            boolean beyondLimit) {}

    @Serdeable
    record Rate(
            String currency,
            String from,
            String mid,
            String buy,
            String sell,
            String low,
            String high) {}

    @Serdeable
    record Exchanged(
            String at,
            String workstation,
            String operator,
            long receipt,
            Amount foreign,
            Amount base,
            Amount commission,
            String rate,
            Amount spread,
            String customer,
            String document,
            long undoes) {}

    /** A customer who reached the amount from which on papers are seen, over all tills. */
    @Serdeable
    record Linked(String customer, Amount sum, int exchanges, int tills, boolean papersSeen) {}

    static ExchangeOfDay of(ExchangeView view, LocalDate day) {
        return new ExchangeOfDay(
                day.toString(),
                view.standings().stream().map(ExchangeOfDay::position).toList(),
                view.terms(day).stream().map(ExchangeOfDay::rate).toList(),
                view.of(day).stream().map(ExchangeOfDay::exchanged).toList(),
                view.linked(day).stream()
                        .map(one ->
                                new Linked(
                                        one.customer(),
                                        Amount.of(one.sum()),
                                        one.exchanges(),
                                        one.tills(),
                                        one.seen()))
                        .toList());
    }

    private static Position position(ExchangeWatch.Standing standing) {
        ExchangePosition position = standing.position();
        ExchangeRate mid = position.mid();
        return new Position(
                Amount.of(position.after().amount()),
                Amount.of(position.after().cost()),
                position.after().average().toPlainString(),
                mid == null ? null : plain(mid),
                Amount.of(position.value()),
                Amount.of(position.realised()),
                Amount.of(position.revaluation()),
                standing.isBeyond());
    }

    private static Rate rate(ExchangeTerms terms) {
        ExchangeTerms.Rates rates = terms.rates();
        return new Rate(
                terms.foreign().code(),
                terms.from().toString(),
                plain(rates.mid()),
                plain(rates.buy()),
                plain(rates.sell()),
                plain(rates.low()),
                plain(rates.high()));
    }

    private static Exchanged exchanged(GatewayExchange.Exchanged one) {
        return new Exchanged(
                one.at().toString(),
                one.workstation(),
                one.operator(),
                one.receipt(),
                Amount.of(one.foreign()),
                Amount.of(one.base()),
                Amount.of(one.commission()),
                one.rate().toPlainString(),
                Amount.of(one.spread()),
                one.customer(),
                one.document(),
                one.undoes());
    }

    private static String plain(ExchangeRate rate) {
        return rate.value().toPlainString();
    }
}
