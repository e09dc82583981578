package io.tidemark.fog.export.poslog;

import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.Survey;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.event.TaxTotal;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.money.Money;
import java.util.List;

/** The part of a transaction that says of which kind it is. */
final class TransactionBodies {
    private final Json json;
    private final RetailBodies retail;
    private final TenderBodies cash;

    TransactionBodies(Survey survey, Json json) {
        this.json = json;
        this.retail = new RetailBodies(survey, json);
        this.cash = new TenderBodies(json);
    }

    /** No default branch, on purpose: a new event must not compile until it has a name. */
    void of(DayEntry entry) {
        switch (entry.event()) {
            case RetailTransaction sold -> retail.of(sold);
            case TrainingTransaction training -> retail.of(training);
            case BasketSuspended basket -> retail.of(basket);
            case BasketVoided basket -> retail.of(basket);
            case BasketResumed basket -> resumed(basket);
            case TillOpened opened -> cash.opened(opened.cashFloat());
            case CashMovement movement -> cash.moved(movement);
            case CurrencyExchanged exchanged -> cash.exchanged(exchanged);
            case ExchangeRefused refused ->
                    control(
                            "ExchangeRefused",
                            () -> json.text("Amount", refused.foreign().toString()));
            case TillCounted(var counted) -> cash.counted(counted);
            case OverShortFound settled -> cash.settled(settled);
            case CashConfirmed confirmed -> cash.confirmed(confirmed);
            case TillZCopied copied -> copied(copied);
            case NoSale noSale -> control("NoSale", () -> json.text("Reason", noSale.reason()));
            case OperatorSession session -> session(session);
            case BusinessDayOpened opened ->
                    control("BusinessSOD", () -> json.text("TimeZone", opened.zone()));
            case TillDayClosed closed -> closed(closed);
            case ReceiptCopied copied -> copied(copied);
            case StockMoved moved -> moved(moved);
            case StockCounted counted ->
                    inventory("PhysicalCount", counted.reference(), counted.lines());
            case ShelfPriceChecked check ->
                    control("PriceVerification", () -> json.text("ItemID", check.plu()));
            case MasterDataAdopted adopted ->
                    control(
                            "ParameterChange",
                            () -> json.number("MasterDataVersion", adopted.version()));
            case JournalContinued continued ->
                    control(
                            "WorkstationContinued",
                            () -> json.text("Journal", continued.predecessor().label()));
            case StoreDayClosed _,
                    StoreDayFigures _,
                    StoreLogSigned _,
                    CloseDownAuthorised _,
                    EpochGranted _ ->
                    control("Other", () -> {});
            case Unknown unknown -> control("Other", () -> json.number("Type", unknown.type()));
        }
    }

    private void resumed(BasketResumed basket) {
        json.object(
                "RetailTransaction",
                () ->
                        json.text("TransactionStatus", "SuspendedRetrieved")
                                .text("SuspendedID", basket.id()));
    }

    private void copied(TillZCopied z) {
        control(
                "ReportReprint",
                () -> json.number("ZNumber", z.zNumber()).number("Copy", z.copy()));
    }

    private void copied(ReceiptCopied receipt) {
        control(
                "ReceiptReprint",
                () -> {
                    json.number("Copy", receipt.copy());
                    link(receipt.receipt());
                });
    }

    private void closed(TillDayClosed day) {
        control(
                "POSEOD",
                () -> {
                    json.number("ZNumber", day.zNumber());
                    totals(day.totals());
                });
    }

    private void moved(StockMoved goods) {
        inventory(
                switch (goods.kind()) {
                    case DELIVERY -> "Receiving";
                    case WASTE -> "InventoryLoss";
                    case TRANSFER_OUT -> "TransferOut";
                    case TRANSFER_IN -> "TransferIn";
                },
                goods.reference(),
                goods.lines());
    }

    void totals(Totals totals) {
        json.number("TransactionCount", totals.transactions());
        json.number("LineItemCount", totals.lines());
        json.list(
                "Total",
                () -> {
                    total("TransactionGrossAmount", totals.gross());
                    total("TransactionNetAmount", totals.net());
                    total("TransactionTaxAmount", totals.tax());
                    total("ReturnAmount", totals.returned());
                });
        json.list("TaxTotal", () -> totals.taxes().forEach(this::tax));
        json.list(
                "TenderSummary",
                () ->
                        totals.tenders()
                                .forEach(account ->
                                        json.object(() -> {
                                            cash.tender(
                                                    account.type(),
                                                    "ExpectedAmount",
                                                    account.expected());
                                            Money counted = account.counted();
                                            if (counted != null)
                                                json.amount("CountedAmount", counted);
                                        })));
    }

    private void tax(TaxTotal tax) {
        json.object(() -> {
            json.text("TaxType", "VAT").text("TaxGroupID", tax.category().code());
            json.number("Percent", RetailBodies.percent(tax.category().rate()));
            json.amount("TaxableAmount", tax.net()).amount("Amount", tax.tax());
        });
    }

    private void total(String type, Money amount) {
        json.object(() -> json.text("TotalType", type).amount("Value", amount));
    }

    private void control(String name, Runnable fields) {
        json.object("ControlTransaction", () -> json.object(name, fields));
    }

    private void session(OperatorSession session) {
        String name =
                switch (session.kind()) {
                    case SIGN_ON -> "SignOn";
                    case SIGN_OFF -> "SignOff";
                    case LOCK -> "Lock";
                    case UNLOCK -> "Unlock";
                    case TRAINING_ON -> "TrainingModeOn";
                    case TRAINING_OFF -> "TrainingModeOff";
                };
        control(name, () -> json.text("OperatorRole", session.role()));
    }

    private void link(OriginalReceipt receipt) {
        RetailBodies.link(json, "Original", receipt);
    }

    private void inventory(String name, String reference, List<StockLine> lines) {
        json.object(
                "InventoryControlTransaction",
                () ->
                        json.object(
                                name,
                                () -> {
                                    json.text("DocumentID", reference);
                                    json.list("LineItem", () -> lines.forEach(this::stock));
                                }));
    }

    private void stock(StockLine line) {
        json.object(() -> {
            json.text("ItemID", line.plu()).text("Description", line.description());
            RetailBodies.quantity(json, line.quantity());
        });
    }
}
