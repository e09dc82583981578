package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.STANDARD;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static io.tidemark.ledger.TestShop.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A day is closable however many people, departments and tills it has. */
class WithinEntryTest {
    private static final StoreHistory NONE = StoreHistory.none(GBP);

    @Test
    void of_too_many_operators_the_busiest_are_told_and_the_others_stand_together() {
        List<EntryBytes> entries = new ArrayList<>();
        for (int who = 0; who < 3_000; who++)
            entries.add(by("A%04d".formatted(who), sale(line("P1", 1, "1.00")), who));
        for (int who = 2_000; who < 2_500; who++)
            entries.add(by("A%04d".formatted(who), sale(line("P1", 1, "2.00")), 5_000 + who));
        entries.add(by("B", new NoSale("", List.of()), 9_000));

        StoreDayClosed closed = closed(List.of(fold(TestShop.TILL, entries)));

        List<CashierTotal> told = Objects.requireNonNull(closed.details()).cashiers();
        assertThat(told).hasSize(CashierTotal.TOLD_MAX);
        assertThat(told).extracting(CashierTotal::operator).isSorted().doesNotHaveDuplicates();
        assertThat(told)
                .filteredOn(each -> each.transactions() == 2)
                .extracting(CashierTotal::operator)
                .hasSize(500)
                .contains("A2000", "A2499");
        assertThat(told)
                .extracting(CashierTotal::operator)
                .contains("A1498")
                .doesNotContain("A1499");
        CashierTotal others = told.getFirst();
        assertThat(others.operator()).isEqualTo(CashierTotal.OTHERS);
        assertThat(others.transactions()).isEqualTo(1_001);
        assertThat(others.noSales()).isEqualTo(1);
        assertThat(Money.sum(GBP, told, CashierTotal::gross)).isEqualTo(closed.totals().gross());
    }

    @Test
    void sales_of_more_departments_than_can_be_told_are_told_by_vat_alone() {
        List<EntryBytes> entries = new ArrayList<>();
        for (int basket = 0; basket < 11; basket++)
            entries.add(TestShop.entry(departments(1_000 * basket, 1_000, "D"), basket + 1));

        StoreDayClosed closed = closed(List.of(fold(TestShop.TILL, entries)));

        assertThat(closed.totals().sales())
                .containsExactly(
                        new SalesTotal(
                                SalesTotal.ALL_DEPARTMENTS,
                                STANDARD,
                                11_000,
                                closed.totals().gross(),
                                closed.totals().tax()));
        assertThat(closed.totals().gross()).isEqualTo(gbp(11_000_00));
    }

    @Test
    void a_store_of_the_most_tills_with_many_departments_has_a_close_down_of_one_entry() {
        List<DeviceDayFold> tills = new ArrayList<>();
        Event basket =
                departments(0, 100, "a department whose name is as long as any may be, number ");
        for (int till = 1; till <= Limits.DEVICES_MAX; till++)
            tills.add(fold(TestShop.till(till), List.of(TestShop.entry(basket, 1))));

        StoreDayClosed closed = closed(tills);

        assertThat(TestShop.entry(closed, 0).size()).isLessThan(Limits.ENTRY_BYTES_MAX);
        assertThat(closed.tills()).hasSize(Limits.DEVICES_MAX);
        assertThat(closed.tills().getFirst().totals().sales())
                .extracting(SalesTotal::department)
                .containsExactly(SalesTotal.ALL_DEPARTMENTS);
        assertThat(closed.totals().sales()).hasSize(100);
        assertThat(Money.sum(GBP, closed.tills(), till -> till.totals().gross()))
                .isEqualTo(closed.totals().gross());
        assertThat(CloseDown.again(closed, NONE, tills).closed()).isEqualTo(closed);
    }

    private static Event departments(int from, int count, String name) {
        return sale(
                IntStream.range(from, from + count)
                        .mapToObj(number -> of(name + number))
                        .toArray(Line[]::new));
    }

    private static Line of(String department) {
        return Line.priced(
                new Line.Article("P1", null, "Article", department, STANDARD),
                UnitPrice.of("1.00"),
                PriceOrigin.CATALOGUE,
                Quantity.pieces(1),
                GBP);
    }

    private static StoreDayClosed closed(List<DeviceDayFold> folds) {
        return CloseDown.fold(DAY, NONE, folds, 3).closed();
    }

    private static EntryBytes by(String operator, Event event, long receipt) {
        EntryHeader like = EntryCodec.header(TestShop.entry(event, receipt));
        return EntryCodec.encode(
                new Entry(
                        new EntryHeader(
                                like.type(),
                                like.critical(),
                                like.command(),
                                like.commandDigest(),
                                like.workstation(),
                                operator,
                                like.shift(),
                                like.businessDay(),
                                like.at(),
                                like.receipt(),
                                like.masterDataVersion(),
                                like.key()),
                        event));
    }

    private static DeviceDayFold fold(JournalId id, List<EntryBytes> entries) {
        TestChain chain = new TestChain(id, TestShop.TILL_KEYS);
        entries.forEach(chain::append);
        return chain.shownTo(new DeviceDayFold(id, "W" + id.node().device(), DAY, 0, GBP));
    }
}
