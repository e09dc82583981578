package io.tidemark.edge.till;

import io.tidemark.edge.record.AskedDiscount;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TransactionDetails.VoidedLines;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.web.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a basket of a request, or refuses it with what is wrong. */
final class AskedBasket {
    /** From a percentage to parts per million. */
    private static final int PPM_PLACES = 4;

    private static final int PERCENT_SCALE_MAX = 40;

    private AskedBasket() {}

    static List<BasketLine> lines(List<Requests.Line> lines) {
        return Asked.checked(() -> Asked.each(lines, AskedBasket::line));
    }

    static Basket of(Requests.Retail request) {
        Amount expected = request.expectedTotal();
        return new Basket(
                Asked.each(request.lines(), AskedBasket::line),
                Asked.each(request.tenders(), AskedBasket::tender),
                expected == null ? null : expected.toMoney(),
                extras(request));
    }

    private static Basket.Extras extras(Requests.Retail request) {
        Requests.Voided voided = request.voided();
        return new Basket.Extras(
                discounts(request.discounts()),
                voided == null ? null : new VoidedLines(voided.lines(), voided.amount().toMoney()),
                Asked.orEmpty(request.reason()),
                Asked.given(request.basket()),
                Boolean.TRUE.equals(request.unchecked()));
    }

    static List<AskedDiscount> discounts(@Nullable List<Requests.Discount> discounts) {
        return Asked.checked(() -> Asked.each(discounts, AskedBasket::discount));
    }

    private static AskedDiscount discount(Requests.Discount discount) {
        String percent = Asked.given(discount.percent());
        Amount amount = discount.amount();
        return new AskedDiscount(
                Asked.orEmpty(discount.reason()),
                percent == null ? 0 : ppm(percent),
                amount == null ? null : amount.toMoney());
    }

    private static int ppm(String percent) {
        try {
            BigDecimal given = new BigDecimal(percent);
            // A few characters can name a number of a billion digits: none of it is written out.
            if (Math.abs((long) given.scale()) > PERCENT_SCALE_MAX) throw noPercent();
            return given.movePointRight(PPM_PLACES).intValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw noPercent();
        }
    }

    private static IllegalArgumentException noPercent() {
        return new IllegalArgumentException(
                "percent is a decimal of up to four places, such as 12.5");
    }

    private static BasketLine line(Requests.Line line) {
        Unit unit = line.unit() == null ? Unit.PIECE : Unit.of(line.unit());
        return new BasketLine(
                new BasketLine.Named(
                        Asked.given(line.plu()),
                        Asked.given(line.gtin()),
                        Asked.given(line.description()),
                        Asked.given(line.department()),
                        Asked.given(line.taxCategory())),
                Quantity.of(line.quantity(), unit),
                line.unitPrice() == null ? null : UnitPrice.of(line.unitPrice()),
                original(line.original()),
                line.discount() == null ? null : discount(line.discount()),
                Asked.orEmpty(line.priceReason()));
    }

    private static @Nullable OriginalLine original(Requests.@Nullable Original original) {
        if (original == null) return null;
        return new OriginalLine(
                original.store(),
                original.workstation(),
                LocalDate.parse(original.day()),
                original.receipt(),
                original.line());
    }

    private static Tender tender(Requests.Tender tender) {
        return Tender.of(new TenderType(tender.type()), tender.amount().toMoney());
    }
}
