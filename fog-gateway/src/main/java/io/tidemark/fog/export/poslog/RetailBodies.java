package io.tidemark.fog.export.poslog;

import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.Discount;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.OriginalLine;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import java.math.BigDecimal;
import java.util.List;

/** {@code RetailTransaction}: lines of goods, tenders and totals. */
final class RetailBodies {
    private final Survey survey;
    private final Json json;

    /** What all kinds of baskets have. */
    private record Basket(
            List<Line> lines, List<Tender> tenders, Money change, TransactionDetails details) {}

    RetailBodies(Survey survey, Json json) {
        this.survey = survey;
        this.json = json;
    }

    void of(RetailTransaction sold) {
        json.object(
                "RetailTransaction",
                () -> {
                    switch (sold) {
                        case SaleCompleted _ -> json.text("TransactionStatus", "Delivered");
                        case GoodsReturned _ -> json.text("TransactionStatus", "Returned");
                        case PostVoided voided -> {
                            json.text("TransactionStatus", "PostVoided");
                            link(json, "PostVoid", voided.original());
                        }
                    }
                    content(
                            new Basket(
                                    sold.lines(), sold.tenders(), sold.change(), sold.details()));
                });
    }

    void of(TrainingTransaction training) {
        unfinished(
                "Delivered",
                new Basket(
                        training.lines(),
                        training.tenders(),
                        training.change(),
                        training.details()));
    }

    void of(BasketSuspended basket) {
        unfinished("Suspended", unpaid(basket.lines(), basket.details()));
    }

    void of(BasketVoided basket) {
        unfinished("Voided", unpaid(basket.lines(), basket.details()));
    }

    private Basket unpaid(List<Line> lines, TransactionDetails details) {
        return new Basket(lines, List.of(), Money.zero(survey.day().currency()), details);
    }

    private void unfinished(String status, Basket basket) {
        json.object(
                "RetailTransaction",
                () -> {
                    json.text("TransactionStatus", status);
                    content(basket);
                });
    }

    private void content(Basket basket) {
        String reason = basket.details().reason();
        if (!reason.isEmpty()) json.text("Reason", reason);
        AgeCheck age = basket.details().age();
        if (age != null)
            json.object(
                    "AgeVerification",
                    () -> json.number("MinimumAge", age.years()).text("Method", age.how().name()));
        json.list(
                "LineItem",
                () -> {
                    int number = 0;
                    for (Line line : basket.lines()) line(++number, line, basket);
                    for (Tender tender : basket.tenders()) tender(++number, tender);
                    if (!basket.change().isZero()) change(++number, basket.change());
                });
        Money zero = Money.zero(survey.day().currency());
        Money gross = Money.sum(zero.currency(), basket.lines(), Line::gross);
        Money tax = Money.sum(zero.currency(), basket.lines(), Line::taxAmount);
        json.list(
                "Total",
                () -> {
                    total("TransactionGrossAmount", gross);
                    total("TransactionNetAmount", gross.minus(tax));
                    total("TransactionTaxAmount", tax);
                });
    }

    private void total(String type, Money amount) {
        json.object(() -> json.text("TotalType", type).amount("Value", amount));
    }

    private void line(int number, Line line, Basket basket) {
        json.object(() -> {
            json.number("SequenceNumber", number);
            boolean back = line.quantity().isNegative();
            json.object(back ? "Return" : "Sale", () -> goods(line, basket));
        });
    }

    private void goods(Line line, Basket basket) {
        json.text("ItemType", type(line)).text("ItemID", line.plu());
        String gtin = line.gtin();
        if (gtin != null)
            json.object("POSIdentity", () -> json.text("POSItemID", gtin).text("Type", "GTIN"));
        json.object(
                "MerchandiseHierarchy",
                () -> json.text("Level", "Department").text("Value", line.department()));
        json.text("Description", line.description());
        String card = line.details().card();
        if (card != null) json.object("GiftCard", () -> json.text("CardNumber", card));
        LineDetails.PriceOverride override = line.details().override();
        json.number(
                "RegularSalesUnitPrice",
                override == null ? line.price().value() : override.listed().value());
        json.number("ActualSalesUnitPrice", line.price().value());
        json.amount("ExtendedAmount", line.gross());
        json.amount("ExtendedDiscountAmount", line.undiscounted().minus(line.gross()));
        quantity(json, line.quantity());
        json.list("RetailPriceModifier", () -> modifiers(line, basket));
        json.object(
                "Tax",
                () -> {
                    json.text("TaxType", "VAT").text("TaxGroupID", line.tax().code());
                    json.flag("TaxIncludedInPrice", !line.details().taxExcluded());
                    json.number("Percent", percent(line.tax().rate()));
                    json.amount("TaxableAmount", line.net()).amount("Amount", line.taxAmount());
                });
        OriginalLine original = line.original();
        if (original != null) returned(original);
    }

    private static String type(Line line) {
        return switch (line.details().kind()) {
            case GOODS -> "Stock";
            case DEPOSIT -> "Deposit";
            case GIFT_CARD -> "GiftCard";
            case TIP -> "Tip";
            case ROUNDING -> "Rounding";
        };
    }

    private void modifiers(Line line, Basket basket) {
        LineDetails.PriceOverride override = line.details().override();
        if (override != null)
            json.object(() ->
                    json.text("MethodCode", "PriceOverride").text("Reason", override.reason()));
        for (LineDetails.DiscountShare share : line.details().shares()) {
            Discount given = basket.details().discounts().get(share.discount());
            json.object(() -> {
                json.text("MethodCode", "Promotion").text("Level", given.kind().name());
                json.object(
                        "Amount",
                        () -> json.text("Action", "Subtract").amount("Value", share.amount()));
                json.text("Reason", given.reason());
            });
        }
    }

    private void returned(OriginalLine original) {
        link(
                json,
                "Return",
                new OriginalReceipt(
                        original.store(),
                        original.workstation(),
                        original.day(),
                        original.receipt()));
        json.number("OriginalLineItem", original.line());
    }

    private void tender(int number, Tender tender) {
        json.object(() -> {
            json.number("SequenceNumber", number);
            json.object("Tender", () -> paid(tender));
        });
    }

    private void paid(Tender tender) {
        json.text("TenderType", tender(tender.type()));
        json.text("TypeCode", tender.base().isNegative() ? "Refund" : "Sale");
        json.amount("Amount", tender.base());
        cardType(tender.type());
        CardUse card = tender.card();
        if (card != null)
            json.object(
                    "GiftCard",
                    () ->
                            json.text("CardNumber", card.number())
                                    .flag("BalanceChecked", card.checked()));
        boolean own = tender.amount().currency().equals(tender.base().currency());
        if (!own) foreign(tender.amount(), tender.rate());
    }

    private void cardType(TenderType type) {
        if (type.equals(TenderType.DEBIT_CARD)) cardType("Debit");
        if (type.equals(TenderType.CREDIT_CARD)) cardType("Credit");
    }

    private void cardType(String name) {
        json.object("CreditDebit", () -> json.text("CardType", name));
    }

    private void foreign(Money amount, ExchangeRate rate) {
        json.object(
                "ForeignCurrency",
                () ->
                        json.text("CurrencyCode", amount.currency().code())
                                .amount("OriginalFaceAmount", amount)
                                .number("ExchangeRate", rate.value()));
    }

    private void change(int number, Money change) {
        json.object(() -> {
            json.number("SequenceNumber", number);
            json.object(
                    "Tender",
                    () -> {
                        json.text("TenderType", tender(TenderType.CASH));
                        json.text("TypeCode", "Change").amount("Amount", change.negated());
                    });
        });
    }

    /** The list's names where it has one, else the shop's own code. */
    static String tender(TenderType type) {
        return switch (type.code()) {
            case "CASH" -> "Cash";
            case "CARD", "DEBIT_CARD", "CREDIT_CARD" -> "CreditDebit";
            case "VOUCHER" -> "Voucher";
            case "GIFT_CARD" -> "GiftCard";
            case "CREDIT_NOTE" -> "StoreCredit";
            case "CHEQUE" -> "Check";
            case "ACCOUNT" -> "AccountReceivable";
            case "POINTS" -> "LoyaltyPoints";
            default -> type.code();
        };
    }

    static BigDecimal percent(TaxRate rate) {
        return BigDecimal.valueOf(rate.ppm(), 4);
    }

    static void quantity(Json json, Quantity quantity) {
        json.object(
                "Quantity",
                () ->
                        json.text("UnitOfMeasureCode", quantity.unit().code())
                                .number("Value", quantity.value()));
    }

    static void link(Json json, String reason, OriginalReceipt receipt) {
        json.object(
                "TransactionLink",
                () -> {
                    json.text("ReasonCode", reason).text("RetailStoreID", receipt.store());
                    json.text("WorkstationID", receipt.workstation());
                    json.text("BusinessDayDate", receipt.day().toString());
                    json.number("ReceiptNumber", receipt.receipt());
                });
    }
}
