package io.tidemark.node.web;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a day's receipts had besides goods, in JSON.
 *
 * @param kind DEPOSIT, GIFT_CARD, TIP or ROUNDING
 * @param gross charged less given back, VAT included
 */
@Serdeable
public record KindJson(String kind, long lines, Amount gross, Amount tax) {
    /** Those that there were, in their own order. */
    public static List<KindJson> of(Totals totals) {
        return Stream.of(LineKind.values())
                .filter(kind -> !kind.isGoods())
                .flatMap(kind -> of(kind, totals))
                .toList();
    }

    private static Stream<KindJson> of(LineKind kind, Totals totals) {
        List<SalesTotal> parts =
                totals.sales().stream().filter(part -> part.kind() == kind).toList();
        if (parts.isEmpty()) return Stream.empty();
        return Stream.of(
                new KindJson(
                        kind.name(),
                        parts.stream().mapToLong(SalesTotal::lines).sum(),
                        Amount.of(Money.sum(totals.currency(), parts, SalesTotal::gross)),
                        Amount.of(Money.sum(totals.currency(), parts, SalesTotal::tax))));
    }
}
