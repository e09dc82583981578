package io.tidemark.edge.record;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.money.CashRounding;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import java.util.List;
import java.util.Optional;

/**
 * What the smallest coin makes of a total. Only what is left to pay in cash is rounded, in one line
 * of the receipt: by whose card the rest was paid makes no difference, and VAT stays as it is.
 */
record RoundedCash(CashRounding scheme) {
    /** The article code of the line. */
    static final String ROUNDING = "ROUNDING";

    /** The line by which the tenders and the change come out; empty where they do without. */
    Optional<Line> line(Money total, List<Tender> tenders) {
        if (tenders.stream().noneMatch(tender -> tender.type().isCash())) return Optional.empty();
        CurrencyCode currency = total.currency();
        Money paid = Money.sum(currency, tenders, Tender::base);
        Money byCash = Money.sum(currency, cash(tenders), Tender::base);
        Money due = total.minus(paid.minus(byCash));
        Money rest = total.minus(paid);
        Money off = scheme.round(rest, !due.isNegative()).minus(rest);
        return off.isZero() ? Optional.empty() : Optional.of(line(off));
    }

    /** Why there are no coins for a tender; empty where there are. */
    Optional<String> refusal(Tender tender) {
        boolean own =
                tender.type().isCash() && tender.amount().currency().equals(scheme.currency());
        return !own || scheme.hasCoinsFor(tender.amount())
                ? Optional.empty()
                : Optional.of(
                        "cash goes by "
                                + scheme.smallest()
                                + " here, and there are no coins for "
                                + tender.amount()
                                + ": correct the amount");
    }

    private static List<Tender> cash(List<Tender> tenders) {
        return tenders.stream().filter(tender -> tender.type().isCash()).toList();
    }

    /** Down is a line the other way, since a unit price is never negative. */
    private Line line(Money off) {
        boolean up = !off.isNegative();
        return Line.priced(
                        new Line.Article(ROUNDING, null, "Rounding", "", TaxCategory.OUTSIDE),
                        new UnitPrice(off.decimal().abs()),
                        PriceOrigin.ENTERED,
                        Quantity.pieces(up ? 1 : -1),
                        scheme.currency())
                .with(LineDetails.of(LineKind.ROUNDING));
    }
}
