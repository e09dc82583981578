package io.tidemark.edge.record;

import static io.tidemark.edge.record.People.SUE;
import static io.tidemark.edge.record.TillAtWork.GBP;
import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.Approval;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.exchange.Quote;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.Identification;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bureau de change at a till that asks no network. */
class ExchangingTest {
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final CurrencyExchanged.Customer NOBODY = CurrencyExchanged.Customer.UNKNOWN;
    private static final CurrencyExchanged.Customer C77 =
            new CurrencyExchanged.Customer("C-77", "");

    private final TillAtWork till = People.open(Rules.NONE);

    @BeforeEach
    void rates() {
        till.exchange = only(terms(usd(1_000_00), usd(0), ExchangeTerms.Firm.NOTHING));
    }

    private Exchange only(ExchangeTerms dollars) {
        return new Exchange(
                List.of(dollars),
                List.of(new Identification("GB", till.money(500_00), 2, List.of())));
    }

    private ExchangeTerms terms(Money drawer, Money store, ExchangeTerms.Firm firm) {
        return new ExchangeTerms(
                GBP,
                LocalDate.of(2000, 1, 1),
                new ExchangeTerms.Rates(
                        rate("0.78"), rate("0.75"), rate("0.81"), rate("0.74"), rate("0.82")),
                new ExchangeTerms.Handling(
                        usd(5_00),
                        new Money(1, GBP),
                        new ExchangeTerms.Commission(0, till.money(2_00))),
                new ExchangeTerms.Bounds(drawer, store, firm),
                List.of());
    }

    @Test
    void a_customer_sells_dollars_at_the_quoted_rate_less_the_commission() {
        CurrencyExchanged bought = exchanged(buy(100_00));

        assertThat(bought.foreign()).isEqualTo(usd(100_00));
        assertThat(bought.drawerBase()).isEqualTo(till.money(-73_00));
        assertThat(bought.spread()).isEqualTo(till.money(3_00));
        assertThat(till.cash().expected()).isEqualTo(till.money(27_00));
    }

    @Test
    void an_exchange_has_a_receipt_of_the_tills_one_series() {
        Entry sale = till.recorded(marysSale()).getLast();
        Entry exchange = till.recorded(buy(100_00)).getLast();

        assertThat(exchange.header().receipt()).isEqualTo(sale.header().receipt() + 1);
    }

    @Test
    void what_is_not_in_the_drawer_is_not_sold_and_no_figure_of_it_is_told() {
        till.recorded(buy(100_00));

        Refusal refusal = till.refused(sell(105_00, null));

        assertThat(refusal.why()).contains("there is not 105.00 USD").doesNotContain("100.00");
        assertThat(exchanged(sell(100_00, null)).drawerBase()).isEqualTo(till.money(83_00));
    }

    @Test
    void who_finds_out_by_refusals_what_is_in_the_drawer_stands_on_the_x_report() {
        till.recorded(buy(100_00));

        Ask.Exchange tooMuch = sell(105_00, null);
        till.refused(tooMuch);
        till.refused(tooMuch);
        till.refused(buy(905_00, new CurrencyExchanged.Customer("C-1", "PASSPORT")));
        till.refused(sell(50_00, "0.73"));

        assertThat(
                        Objects.requireNonNull(till.view().totals())
                                .tally(Tally.EXCHANGE_REFUSED)
                                .count())
                .isEqualTo(3);
        assertThat(till.journal.stream().map(EntryCodec::decode).map(Entry::event))
                .filteredOn(ExchangeRefused.class::isInstance)
                .containsExactly(
                        new ExchangeRefused(usd(-105_00)),
                        new ExchangeRefused(usd(-105_00)),
                        new ExchangeRefused(usd(905_00)));
        till.recorded(buy(5_00));
        assertThat(till.recorded(tooMuch).getLast().event())
                .as("asked again once there is enough")
                .isInstanceOf(CurrencyExchanged.class);
    }

    @Test
    void what_is_refused_anyway_says_nothing_of_what_is_in_the_drawer() {
        till.recorded(buy(600_00));

        for (long dollars : new long[] {595_00, 605_00})
            assertThat(till.refused(sell(dollars, "0.73")).kind()).isEqualTo(Refusal.Kind.APPROVAL);
        for (long dollars : new long[] {395_00, 405_00})
            assertThat(till.refused(buy(dollars, "0.73")).why())
                    .contains(Approval.EXCHANGE_RATE)
                    .doesNotContain(Approval.EXCHANGE_POSITION);
    }

    @Test
    void a_rate_within_the_range_needs_nobody_and_one_outside_needs_a_supervisor() {
        till.recorded(buy(200_00));

        assertThat(exchanged(sell(50_00, "0.79")).approvals()).isEmpty();
        assertThat(till.refused(sell(50_00, "0.73")).kind()).isEqualTo(Refusal.Kind.APPROVAL);
        Ask.Exchange allowed = sell(50_00, "0.73", new Approver(SUE, "regular"));
        assertThat(((CurrencyExchanged) till.recordedEvent(allowed, SUE)).approvals())
                .containsExactly(new Approval(Approval.EXCHANGE_RATE, SUE, "regular"));
    }

    @Test
    void both_ends_of_the_range_belong_to_it() {
        till.recorded(buy(200_00));

        assertThat(exchanged(sell(50_00, "0.74")).approvals()).isEmpty();
        assertThat(exchanged(sell(50_00, "0.82")).approvals()).isEmpty();
    }

    @Test
    void a_drawer_may_hold_just_what_it_may_at_most() {
        till.recorded(buy(600_00));

        assertThat(exchanged(buy(400_00)).approvals()).isEmpty();
    }

    @Test
    void papers_are_seen_from_the_very_amount_of_the_rule_on() {
        Refusal refusal = till.refused(buy(625_00, "0.80"));

        assertThat(refusal.why()).contains("this is 500.00 GBP within 2 days");
        till.recorded(buy(620_00, "0.80"));
    }

    @Test
    void what_was_bought_is_taken_back_only_while_it_is_in_the_drawer() {
        long receipt = till.recorded(buy(100_00)).getLast().header().receipt();
        till.recorded(sell(50_00, null));

        assertThat(till.refused(undo(receipt)).why()).contains("there is not 100.00 USD");
    }

    @Test
    void more_than_a_drawer_may_hold_needs_a_supervisor() {
        till.recorded(buy(600_00));

        Refusal refusal = till.refused(buy(405_00));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.APPROVAL);
        assertThat(refusal.why()).contains(Approval.EXCHANGE_POSITION);
    }

    @Test
    void several_exchanges_of_one_customer_count_as_one_when_it_comes_to_papers() {
        till.recorded(buy(400_00, C77));

        Refusal refusal = till.refused(buy(300_00, C77));
        Refusal alone = till.refused(buy(700_00));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IDENTIFICATION);
        assertThat(refusal.why()).contains("525.00 GBP within 2 days", "from 500.00 GBP on");
        assertThat(alone.kind()).isEqualTo(Refusal.Kind.IDENTIFICATION);
        till.recorded(buy(300_00, new CurrencyExchanged.Customer("c-77", "PASSPORT")));
    }

    @Test
    void what_a_customer_exchanged_at_other_tills_counts_where_the_gateway_says_so() {
        till.recorded(buy(200_00, C77));
        till.exchangeKnown = new ExchangeKnown(0, 350_00, 0);

        Refusal refusal = till.refused(buy(5_00, C77));
        till.exchangeKnown = new ExchangeKnown(600_00, 0, 0);
        Refusal replaced = till.refused(buy(5_00, C77));
        till.exchangeKnown = null;

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IDENTIFICATION);
        assertThat(refusal.why()).contains("503.75 GBP within 2 days");
        assertThat(replaced.why()).as("what this till has forgotten").contains("603.75 GBP");
        assertThat(exchanged(buy(5_00, C77)).foreign()).isEqualTo(usd(5_00));
    }

    @Test
    void more_than_the_store_may_hold_needs_a_supervisor_where_the_gateway_says_what_it_holds() {
        till.exchange = only(terms(usd(0), usd(2_000_00), ExchangeTerms.Firm.NOTHING));
        till.exchangeKnown = new ExchangeKnown(0, 0, 1_950_00);

        Refusal refusal = till.refused(buy(55_00));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.APPROVAL);
        assertThat(refusal.why()).contains(Approval.EXCHANGE_POSITION);
        assertThat(exchanged(buy(50_00)).approvals()).isEmpty();
        till.exchangeKnown = null;
        assertThat(exchanged(buy(55_00)).approvals()).as("offline").isEmpty();
    }

    @Test
    void the_stores_limit_is_no_drawers_though_both_are_the_same() {
        till.exchange =
                only(terms(usd(2_000_00), usd(2_000_00), new ExchangeTerms.Firm(true, true)));
        till.exchangeKnown = new ExchangeKnown(0, 0, 1_950_00);

        Refusal refusal = till.refused(buy(55_00));

        assertThat(refusal.why()).contains("the store holds at most 2000.00 USD");
        assertThat(till.journal.stream().map(EntryCodec::decode).map(Entry::event))
                .noneMatch(ExchangeRefused.class::isInstance);
    }

    @Test
    void what_head_office_allows_nobody_is_refused_whoever_approves() {
        Approver sue = new Approver(SUE, "regular");
        till.exchange = only(terms(usd(100_00), usd(0), new ExchangeTerms.Firm(true, true)));
        till.recorded(buy(100_00));

        Refusal rate = till.refused(sell(50_00, "0.73", sue), SUE);
        Refusal limit = till.refused(buy(5_00, sue), SUE);

        assertThat(rate.kind()).isEqualTo(Refusal.Kind.CONTENT);
        assertThat(rate.why()).contains("rate outside 0.74 to 0.82", "for everybody");
        assertThat(limit.why()).contains("a drawer holds at most 100.00 USD", "for everybody");
    }

    @Test
    void what_was_exchanged_before_a_restart_still_counts_for_papers() {
        till.recorded(buy(400_00, C77));

        assertThat(till.restarted().refused(buy(300_00, C77)).kind())
                .isEqualTo(Refusal.Kind.IDENTIFICATION);
    }

    @Test
    void an_exchange_is_taken_back_once_and_as_a_whole() {
        long receipt = till.recorded(buy(100_00)).getLast().header().receipt();

        CurrencyExchanged undone = (CurrencyExchanged) till.recordedEvent(undo(receipt));
        Refusal again = till.refused(undo(receipt));
        Refusal ofThat = till.refused(undo(receipt + 1));

        assertThat(undone.foreign()).isEqualTo(usd(-100_00));
        assertThat(till.cash().expected()).isEqualTo(till.money(100_00));
        assertThat(again.why()).contains("taken back already, with receipt " + (receipt + 1));
        assertThat(ofThat.why()).contains("takes another one back itself");
    }

    @Test
    void a_sale_is_no_exchange_that_could_be_taken_back() {
        long receipt = till.recorded(marysSale()).getLast().header().receipt();

        assertThat(till.refused(undo(receipt)).why()).contains("is no exchange of the open day");
    }

    @Test
    void what_the_customer_was_told_must_be_what_it_comes_to() {
        Ask.Exchange told =
                new Ask.Exchange(
                        newId(),
                        "",
                        Quote.Way.BUY,
                        usd(100_00),
                        null,
                        till.money(74_00),
                        NOBODY,
                        null);

        assertThat(till.refused(told).kind()).isEqualTo(Refusal.Kind.TOTAL_CHANGED);
    }

    @Test
    void a_currency_without_rates_and_a_store_without_any_exchange_nothing() {
        Ask.Exchange euros =
                new Ask.Exchange(
                        newId(),
                        "",
                        Quote.Way.BUY,
                        new Money(100_00, new CurrencyCode("EUR")),
                        null,
                        null,
                        NOBODY,
                        null);

        assertThat(till.refused(euros).why()).contains("EUR is not exchanged here", "[USD]");
        till.exchange = Exchange.NONE;
        assertThat(till.refused(euros).why()).contains("exchanges no currencies");
    }

    @Test
    void the_same_command_again_exchanges_nothing_a_second_time() {
        Ask.Exchange ask = buy(100_00);
        till.recorded(ask);

        assertThat(till.decide(ask)).isInstanceOf(Decision.Repeated.class);
    }

    private Ask.Sell marysSale() {
        return new Ask.Sell(newId(), "", till.smallSale().basket());
    }

    private CurrencyExchanged exchanged(Ask.Exchange ask) {
        return (CurrencyExchanged) till.recordedEvent(ask);
    }

    private Ask.Exchange buy(long minor) {
        return buy(minor, NOBODY);
    }

    private static Ask.Exchange buy(long minor, CurrencyExchanged.Customer customer) {
        return new Ask.Exchange(newId(), "", Quote.Way.BUY, usd(minor), null, null, customer, null);
    }

    private static Ask.Exchange buy(long minor, Approver approver) {
        return new Ask.Exchange(
                newId(), "", Quote.Way.BUY, usd(minor), null, null, NOBODY, approver);
    }

    private static Ask.Exchange buy(long minor, String at) {
        return new Ask.Exchange(
                newId(), "", Quote.Way.BUY, usd(minor), rate(at), null, NOBODY, null);
    }

    private static Ask.Exchange sell(long minor, @Nullable String at) {
        return sell(minor, at, null);
    }

    private static Ask.Exchange sell(long minor, @Nullable String at, @Nullable Approver approver) {
        return new Ask.Exchange(
                newId(),
                "",
                Quote.Way.SELL,
                usd(minor),
                at == null ? null : rate(at),
                null,
                NOBODY,
                approver);
    }

    private static Ask.UndoExchange undo(long receipt) {
        return new Ask.UndoExchange(newId(), "", receipt, "changed their mind", null);
    }

    private static ExchangeRate rate(String decimal) {
        return new ExchangeRate(new BigDecimal(decimal));
    }

    private static Money usd(long minor) {
        return new Money(minor, USD);
    }
}
