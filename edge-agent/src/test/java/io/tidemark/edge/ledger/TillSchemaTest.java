package io.tidemark.edge.ledger;

import static io.tidemark.edge.record.TillAtWork.OPERATOR;
import static io.tidemark.edge.record.TillAtWork.line;
import static io.tidemark.edge.record.TillAtWork.newId;

import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Basket;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.GoodsLine;
import io.tidemark.edge.record.GoodsPaper;
import io.tidemark.edge.record.TillAtWork;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.ProjectionSchema;
import io.tidemark.node.projection.ProjectionSchemaContract;
import java.math.BigDecimal;
import java.util.List;

/** The till's tables are held to what every node's are. */
class TillSchemaTest extends ProjectionSchemaContract {
    @Override
    protected ProjectionSchema schema() {
        return new TillSchema();
    }

    /**
     * A day with everything a till does in it: one day, since every telling of it would have other
     * command ids.
     */
    private static final List<EntryBytes> DAY = day();

    @Override
    protected List<MemoryJournal> journals() {
        MemoryJournal journal = new MemoryJournal(new TillAtWork().id);
        DAY.forEach(journal::append);
        return List.of(journal);
    }

    private static List<EntryBytes> day() {
        TillAtWork till = new TillAtWork().open();
        till.recorded(till.smallSale());
        till.recorded(
                till.sale(
                        List.of(line("85123A", "6"), line("BOOK", "-1")),
                        till.tender(TenderType.CARD, 500),
                        till.tender(TenderType.CASH, 100)));
        till.recorded(
                new Ask.TakeBack(
                        newId(),
                        OPERATOR,
                        new Basket(
                                List.of(line("85123A", "-2")),
                                List.of(till.tender(TenderType.CASH, -510)),
                                null)));
        for (CashMovement.Kind kind : CashMovement.Kind.values())
            till.recorded(till.move(kind, 1_000));
        till.recorded(new Ask.OpenDrawer(newId(), OPERATOR, "change"));
        till.recorded(
                new Ask.Count(
                        newId(),
                        OPERATOR,
                        List.of(new CountedTender(TenderType.CASH, till.money(9_000)))));
        till.recorded(
                new Ask.MoveStock(
                        newId(),
                        OPERATOR,
                        new GoodsPaper(StockMoved.Kind.DELIVERY, "LS-1", "Cadbury", ""),
                        List.of(goods("BOOK", "3"), goods("CHEESE", "1.5"))));
        till.recorded(new Ask.CountStock(newId(), OPERATOR, "", List.of(goods("CHEESE", "0.75"))));
        till.recorded(
                new Ask.CheckShelfPrice(
                        newId(), OPERATOR, goods("BOOK", "1").article(), UnitPrice.of("9.90")));
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));
        return till.journal;
    }

    private static GoodsLine goods(String plu, String quantity) {
        return new GoodsLine(
                new BasketLine.Named(plu, null, null, null, null),
                new BigDecimal(quantity),
                null,
                null);
    }
}
