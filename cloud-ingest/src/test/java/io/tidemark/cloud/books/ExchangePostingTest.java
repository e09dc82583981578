package io.tidemark.cloud.books;

import static io.tidemark.cloud.books.RandomDay.GBP;
import static io.tidemark.cloud.books.RandomDay.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TotalsSum;
import io.tidemark.ledger.exchange.Position;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bureau de change does, in the books. */
class ExchangePostingTest {
    private static final CurrencyCode USD = new CurrencyCode("USD");

    @Test
    void a_currency_stands_in_the_books_at_its_value_and_what_was_earned_is_told_apart() {
        Posting posting = posting();

        assertThat(sum(posting, "1920", USD)).isEqualTo(-60_00);
        assertThat(sum(posting, "1920", GBP)).isEqualTo(46_80);
        assertThat(sum(posting, "4900", GBP)).isEqualTo(-1_50);
        assertThat(sum(posting, "4910", GBP)).isEqualTo(-2_40);
        assertThat(sum(posting, "4920", GBP)).isEqualTo(-1_80);
    }

    @Test
    void debits_and_credits_are_even_in_both_currencies_and_takings_are_not_touched() {
        Posting posting = posting();

        for (CurrencyCode each : List.of(GBP, USD))
            assertThat(
                            posting.lines().stream()
                                    .filter(line -> line.amount().currency().equals(each))
                                    .mapToLong(line -> line.amount().minor())
                                    .sum())
                    .isZero();
        assertThat(posting.uncleared()).isEmpty();
    }

    @Test
    void notes_that_were_taken_for_goods_go_on_to_the_currencies_held_at_what_they_counted_as() {
        Posting posting = posting(new Position(new Money(10_00, USD), gbp(7_70)));

        assertThat(sum(posting, "1920", USD)).isEqualTo(-60_00 - 10_00);
        assertThat(sum(posting, "1920", GBP)).isEqualTo(46_80 + 7_70);
        assertThat(sum(posting, "1910", USD)).isEqualTo(10_00);
        assertThat(sum(posting, "1910", GBP)).isEqualTo(-7_70);
    }

    private static Posting posting() {
        return posting(Position.none(USD, GBP));
    }

    /** 100 dollars bought for 75.00 less 1.50, 40 of them sold for 32.40, the rest at 0.78. */
    private static Posting posting(Position joined) {
        TotalsSum sum = new TotalsSum(GBP);
        sum.add(exchanged(100_00, -75_00, 1_50));
        sum.add(exchanged(-40_00, 32_40, 0));
        Totals totals = sum.totals();
        ExchangePosition dollars =
                new ExchangePosition(
                        Position.none(USD, GBP),
                        new Position(new Money(60_00, USD), gbp(45_00)),
                        gbp(2_40),
                        rate("0.78"),
                        gbp(0),
                        new Money(0, USD),
                        joined);
        DayDetails details =
                new DayDetails(
                        gbp(0),
                        gbp(0),
                        List.of(),
                        List.of(),
                        new BasketStatistics(0, 0, 0, 0, gbp(0), gbp(0), gbp(0)),
                        ProductTable.of(List.of()),
                        2,
                        Hash.digest(new byte[1]),
                        List.of(dollars));
        GrandTotals grand = GrandTotals.none(GBP).and(details);
        StoreDayClosed closed =
                new StoreDayClosed(MONDAY, 1, 0, 4, 1, List.of(), List.of(), totals, grand)
                        .with(details, grand);
        return Posting.of(
                new CloseDownRef("s001", MONDAY, 1, 0, 1, 1, Hash.digest(new byte[] {1})),
                Measuring.of(closed),
                TestRules.own().versions().getFirst());
    }

    private static long sum(Posting posting, String account, CurrencyCode currency) {
        return posting.lines().stream()
                .filter(line -> line.account().code().equals(account))
                .filter(line -> line.amount().currency().equals(currency))
                .mapToLong(line -> line.amount().minor())
                .sum();
    }

    private static CurrencyExchanged exchanged(long dollars, long pounds, long commission) {
        return new CurrencyExchanged(
                new Money(dollars, USD),
                gbp(pounds),
                gbp(commission),
                rate("0.78"),
                rate("0.78"),
                CurrencyExchanged.Customer.UNKNOWN,
                List.of(),
                null);
    }

    private static ExchangeRate rate(String decimal) {
        return new ExchangeRate(new BigDecimal(decimal));
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
