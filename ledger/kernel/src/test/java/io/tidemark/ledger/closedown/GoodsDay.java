package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.Quantity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A business day of goods at one device. */
final class GoodsDay {
    private final LocalDate day;
    private final TestChain chain;

    GoodsDay(int till, LocalDate day) {
        this.day = day;
        this.chain = new TestChain(TestShop.till(till), TestShop.TILL_KEYS);
        at(0, TestShop.dayOpened());
    }

    /**
     * @param minute of the day, by the device's clock
     */
    GoodsDay at(int minute, Event event) {
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        null,
                        0,
                        "W1",
                        "Ada",
                        1,
                        day,
                        day.atTime(6, 0).plusMinutes(minute).atOffset(ZoneOffset.UTC),
                        0,
                        3,
                        1);
        chain.append(EntryCodec.encode(new Entry(header, event)));
        return this;
    }

    List<Event> events() {
        return chain.entries().stream().map(entry -> EntryCodec.decode(entry).event()).toList();
    }

    DeviceDayFold fold(StoreHistory history) {
        JournalId journal = chain.journal();
        return chain.shownTo(
                new DeviceDayFold(
                        journal,
                        journal.node().device(),
                        day,
                        history.takenUpTo(day, journal),
                        GBP));
    }

    static CloseDown.Folded close(StoreHistory history, GoodsDay... devices) {
        List<DeviceDayFold> folds = new ArrayList<>();
        for (GoodsDay device : devices) folds.add(device.fold(history));
        return CloseDown.fold(devices[0].day, history, folds, 3);
    }

    static SaleCompleted sold(String plu, long pieces) {
        return TestShop.sale(TestShop.line(plu, pieces, "9.00"));
    }

    /** A sale whose line knows the standard cost. */
    static SaleCompleted soldAtCost(String plu, long pieces, long cost) {
        Line line =
                TestShop.line(plu, pieces, "9.00")
                        .with(new LineDetails(null, List.of(), gbp(cost)));
        return TestShop.sale(line);
    }

    static StockMoved moved(StockMoved.Kind kind, String plu, long pieces, @Nullable Long cost) {
        boolean transfer =
                kind == StockMoved.Kind.TRANSFER_IN || kind == StockMoved.Kind.TRANSFER_OUT;
        return new StockMoved(
                kind,
                transfer ? "T-1" : "",
                transfer ? "s002" : "",
                "",
                List.of(line(plu, pieces, cost)));
    }

    static StockMoved delivered(String plu, long pieces, @Nullable Long cost) {
        return moved(StockMoved.Kind.DELIVERY, plu, pieces, cost);
    }

    static StockCounted counted(String plu, long pieces) {
        return new StockCounted("shelf", List.of(line(plu, pieces, null)));
    }

    private static StockLine line(String plu, long pieces, @Nullable Long cost) {
        return new StockLine(
                plu, null, plu, "D1", Quantity.pieces(pieces), cost == null ? null : gbp(cost));
    }
}
