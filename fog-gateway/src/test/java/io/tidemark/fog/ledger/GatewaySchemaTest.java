package io.tidemark.fog.ledger;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TransactionDetails;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.ProjectionSchema;
import io.tidemark.node.projection.ProjectionSchemaContract;
import java.time.LocalDate;
import java.util.List;

/** The gateway's tables are held to what every node's are. */
class GatewaySchemaTest extends ProjectionSchemaContract {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Override
    protected ProjectionSchema schema() {
        return new GatewaySchema();
    }

    @Override
    protected List<MemoryJournal> journals() {
        LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
        return List.of(
                journal(
                        store.till("till-1")
                                .opens(DAY)
                                .sells("2.50")
                                .sells("1.25")
                                .record(delivered("Cakestand"))
                                .record(counted(12))
                                .recordsPoison()
                                .record(returned())
                                .record(Returns.of("till-1", 1, 1))
                                .record(Returns.parked("W1-9"))
                                .record(new BasketResumed("W1-9", "1"))
                                .record(signedOn())
                                .record(drawerOpened())
                                .record(givenUp())
                                .recordsUnknown(false)
                                .closesDay()
                                .opens(DAY.plusDays(1))
                                .sells("7.77")),
                journal(
                        store.till("till-2")
                                .opens(DAY)
                                .sells("4.00")
                                .record(new BasketResumed("W1-9", "1"))
                                .record(Returns.of("1", 1, 1))
                                .record(
                                        new CashMovement(
                                                CashMovement.Kind.PICKUP,
                                                new Money(5_000, LaboratoryStore.GBP),
                                                "to the safe"))
                                .record(delivered("Cake stand"))
                                .record(takenIn())
                                .record(counted(7))
                                .record(shelf())
                                .closesDay()));
    }

    private static GoodsReturned returned() {
        Line line =
                Line.priced(
                        new Line.Article(
                                "22423",
                                "5012345678900",
                                "CAKESTAND",
                                "",
                                new TaxCategory("S", new TaxRate(200_000))),
                        UnitPrice.of("12.75"),
                        PriceOrigin.ENTERED,
                        Quantity.pieces(-1),
                        LaboratoryStore.GBP);
        return new GoodsReturned(
                LaboratoryStore.GBP,
                List.of(line),
                List.of(Tender.of(TenderType.CASH, line.gross())),
                Money.zero(LaboratoryStore.GBP));
    }

    private static StockMoved delivered(String description) {
        return new StockMoved(
                StockMoved.Kind.DELIVERY, "D-1", "Mill Ltd", "", List.of(line(description, 10)));
    }

    private static StockMoved takenIn() {
        return new StockMoved(
                StockMoved.Kind.TRANSFER_IN, "T-1", "s002", "", List.of(line("CAKESTAND", 2)));
    }

    private static OperatorSession signedOn() {
        return new OperatorSession(OperatorSession.Kind.SIGN_ON, "Ann Lee", "CASHIER");
    }

    private static NoSale drawerOpened() {
        return new NoSale("change", List.of(new Approval(Approval.NO_SALE, "9001", "asked")));
    }

    private static BasketVoided givenUp() {
        return new BasketVoided(
                LaboratoryStore.GBP, Returns.sale(3).lines(), TransactionDetails.NONE);
    }

    private static StockCounted counted(int pieces) {
        return new StockCounted("shelf 4", List.of(line("CAKESTAND", pieces)));
    }

    private static StockLine line(String description, int pieces) {
        return new StockLine("22423", null, description, "", Quantity.pieces(pieces), null);
    }

    private static ShelfPriceChecked shelf() {
        return new ShelfPriceChecked(
                "22423",
                "CAKESTAND",
                UnitPrice.of("12.50"),
                UnitPrice.of("12.75"),
                LaboratoryStore.GBP);
    }

    private static MemoryJournal journal(LaboratoryTill till) {
        MemoryJournal journal = new MemoryJournal(till.journal());
        till.entries().forEach(journal::append);
        return journal;
    }
}
