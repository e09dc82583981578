package io.tidemark.fog.stock;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.projection.MemoryJournal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** A device whose clock is set before each entry, and what it records about goods. */
final class LaboratoryGoods {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final TaxCategory TAX = new TaxCategory("S", new TaxRate(200_000));

    private final MemoryJournal journal;
    private LocalDate day = DAY;
    private LocalTime time = LocalTime.of(9, 0);
    private long receipt;

    LaboratoryGoods(JournalId journal) {
        this.journal = new MemoryJournal(journal);
    }

    MemoryJournal journal() {
        return journal;
    }

    LaboratoryGoods at(LocalDate businessDay, LocalTime wall) {
        day = businessDay;
        time = wall;
        return this;
    }

    LaboratoryGoods at(String wall) {
        return at(day, LocalTime.parse(wall));
    }

    LaboratoryGoods moves(StockMoved.Kind kind, String plu, Quantity quantity) {
        return record(new StockMoved(kind, "N-1", "Mill Ltd", "", List.of(line(plu, quantity))));
    }

    LaboratoryGoods delivers(String plu, Quantity quantity) {
        return moves(StockMoved.Kind.DELIVERY, plu, quantity);
    }

    LaboratoryGoods counts(String plu, Quantity quantity) {
        return record(new StockCounted("shelf", List.of(line(plu, quantity))));
    }

    LaboratoryGoods sells(String plu, Quantity quantity) {
        receipt++;
        return record(sale(plu, quantity));
    }

    LaboratoryGoods takesBack(String plu, Quantity quantity) {
        receipt++;
        Line line = priced(plu, quantity.negated());
        return record(
                new GoodsReturned(
                        LaboratoryStore.GBP,
                        List.of(line),
                        List.of(Tender.of(TenderType.CASH, line.gross())),
                        Money.zero(LaboratoryStore.GBP)));
    }

    LaboratoryGoods record(Event event) {
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        new CommandId(UUID.nameUUIDFromBytes(journal.forced().hash().toBytes())),
                        0,
                        "1",
                        "Ann",
                        1,
                        day,
                        day.atTime(time).atZone(LaboratoryStore.ZONE).toOffsetDateTime(),
                        event instanceof RetailTransaction ? receipt : 0,
                        0,
                        1);
        journal.append(EntryCodec.encode(new Entry(header, event)));
        return this;
    }

    static SaleCompleted sale(String plu, Quantity quantity) {
        Line line = priced(plu, quantity);
        return new SaleCompleted(
                LaboratoryStore.GBP,
                List.of(line),
                List.of(Tender.of(TenderType.CASH, line.gross())),
                Money.zero(LaboratoryStore.GBP));
    }

    static Line priced(String plu, Quantity quantity) {
        return Line.priced(
                new Line.Article(plu, null, "Article " + plu, "D", TAX),
                UnitPrice.of("2"),
                PriceOrigin.CATALOGUE,
                quantity,
                LaboratoryStore.GBP);
    }

    static StockLine line(String plu, Quantity quantity) {
        return new StockLine(plu, null, "Article " + plu, "D", quantity, null);
    }
}
