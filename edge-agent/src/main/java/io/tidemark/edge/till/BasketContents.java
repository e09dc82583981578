package io.tidemark.edge.till;

import io.tidemark.edge.record.Catalogue;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.TransactionDetails.VoidedLines;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.web.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a suspended basket into what would be asked for to have it again: the catalogue's articles
 * by their code, others with all that was entered of them.
 */
final class BasketContents {
    private static final int PPM_PLACES = 4;

    private final BasketSuspended basket;
    private final Catalogue catalogue;

    BasketContents(BasketSuspended basket, Catalogue catalogue) {
        this.basket = basket;
        this.catalogue = catalogue;
    }

    BasketJson.Contents told(String workstation) {
        VoidedLines voided = basket.details().voided();
        return new BasketJson.Contents(
                basket.id(),
                workstation,
                lines(),
                ofBasket(),
                voided == null
                        ? null
                        : new Requests.Voided(voided.lines(), Amount.of(voided.amount())),
                Amount.of(basket.total()));
    }

    /** Deposits come with their goods again, and are not told twice. */
    private List<Requests.Line> lines() {
        List<Requests.Line> told = new ArrayList<>();
        @Nullable String coming = null;
        for (Line line : basket.lines()) {
            boolean own = line.details().kind() != LineKind.DEPOSIT || !line.plu().equals(coming);
            if (own) told.add(line(line));
            coming =
                    own
                            ? catalogue
                                    .byPlu(line.plu())
                                    .map(article -> article.soldAs().deposit())
                                    .orElse(null)
                            : null;
        }
        return told;
    }

    private Requests.Line line(Line line) {
        boolean listed = catalogue.byPlu(line.plu()).isPresent();
        LineDetails.PriceOverride override = line.details().override();
        boolean entered = !listed || line.origin() == PriceOrigin.ENTERED;
        String label = line.details().label();
        if (listed && label != null) return labelled(line, label);
        return new Requests.Line(
                line.plu(),
                listed ? null : line.gtin(),
                listed ? null : line.description(),
                listed ? null : line.department(),
                listed ? null : line.tax().code(),
                line.quantity().value().toPlainString(),
                line.quantity().unit().code(),
                entered ? line.price().toString() : null,
                override == null ? null : override.reason(),
                ofLine(line),
                null,
                line.details().card());
    }

    /** A package by its label again: how much of it there is, and for how much, stands there. */
    private Requests.Line labelled(Line line, String label) {
        LineDetails.PriceOverride override = line.details().override();
        return new Requests.Line(
                null,
                label,
                null,
                null,
                null,
                line.quantity().isNegative() ? "-1" : "1",
                null,
                line.origin() == PriceOrigin.ENTERED ? line.price().toString() : null,
                override == null ? null : override.reason(),
                ofLine(line),
                null,
                null);
    }

    private Requests.@Nullable Discount ofLine(Line line) {
        for (LineDetails.DiscountShare share : line.details().shares()) {
            Discount discount = basket.details().discounts().get(share.discount());
            if (discount.kind() == Discount.Kind.LINE) return told(discount);
        }
        return null;
    }

    private List<Requests.Discount> ofBasket() {
        List<Requests.Discount> all = new ArrayList<>();
        for (Discount discount : basket.details().discounts())
            if (discount.kind() == Discount.Kind.BASKET && isGiven(discount))
                all.add(told(discount));
        return all;
    }

    /** One of nothing was a part of nothing. */
    private static boolean isGiven(Discount discount) {
        return discount.ratePpm() > 0 || !discount.amount().isZero();
    }

    private static Requests.Discount told(Discount discount) {
        boolean rate = discount.ratePpm() > 0;
        return new Requests.Discount(
                rate
                        ? BigDecimal.valueOf(discount.ratePpm(), PPM_PLACES)
                                .stripTrailingZeros()
                                .toPlainString()
                        : null,
                rate ? null : Amount.of(asked(discount.amount())),
                discount.reason());
    }

    /** Above zero also for goods that come back. */
    private static Money asked(Money off) {
        return off.isNegative() ? off.negated() : off;
    }
}
