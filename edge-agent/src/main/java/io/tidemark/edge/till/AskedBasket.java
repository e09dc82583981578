package io.tidemark.edge.till;

import io.tidemark.edge.record.AskedDiscount;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TransactionDetails.VoidedLines;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.web.Amount;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a basket of a request, or refuses it with what is wrong. */
final class AskedBasket {
    /** From a percentage to parts per million. */
    private static final int PPM_PLACES = 4;

    private static final int PERCENT_SCALE_MAX = 40;

    private AskedBasket() {}

    static List<BasketLine> lines(List<Requests.Line> lines) {
        return Asked.checked(() -> Asked.each("lines", lines, AskedBasket::line));
    }

    static Basket of(Requests.Retail request) {
        Amount expected = request.expectedTotal();
        return new Basket(
                Asked.each("lines", request.lines(), AskedBasket::line),
                Asked.each("tenders", request.tenders(), AskedBasket::tender),
                expected == null ? null : AtField.read("expectedTotal", expected::toMoney),
                extras(request));
    }

    private static Basket.Extras extras(Requests.Retail request) {
        Requests.Voided voided = request.voided();
        return new Basket.Extras(
                discounts(request.discounts()),
                voided == null ? null : AtField.read("voided", () -> voided(voided)),
                Asked.orEmpty(request.reason()),
                Asked.given(request.basket()),
                Boolean.TRUE.equals(request.unchecked()),
                tip(request.tip()),
                age(request.ageCheck()));
    }

    static @Nullable Money tip(@Nullable Amount tip) {
        return tip == null ? null : AtField.read("tip", tip::toMoney);
    }

    private static @Nullable AgeCheck age(Requests.@Nullable Age age) {
        return age == null
                ? null
                : AtField.read("ageCheck", () -> new AgeCheck(age.years(), how(age.how())));
    }

    private static AgeCheck.How how(String how) {
        return Arrays.stream(AgeCheck.How.values())
                .filter(known -> known.name().equals(how))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "how is one of " + Arrays.toString(AgeCheck.How.values())));
    }

    private static VoidedLines voided(Requests.Voided voided) {
        return new VoidedLines(voided.lines(), AtField.read("amount", voided.amount()::toMoney));
    }

    static List<AskedDiscount> discounts(@Nullable List<Requests.Discount> discounts) {
        return Asked.checked(() -> Asked.each("discounts", discounts, AskedBasket::discount));
    }

    private static AskedDiscount discount(Requests.Discount discount) {
        String percent = Asked.given(discount.percent());
        Amount amount = discount.amount();
        return new AskedDiscount(
                Asked.orEmpty(discount.reason()),
                percent == null ? 0 : ppm(percent),
                amount == null ? null : AtField.read("amount", amount::toMoney));
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
        String named = line.unit();
        String price = line.unitPrice();
        Requests.Discount discount = line.discount();
        Requests.Original original = line.original();
        Unit unit = named == null ? Unit.PIECE : AtField.read("unit", () -> Unit.of(named));
        return new BasketLine(
                new BasketLine.Named(
                        Asked.given(line.plu()),
                        Asked.given(line.gtin()),
                        Asked.given(line.description()),
                        Asked.given(line.department()),
                        Asked.given(line.taxCategory())),
                AtField.read("quantity", () -> Quantity.of(line.quantity(), unit)),
                price == null ? null : AtField.read("unitPrice", () -> UnitPrice.of(price)),
                original == null ? null : AtField.read("original", () -> original(original)),
                discount == null ? null : AtField.read("discount", () -> discount(discount)),
                Asked.orEmpty(line.priceReason()),
                Asked.given(line.giftCard()));
    }

    private static OriginalLine original(Requests.Original original) {
        return new OriginalLine(
                original.store(),
                original.workstation(),
                Asked.day(original.day()),
                original.receipt(),
                original.line());
    }

    private static Tender tender(Requests.Tender tender) {
        Money amount = AtField.read("amount", tender.amount()::toMoney);
        String card = Asked.given(tender.giftCard());
        return new Tender(
                AtField.read("type", () -> new TenderType(tender.type())),
                amount,
                ExchangeRate.ONE,
                amount,
                card == null ? null : AtField.read("giftCard", () -> new CardUse(card, false)));
    }
}
