package io.tidemark.fog.export.poslog;

import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;
import java.util.List;

/** Transactions of a till's drawer: what was put in, taken out, exchanged, counted and settled. */
final class TenderBodies {
    private final Json json;

    TenderBodies(Json json) {
        this.json = json;
    }

    void opened(List<Money> cashFloat) {
        tenderControl(
                "TenderLoan",
                () ->
                        json.list(
                                "Tender",
                                () ->
                                        cashFloat.forEach(amount ->
                                                json.object(() ->
                                                        tender(
                                                                TenderType.CASH,
                                                                "Amount",
                                                                amount)))));
    }

    void moved(CashMovement movement) {
        String name =
                switch (movement.kind()) {
                    case FLOAT_PROVIDED -> "TenderLoan";
                    case PICKUP -> "TenderPickup";
                    case SAFE_DROP -> "SafeDrop";
                    case PAID_IN -> "PaidIn";
                    case PAID_OUT -> "PaidOut";
                };
        tenderControl(
                name,
                () -> {
                    tender(TenderType.CASH, "Amount", movement.amount());
                    json.text("Reason", movement.reason());
                });
    }

    void exchanged(CurrencyExchanged exchanged) {
        tenderControl(
                "TenderExchange",
                () -> {
                    tender(TenderType.CASH, "ForeignAmount", exchanged.foreign());
                    json.amount("Amount", exchanged.base());
                    json.amount("Commission", exchanged.commission());
                    json.number("ExchangeRate", exchanged.rate().value());
                    CurrencyExchanged.Undone undone = exchanged.undone();
                    if (undone != null) RetailBodies.link(json, "PostVoid", undone.receipt());
                });
    }

    void counted(List<CountedTender> counted) {
        tenderControl(
                "TillSettle",
                () ->
                        json.list(
                                "TenderSummary",
                                () ->
                                        counted.forEach(each ->
                                                json.object(() ->
                                                        tender(
                                                                each.type(),
                                                                "CountedAmount",
                                                                each.amount())))));
    }

    void settled(OverShortFound settled) {
        tenderControl(
                "TillSettle",
                () -> {
                    json.text("Reason", settled.reason());
                    json.list(
                            "TenderSummary",
                            () ->
                                    settled.drawers()
                                            .forEach(each ->
                                                    json.object(() ->
                                                            tender(
                                                                    each.type(),
                                                                    "OverShortAmount",
                                                                    each.overShort()))));
                });
    }

    void confirmed(CashConfirmed confirmed) {
        tenderControl(
                "Confirmation",
                () ->
                        json.text("ConfirmedBy", confirmed.by())
                                .text("Of", confirmed.kind())
                                .text("Reason", confirmed.note()));
    }

    private void tenderControl(String name, Runnable fields) {
        json.object("TenderControlTransaction", () -> json.object(name, fields));
    }

    /** A tender, and an amount of it in its own currency. */
    void tender(TenderType type, String name, Money amount) {
        json.text("TenderType", RetailBodies.tender(type));
        json.object(
                name,
                () -> json.text("Currency", amount.currency().code()).amount("Value", amount));
    }
}
