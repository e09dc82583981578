package io.tidemark.fog.export;

import static io.tidemark.fog.LaboratoryStore.GBP;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.event.AgeCheck;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Quantity;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What happens at a till, each as the entry of it and the name that a POSLog has for it. */
record PoslogHappenings(OddTill make) {
    /** An entry, and how its transaction begins. */
    record Named(String name, Event event) {}

    List<Named> all() {
        return Stream.of(
                        List.of(session("SignOn", OperatorSession.Kind.SIGN_ON)),
                        receipts(),
                        cashMoved(),
                        goodsMoved(),
                        settled(),
                        List.of(session("SignOff", OperatorSession.Kind.SIGN_OFF)))
                .flatMap(List::stream)
                .toList();
    }

    private static Named session(String name, OperatorSession.Kind kind) {
        return new Named("ControlTransaction " + name, new OperatorSession(kind, "Ann", "CASHIER"));
    }

    private List<Named> receipts() {
        Line tea = make.line("tea", "1.00", "1");
        Line back = make.line("tea", "1.00", "-1");
        SaleCompleted sold = make.forCash(tea);
        return List.of(
                new Named("RetailTransaction Delivered", sold),
                new Named(
                        "RetailTransaction Returned",
                        new GoodsReturned(
                                GBP, List.of(back), List.of(cash("-1.00")), make.money("0"))),
                new Named(
                        "RetailTransaction PostVoided",
                        PostVoided.of(
                                sold,
                                new OriginalReceipt("s001", "1", SomeDay.DAY, 1),
                                TransactionDetails.NONE)),
                new Named(
                        "RetailTransaction Suspended",
                        new BasketSuspended("B-1", GBP, List.of(tea), TransactionDetails.NONE)),
                new Named("RetailTransaction SuspendedRetrieved", new BasketResumed("B-1", "1")),
                new Named(
                        "RetailTransaction Voided",
                        new BasketVoided(GBP, List.of(tea), TransactionDetails.NONE)),
                new Named(
                        "RetailTransaction Delivered",
                        new TrainingTransaction(
                                GBP,
                                List.of(tea),
                                List.of(cash("1.00")),
                                make.money("0"),
                                TransactionDetails.NONE)));
    }

    private List<Named> cashMoved() {
        return List.of(
                new Named(
                        "TenderControlTransaction TenderLoan",
                        moved(CashMovement.Kind.FLOAT_PROVIDED)),
                new Named("TenderControlTransaction TenderPickup", moved(CashMovement.Kind.PICKUP)),
                new Named("TenderControlTransaction SafeDrop", moved(CashMovement.Kind.SAFE_DROP)),
                new Named("TenderControlTransaction PaidIn", moved(CashMovement.Kind.PAID_IN)),
                new Named("TenderControlTransaction PaidOut", moved(CashMovement.Kind.PAID_OUT)),
                new Named(
                        "TenderControlTransaction Confirmation",
                        new CashConfirmed(
                                new CommandId(new UUID(1, 1)),
                                "SAFE_DROP",
                                false,
                                List.of(
                                        new CashConfirmed.Confirmed(
                                                make.money("5.00"), make.money("5.00"))),
                                "201",
                                "")),
                new Named("TenderControlTransaction TenderExchange", make.tenEurosBought()),
                new Named("ControlTransaction NoSale", new NoSale("change")));
    }

    private static List<Named> goodsMoved() {
        return List.of(
                new Named("InventoryControlTransaction Receiving", moved(StockMoved.Kind.DELIVERY)),
                new Named(
                        "InventoryControlTransaction InventoryLoss", moved(StockMoved.Kind.WASTE)),
                new Named(
                        "InventoryControlTransaction TransferOut",
                        moved(StockMoved.Kind.TRANSFER_OUT)),
                new Named(
                        "InventoryControlTransaction TransferIn",
                        moved(StockMoved.Kind.TRANSFER_IN)),
                new Named(
                        "InventoryControlTransaction PhysicalCount",
                        new StockCounted("shelf", List.of(goods()))));
    }

    private List<Named> settled() {
        return List.of(
                new Named(
                        "TenderControlTransaction TillSettle",
                        new TillCounted(
                                List.of(new CountedTender(TenderType.CASH, make.money("90.00"))))),
                new Named(
                        "TenderControlTransaction TillSettle",
                        new OverShortFound(
                                List.of(
                                        new OverShortFound.Settled(
                                                TenderType.CASH,
                                                make.money("90.03"),
                                                make.money("90.00"))),
                                "wrong change",
                                List.of())));
    }

    /** All of it, and each kind of line and of card. */
    void happen() {
        for (Named each : all()) make.till().record(each.event());
        for (LineKind kind : LineKind.values())
            make.sold(make.line("tea", "1.00", "1"), make.of(kind, "0.25"));
        for (TenderType card :
                List.of(TenderType.CARD, TenderType.DEBIT_CARD, TenderType.CREDIT_CARD))
            make.paid(make.line("tea", "1.00", "1"), Tender.of(card, make.money("1.00")));
        make.till().record(soldToAnAdult());
    }

    private SaleCompleted soldToAnAdult() {
        return new SaleCompleted(
                GBP,
                List.of(make.line("gin", "17.00", "1")),
                List.of(cash("17.00")),
                make.money("0"),
                new TransactionDetails(
                        List.of(),
                        List.of(),
                        null,
                        null,
                        "",
                        new AgeCheck(18, AgeCheck.How.DOCUMENT)));
    }

    private Tender cash(String amount) {
        return Tender.of(TenderType.CASH, make.money(amount));
    }

    private CashMovement moved(CashMovement.Kind kind) {
        return new CashMovement(kind, make.money("5.00"), "");
    }

    private static StockMoved moved(StockMoved.Kind kind) {
        return new StockMoved(kind, "N-1", "s002", "", List.of(goods()));
    }

    private static StockLine goods() {
        return new StockLine("TEA", null, "Tea", "D", Quantity.pieces(3), null);
    }
}
