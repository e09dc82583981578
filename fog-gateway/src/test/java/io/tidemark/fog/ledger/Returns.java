package io.tidemark.fog.ledger;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import java.time.LocalDate;
import java.util.List;

/** Goods that come back, and baskets that wait. */
public final class Returns {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private Returns() {}

    /** So many pieces of the first line of this receipt. */
    public static GoodsReturned of(String workstation, long receipt, int pieces) {
        return of(new OriginalLine("s001", workstation, DAY, receipt, 1), pieces);
    }

    public static GoodsReturned of(OriginalLine original, int pieces) {
        Line line = line(-pieces).returning(original);
        return new GoodsReturned(
                LaboratoryStore.GBP,
                List.of(line),
                List.of(Tender.of(TenderType.CASH, line.gross())),
                Money.zero(LaboratoryStore.GBP));
    }

    public static BasketSuspended parked(String basket) {
        return new BasketSuspended(
                basket, LaboratoryStore.GBP, List.of(line(3)), TransactionDetails.NONE);
    }

    public static SaleCompleted sale(int pieces) {
        Line line = line(pieces);
        return new SaleCompleted(
                LaboratoryStore.GBP,
                List.of(line),
                List.of(Tender.of(TenderType.CASH, line.gross())),
                Money.zero(LaboratoryStore.GBP));
    }

    /** A gift card is sold. */
    public static SaleCompleted giftCard(String number, long minor) {
        Money amount = new Money(minor, LaboratoryStore.GBP);
        Line card =
                Line.priced(
                                new Line.Article(
                                        "CARD", null, "Gift card", "", TaxCategory.OUTSIDE),
                                new UnitPrice(amount.decimal()),
                                PriceOrigin.ENTERED,
                                Quantity.pieces(1),
                                LaboratoryStore.GBP)
                        .with(
                                new LineDetails(
                                        null, List.of(), null, LineKind.GIFT_CARD, number, false));
        return new SaleCompleted(
                LaboratoryStore.GBP,
                List.of(card),
                List.of(Tender.of(TenderType.CARD, amount)),
                Money.zero(LaboratoryStore.GBP));
    }

    /** Goods are paid with one, and what is left of their price in cash. */
    public static SaleCompleted redeemed(String number, long minor, boolean checked) {
        Line line = line(10);
        Money amount = new Money(minor, LaboratoryStore.GBP);
        return new SaleCompleted(
                LaboratoryStore.GBP,
                List.of(line),
                List.of(
                        Tender.of(new CardUse(number, checked), amount),
                        Tender.of(TenderType.CASH, line.gross().minus(amount))),
                Money.zero(LaboratoryStore.GBP));
    }

    private static Line line(int pieces) {
        return Line.priced(
                new Line.Article(
                        "22423",
                        "5012345678900",
                        "CAKESTAND",
                        "",
                        new TaxCategory("S", new TaxRate(200_000))),
                UnitPrice.of("12.75"),
                PriceOrigin.CATALOGUE,
                Quantity.pieces(pieces),
                LaboratoryStore.GBP);
    }
}
