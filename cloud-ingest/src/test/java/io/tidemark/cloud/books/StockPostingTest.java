package io.tidemark.cloud.books;

import static io.tidemark.cloud.books.RandomDay.GBP;
import static io.tidemark.cloud.books.RandomDay.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cloud.ledger.CloseDownForm;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.UnitPrice;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A store's goods in the books: what stands there is what its close-downs say they are worth. */
class StockPostingTest {
    private static final JournalId TILL =
            new JournalId(new NodeName("shop.example", "s001", "till-1"), 1);

    private StoreHistory history = StoreHistory.none(GBP);
    private final List<StoreDayClosed> closed = new ArrayList<>();

    @Test
    void the_stock_account_stands_at_what_the_last_close_down_says_the_goods_are_worth() {
        days();

        StockValues last = closed.getLast().stock().orElseThrow();
        assertThat(last.closing()).isEqualTo(gbp(30_00));
        assertThat(sum("1200")).isEqualTo(30_00);
        assertThat(sum("2000")).as("from suppliers").isEqualTo(-60_00);
        assertThat(sum("1210")).as("on its way, as the transfers carry it").isEqualTo(9_00 - 2_00);
        assertThat(sum("5000")).as("cost of goods sold").isEqualTo(8_00 + 5_00 + 5_00);
        assertThat(sum("5100")).as("waste").isEqualTo(2_00);
        assertThat(sum("5200")).as("missed by a count").isEqualTo(2_00);
        assertThat(sum("5300")).as("sent for less than average").isEqualTo(1_00);
    }

    @Test
    void every_close_down_is_even_and_its_goods_add_up() {
        days();

        for (StoreDayClosed each : closed) {
            assertThat(
                            posting(each).lines().stream()
                                    .mapToLong(line -> line.amount().minor())
                                    .sum())
                    .isZero();
            assertThat(posting(each).uncleared()).isEmpty();
            assertThat(CloseDownForm.fault(each)).isEmpty();
        }
    }

    /** Tea comes, is sold, sent, wasted and counted; milk is sold before it comes. */
    private void days() {
        close(
                MONDAY,
                moved(StockMoved.Kind.DELIVERY, goods("TEA", 20, 40_00)),
                sold("TEA", 4, 7_00),
                moved(StockMoved.Kind.TRANSFER_OUT, goods("TEA", 5, 9_00)),
                moved(StockMoved.Kind.WASTE, goods("TEA", 1, 2_10)),
                new StockCounted("shelf", List.of(goods("TEA", 9, 17_00))));
        close(MONDAY.plusDays(1), sold("MILK", 5, 5_00));
        close(
                MONDAY.plusDays(2),
                moved(StockMoved.Kind.DELIVERY, goods("MILK", 10, 20_00)),
                moved(StockMoved.Kind.TRANSFER_IN, goods("TEA", 1, 2_00)));
    }

    private void close(LocalDate day, Event... events) {
        DeviceDayFold fold = new DeviceDayFold(TILL, "T1", day, 0, GBP);
        Head head = Head.genesis(TILL);
        List<Event> all = new ArrayList<>(List.of(events));
        all.addFirst(new BusinessDayOpened(GBP, "Europe/London", 4));
        for (Event event : all) {
            EntryBytes entry = entry(event, day, head.sequence());
            head = head.then(entry);
            fold.entry(head.sequence(), head.hash(), entry);
        }
        CloseDown.Folded folded = CloseDown.fold(day, history, List.of(fold), 1);
        history = history.then(folded);
        closed.add(folded.closed());
    }

    private static EntryBytes entry(Event event, LocalDate day, long minute) {
        EventType type = EventType.of(event).orElseThrow();
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        null,
                        0,
                        "T1",
                        "Ada",
                        1,
                        day,
                        day.atTime(9, 0).plusMinutes(minute).atOffset(ZoneOffset.UTC),
                        0,
                        1,
                        1);
        return EntryCodec.encode(new Entry(header, event));
    }

    private long sum(String account) {
        return closed.stream()
                .flatMap(each -> posting(each).lines().stream())
                .filter(line -> line.account().code().equals(account))
                .mapToLong(line -> line.amount().minor())
                .sum();
    }

    private static Posting posting(StoreDayClosed closed) {
        return Posting.of(
                new CloseDownRef("s001", closed.day(), 1, 0, 1, 1, Hash.digest(new byte[] {1})),
                Measuring.of(closed),
                TestRules.own().versions().getFirst());
    }

    private static StockMoved moved(StockMoved.Kind kind, StockLine line) {
        return new StockMoved(kind, "7", "s002", "", List.of(line));
    }

    private static StockLine goods(String plu, long pieces, long cost) {
        return new StockLine(plu, null, plu, "food", Quantity.pieces(pieces), gbp(cost));
    }

    private static SaleCompleted sold(String plu, long pieces, long cost) {
        Line line =
                Line.priced(
                                new Line.Article(
                                        plu,
                                        null,
                                        plu,
                                        "food",
                                        new TaxCategory("S", new TaxRate(200_000))),
                                UnitPrice.of("5.00"),
                                PriceOrigin.CATALOGUE,
                                Quantity.pieces(pieces),
                                GBP)
                        .with(new LineDetails(null, List.of(), gbp(cost)));
        return new SaleCompleted(
                GBP, List.of(line), List.of(Tender.of(TenderType.CASH, line.gross())), gbp(0));
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
