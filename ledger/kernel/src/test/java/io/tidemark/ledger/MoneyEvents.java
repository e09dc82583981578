package io.tidemark.ledger;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;

import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.event.UnconfirmedCash;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people do with money besides plain sales: one of each. */
public final class MoneyEvents {
    static final CurrencyCode USD = new CurrencyCode("USD");

    private MoneyEvents() {}

    /** Cash given and confirmed, and a till that was settled. */
    static Map<String, Event> settled() {
        Map<String, Event> events = new LinkedHashMap<>();
        CommandId given = new CommandId(new UUID(1, 2));
        events.put("till opened, two-sided", new TillOpened(List.of(gbp(10_000)), true));
        events.put(
                "pickup, two-sided",
                new CashMovement(CashMovement.Kind.PICKUP, gbp(500), "safe", List.of(), true));
        events.put(
                "cash confirmed",
                new CashConfirmed(
                        given,
                        "CASH_PICKED_UP",
                        true,
                        List.of(new CashConfirmed.Confirmed(gbp(500), gbp(480))),
                        "7",
                        "a note was missing"));
        events.put(
                "till counted by denomination",
                new TillCounted(
                        List.of(
                                new CountedTender(
                                        TenderType.CASH,
                                        gbp(4_050),
                                        List.of(
                                                new CountedTender.Pieces(2_000, 2),
                                                new CountedTender.Pieces(50, 1))))));
        events.put(
                "over/short found",
                new OverShortFound(
                        List.of(
                                new OverShortFound.Settled(
                                        TenderType.CASH, gbp(4_000), gbp(4_050))),
                        "wrong change",
                        List.of(new Approval(Approval.OVER_SHORT, "7", "seen"))));
        events.put("till Z copied", new TillZCopied(4, DAY, 1));
        events.put(
                "till day closed, with cash unconfirmed",
                new TillDayClosed(
                        1,
                        1,
                        2,
                        ReceiptDigest.NONE.hash(),
                        Totals.none(GBP),
                        ReceiptDigest.NONE,
                        List.of(
                                new UnconfirmedCash(
                                        given, "CASH_PICKED_UP", DAY, "Ada", List.of(gbp(500))))));
        return events;
    }

    /** 100 dollars for 75.00 less 1.50, of a customer who was known, at a rate that was allowed. */
    public static CurrencyExchanged bought() {
        return new CurrencyExchanged(
                new Money(100_00, USD),
                gbp(-75_00),
                gbp(1_50),
                rate("0.75"),
                rate("0.7801"),
                new CurrencyExchanged.Customer("C-77", "PASSPORT"),
                List.of(new Approval(Approval.EXCHANGE_RATE, "7", "regular customer")),
                null);
    }

    /** Taking back 50 dollars that were sold for 40.50. */
    public static CurrencyExchanged soldAndTakenBack() {
        CurrencyExchanged sold =
                new CurrencyExchanged(
                        new Money(-50_00, USD),
                        gbp(40_50),
                        gbp(0),
                        rate("0.81"),
                        rate("0.7801"),
                        CurrencyExchanged.Customer.UNKNOWN,
                        List.of(),
                        null);
        return CurrencyExchanged.undoing(
                sold,
                new CurrencyExchanged.Undone(ShopEvents.RECEIPT, "wrong notes"),
                List.of(ShopEvents.APPROVAL));
    }

    private static ExchangeRate rate(String decimal) {
        return new ExchangeRate(new BigDecimal(decimal));
    }

    static TillDayClosed closedWith(Event... events) {
        TotalsSum sum = new TotalsSum(GBP);
        for (Event event : events) sum.add(event);
        return new TillDayClosed(
                1, 1, 2, ReceiptDigest.NONE.hash(), sum.totals(), ReceiptDigest.NONE);
    }

    /**
     * Goods of 10.00 without tax and a gift card of 20.00, paid with 5.00 from a card that nobody
     * could check and the rest in cash.
     */
    public static SaleCompleted giftCards() {
        Line goods = line("A", 1, "10.00");
        Line untaxed =
                Line.pricedWithoutTax(
                        new Line.Article("A", null, "Article A", "goods", goods.tax()),
                        goods.price(),
                        goods.origin(),
                        goods.quantity(),
                        GBP);
        Line card =
                Line.priced(
                                new Line.Article(
                                        "CARD", null, "Gift card", "", TaxCategory.OUTSIDE),
                                UnitPrice.of("20"),
                                PriceOrigin.ENTERED,
                                Quantity.pieces(1),
                                GBP)
                        .with(
                                new LineDetails(
                                        null,
                                        List.of(),
                                        null,
                                        LineKind.GIFT_CARD,
                                        "6006-1",
                                        false));
        Money total = untaxed.gross().plus(card.gross());
        return new SaleCompleted(
                GBP,
                List.of(untaxed, card),
                List.of(
                        Tender.of(new CardUse("6006-2", false), gbp(500)),
                        Tender.of(TenderType.CASH, total.minus(gbp(500)))),
                gbp(0),
                new TransactionDetails(
                        List.of(),
                        List.of(),
                        null,
                        null,
                        "",
                        new AgeCheck(18, AgeCheck.How.DOCUMENT)));
    }

    /** What a bureau's bank brought. */
    static Map<String, Event> ofForeignFloats() {
        Map<String, Event> events = new LinkedHashMap<>();
        CashMovement dollars =
                new CashMovement(
                                CashMovement.Kind.FLOAT_PROVIDED,
                                new Money(1000_00, USD),
                                "the bank",
                                List.of(),
                                true)
                        .costing(gbp(780_00));
        events.put("float that says what it cost", dollars);
        events.put("till day closed, with such a float", closedWith(dollars));
        return events;
    }
}
