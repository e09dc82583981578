package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.OPERATOR;
import static io.tidemark.edge.record.TillAtWork.line;
import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TillTest {
    private final TillAtWork till = new TillAtWork();

    @Test
    void nothing_is_sold_before_the_day_is_open() {
        Refusal refusal = till.refused(till.smallSale());

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DAY);
        assertThat(refusal.why()).contains("open the day");
        assertThat(till.journal).isEmpty();
    }

    @Test
    void opening_records_the_business_day_and_the_float_under_one_command() {
        List<Entry> entries =
                till.recorded(new Ask.OpenDay(newId(), OPERATOR, List.of(till.money(5_000))));

        assertThat(entries)
                .extracting(Entry::event)
                .hasExactlyElementsOfTypes(BusinessDayOpened.class, TillOpened.class);
        assertThat(till.view().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
        assertThat(cash().expected()).isEqualTo(till.money(5_000));
    }

    @Test
    void a_day_that_is_open_is_not_opened_again() {
        till.open();

        assertThat(till.refused(new Ask.OpenDay(newId(), OPERATOR, List.of())).why())
                .contains("2010-12-01 is open already");
    }

    @Test
    void until_the_cut_over_hour_it_is_still_yesterdays_business_day() {
        till.now = Instant.parse("2010-12-02T03:59:59Z");

        till.open();

        assertThat(till.view().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
    }

    @Test
    void a_business_day_is_never_earlier_than_the_last_whatever_the_clock_says() {
        till.open();
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));

        till.advance(Duration.ofDays(-30));
        till.restarted().open();

        assertThat(till.view().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
    }

    @Test
    void an_open_day_goes_on_past_midnight_until_it_is_closed() {
        till.open();
        till.advance(Duration.ofDays(3));

        Entry sale = till.recorded(till.smallSale()).getFirst();

        assertThat(sale.header().businessDay()).isEqualTo(LocalDate.of(2010, 12, 1));
    }

    @Test
    void cash_gives_change_and_the_drawer_keeps_the_difference() {
        till.open(10_000);

        var sale =
                (SaleCompleted)
                        till.recordedEvent(
                                till.sale(
                                        List.of(line("85123A", "6")),
                                        till.tender(TenderType.CASH, 2_000)));

        assertThat(sale.change()).isEqualTo(till.money(470));
        assertThat(cash().expected()).isEqualTo(till.money(11_530));
    }

    @Test
    void several_tenders_pay_together() {
        till.open();

        var sale =
                (SaleCompleted)
                        till.recordedEvent(
                                till.sale(
                                        List.of(line("85123A", "6")),
                                        till.tender(TenderType.CARD, 1_000),
                                        till.tender(TenderType.CASH, 1_000)));

        assertThat(sale.change()).isEqualTo(till.money(470));
    }

    @Test
    void a_card_gives_no_change() {
        till.open();

        Refusal refusal =
                till.refused(
                        till.sale(List.of(line("85123A", "1")), till.tender(TenderType.CARD, 300)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TENDERS);
        assertThat(refusal.why()).contains("0.45 GBP more").contains("only cash gives change");
    }

    @Test
    void change_is_never_more_than_the_cash_that_came() {
        till.open();

        Refusal refusal =
                till.refused(
                        till.sale(
                                List.of(line("85123A", "1")),
                                till.tender(TenderType.CARD, 500),
                                till.tender(TenderType.CASH, 100)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TENDERS);
    }

    @Test
    void what_is_still_owed_is_named() {
        till.open();

        assertThat(
                        till.refused(
                                        till.sale(
                                                List.of(line("85123A", "1")),
                                                till.tender(TenderType.CASH, 200)))
                                .why())
                .contains("0.55 GBP is still owed");
    }

    @Test
    void a_foreign_tender_is_refused_where_there_is_no_rate() {
        till.open();
        var euros =
                io.tidemark.ledger.event.Tender.of(
                        TenderType.CASH, new Money(300, new CurrencyCode("EUR")));

        assertThat(till.refused(till.sale(List.of(line("85123A", "1")), euros)).why())
                .contains("paid in GBP, not in EUR");
    }

    @Test
    void a_total_of_zero_needs_no_tender() {
        till.open();

        var sale = (SaleCompleted) till.recordedEvent(till.sale(List.of(line("85123A", "1", "0"))));

        assertThat(sale.total().isZero()).isTrue();
        assertThat(till.view().lastReceipt()).isEqualTo(1);
    }

    @Test
    void a_return_pays_back() {
        till.open(10_000);
        Basket basket =
                new Basket(
                        List.of(line("85123A", "-2")),
                        List.of(till.tender(TenderType.CASH, -510)),
                        null);

        var returned =
                (GoodsReturned) till.recordedEvent(new Ask.TakeBack(newId(), OPERATOR, basket));

        assertThat(returned.total()).isEqualTo(till.money(-510));
        assertThat(cash().expected()).isEqualTo(till.money(9_490));
    }

    @Test
    void a_sale_may_have_a_negative_total() {
        till.open();

        var sale =
                (SaleCompleted)
                        till.recordedEvent(
                                till.sale(
                                        List.of(line("85123A", "1"), line("BOOK", "-1")),
                                        till.tender(TenderType.CASH, -744)));

        assertThat(sale.total()).isEqualTo(till.money(-744));
    }

    @Test
    void paying_back_too_much_or_too_little_is_refused() {
        till.open();
        List<BasketLine> back = List.of(line("85123A", "-2"));

        assertThat(till.refused(till.sale(back, till.tender(TenderType.CASH, -511))).why())
                .contains("0.01 GBP too much");
        assertThat(till.refused(till.sale(back, till.tender(TenderType.CASH, -509))).why())
                .contains("0.01 GBP too little");
    }

    @Test
    void a_total_other_than_the_customer_was_told_is_refused() {
        till.open();
        Basket basket =
                new Basket(
                        List.of(line("85123A", "1")),
                        List.of(till.tender(TenderType.CASH, 255)),
                        till.money(250));

        Refusal refusal = till.refused(new Ask.Sell(newId(), OPERATOR, basket));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOTAL_CHANGED);
    }

    @Test
    void receipts_are_numbered_without_gaps_over_days_and_restarts() {
        till.open();
        till.recorded(till.smallSale());
        till.refused(till.sale(List.of(line("85123A", "1"))));
        till.recorded(till.smallSale());
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));
        till.advance(Duration.ofDays(1));

        till.restarted().open();
        Entry next = till.recorded(till.smallSale()).getFirst();

        assertThat(next.header().receipt()).isEqualTo(3);
    }

    @Test
    void the_same_command_is_recorded_once_and_found_again_after_a_restart() {
        till.open();
        Ask.Sell sale = till.smallSale();
        till.recorded(sale);

        Decision again = till.restarted().decide(sale);

        assertThat(again)
                .isInstanceOf(Decision.Repeated.class)
                .isEqualTo(till.find(sale).orElseThrow());
        assertThat(till.view().lastReceipt()).isEqualTo(1);
    }

    @Test
    void a_command_of_two_entries_is_found_as_both() {
        Ask.OpenDay open = new Ask.OpenDay(newId(), OPERATOR, List.of());
        till.recorded(open);

        var found = (Decision.Repeated) till.restarted().find(open).orElseThrow();

        assertThat(found.recorded().first()).isEqualTo(1);
        assertThat(found.recorded().last()).isEqualTo(2);
    }

    @Test
    void an_id_with_another_body_is_a_conflict_also_after_a_restart() {
        till.open();
        Ask.Sell sale = till.smallSale();
        till.recorded(sale);

        Basket other =
                new Basket(
                        List.of(line("85123A", "2")),
                        List.of(till.tender(TenderType.CASH, 510)),
                        null);
        Decision decision = till.restarted().decide(new Ask.Sell(sale.id(), OPERATOR, other));

        assertThat(decision).isInstanceOf(Decision.Conflict.class);
    }

    @Test
    void a_repeated_command_is_answered_even_when_the_day_is_closed_since() {
        till.open();
        Ask.Sell sale = till.smallSale();
        till.recorded(sale);
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));

        assertThat(till.decide(sale)).isInstanceOf(Decision.Repeated.class);
    }

    @Test
    void prices_that_changed_since_do_not_make_a_repeated_command_another_one() {
        till.open();
        Ask.Sell sale = till.smallSale();
        till.recorded(sale);

        assertThat(till.decide(new Command(sale, List.of(), 8)))
                .isInstanceOf(Decision.Repeated.class);
    }

    @Test
    void the_oldest_commands_are_forgotten_first() {
        RecordedCommands commands = new RecordedCommands(2);
        till.open();
        List<Entry> entries =
                List.of(
                        till.recorded(till.smallSale()).getFirst(),
                        till.recorded(till.smallSale()).getFirst(),
                        till.recorded(till.smallSale()).getFirst());

        for (Entry entry : entries)
            commands.add(new TillAtWork().id, entry.header().receipt(), entry.header());

        assertThat(commands.find(idOf(entries.get(0)))).isEmpty();
        assertThat(commands.find(idOf(entries.get(2)))).isPresent();
    }

    @Test
    void another_operator_begins_another_shift() {
        till.open();

        int first = till.recorded(till.smallSale()).getFirst().header().shift();
        int second =
                till.recorded(new Ask.OpenDrawer(newId(), "John", "change"))
                        .getFirst()
                        .header()
                        .shift();
        int third = till.restarted().recorded(till.smallSale()).getFirst().header().shift();

        assertThat(List.of(first, second, third)).containsExactly(1, 2, 3);
    }

    @Test
    void cash_movements_change_what_is_expected_in_the_drawer() {
        till.open(10_000);

        till.recorded(till.move(CashMovement.Kind.FLOAT_PROVIDED, 1_000));
        till.recorded(till.move(CashMovement.Kind.PAID_IN, 200));
        till.recorded(till.move(CashMovement.Kind.PAID_OUT, 30));
        till.recorded(till.move(CashMovement.Kind.PICKUP, 4_000));

        assertThat(cash().expected()).isEqualTo(till.money(7_170));
    }

    @Test
    void a_count_shows_what_is_over_or_short_until_something_moves() {
        till.open(10_000);

        till.recorded(
                new Ask.Count(
                        newId(),
                        OPERATOR,
                        List.of(new CountedTender(TenderType.CASH, till.money(9_990)))));

        assertThat(cash().overShort()).contains(till.money(-10));
        assertThat(till.view().counted()).isTrue();
        till.recorded(till.smallSale());
        assertThat(till.view().counted()).isFalse();
    }

    @Test
    void the_till_Z_has_the_days_figures_and_where_it_stands_in_the_journal() {
        till.open();
        till.recorded(till.smallSale());
        Hash hashBefore = till.view().head().hash();

        var z = (TillDayClosed) till.recordedEvent(new Ask.CloseDay(newId(), OPERATOR));

        assertThat(z.zNumber()).isEqualTo(1);
        assertThat(z.first()).isEqualTo(1);
        assertThat(z.last()).isEqualTo(3);
        assertThat(z.head()).isEqualTo(hashBefore);
        assertThat(z.totals().gross()).isEqualTo(till.money(255));
        assertThat(z.totals().transactions()).isEqualTo(1);
    }

    @Test
    void the_next_day_starts_from_nothing_with_the_next_Z_number() {
        till.open();
        till.recorded(till.smallSale());
        till.recorded(new Ask.CloseDay(newId(), OPERATOR));
        till.advance(Duration.ofDays(1));
        till.restarted().open();

        var z = (TillDayClosed) till.recordedEvent(new Ask.CloseDay(newId(), OPERATOR));

        assertThat(z.zNumber()).isEqualTo(2);
        assertThat(z.totals().transactions()).isZero();
        assertThat(z.first()).isEqualTo(5);
    }

    @Test
    void a_restarted_till_has_the_same_state() {
        till.open();
        till.recorded(till.smallSale());
        till.recorded(till.move(CashMovement.Kind.PICKUP, 100));
        TillView before = till.view();

        assertThat(till.restarted().view()).isEqualTo(before);
    }

    @Test
    void ten_thousand_lines_are_one_receipt_and_one_more_is_refused() {
        till.open();
        List<BasketLine> most = Collections.nCopies(Limits.LINES_MAX, line("BOOK", "1", "0.01"));

        var sale =
                (SaleCompleted)
                        till.recordedEvent(till.sale(most, till.tender(TenderType.CASH, 10_000)));

        assertThat(sale.lines()).hasSize(Limits.LINES_MAX);
        List<BasketLine> more = Collections.nCopies(Limits.LINES_MAX + 1, line("BOOK", "1"));
        assertThatThrownBy(() -> till.sale(more))
                .hasMessageContaining("at most 10000 lines")
                .hasMessageContaining("split it");
    }

    @Test
    void amounts_that_would_overflow_a_days_sums_are_refused_and_the_till_goes_on() {
        till.open();
        for (long moved = 0;
                moved <= Limits.DAY_MINOR_MAX - 2 * Limits.AMOUNT_MINOR_MAX;
                moved += Limits.AMOUNT_MINOR_MAX)
            till.recorded(till.move(CashMovement.Kind.PAID_IN, Limits.AMOUNT_MINOR_MAX));

        Refusal refusal =
                till.refused(till.move(CashMovement.Kind.PAID_IN, Limits.AMOUNT_MINOR_MAX));

        assertThat(refusal.why()).contains("check the amount");
        till.recorded(till.smallSale());
    }

    @Test
    void more_departments_than_a_days_figures_can_hold_are_refused() {
        till.open();
        List<BasketLine> lines =
                IntStream.rangeClosed(0, DayLimits.DEPARTMENTS_MAX)
                        .mapToObj(i ->
                                new BasketLine(
                                        new BasketLine.Named("BOOK", null, null, "D" + i, null),
                                        Quantity.pieces(1),
                                        UnitPrice.of("0"),
                                        null))
                        .toList();

        assertThat(till.refused(till.sale(lines)).why()).contains("at most 1000 departments");
        till.recorded(till.sale(lines.subList(0, DayLimits.DEPARTMENTS_MAX)));
        assertThat(till.refused(till.sale(lines)).why()).contains("check the department");
    }

    @Test
    void lines_that_together_come_to_more_than_a_receipt_can_are_refused_before_payment() {
        till.open();
        List<BasketLine> lines = Collections.nCopies(1_000, line("BOOK", "90000000", "100"));

        assertThat(till.refused(till.sale(lines, till.tender(TenderType.CASH, 1))).why())
                .contains("the total is 9000000000000.00 GBP")
                .contains("at most 10000000000.00 GBP: check the amount");
    }

    private TenderAccount cash() {
        return Objects.requireNonNull(till.view().totals()).tenders().stream()
                .filter(account -> account.type().isCash())
                .findFirst()
                .orElseThrow();
    }

    private static CommandId idOf(Entry entry) {
        return Objects.requireNonNull(entry.header().command());
    }
}
