package io.tidemark.ledger.event;

import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recorded can be added up: a day's, a store's and an organisation's. */
class AmountLimitTest {
    private static final long MOST = Limits.AMOUNT_MINOR_MAX;
    private static final long DEVICES_OF_AN_ORGANISATION = 250_000;
    private static final int SEEDS = 50;

    @Test
    void the_greatest_amounts_that_may_stand_together_fit_into_63_bits() {
        assertThat(sum(MOST, Limits.LINES_MAX)).isLessThan(Long.MAX_VALUE);
        assertThat(sum(Limits.DAY_MINOR_MAX, DEVICES_OF_AN_ORGANISATION)).isPositive();
        assertThat(sum(Limits.DAY_MINOR_MAX, Limits.DEVICES_MAX * 5L * 365)).isPositive();
    }

    /** Throws where it leaves 63 bits. */
    private static long sum(long each, long times) {
        return BigInteger.valueOf(each).multiply(BigInteger.valueOf(times)).longValueExact();
    }

    static Stream<Consumer<Money>> whatHasAnAmount() {
        return Stream.of(
                AmountLimitTest::lineOf,
                amount -> Tender.of(TenderType.CARD, amount),
                amount -> new CashMovement(CashMovement.Kind.PAID_IN, amount, ""),
                amount -> new CountedTender(TenderType.CASH, amount),
                amount -> new TillOpened(List.of(amount)));
    }

    @ParameterizedTest
    @MethodSource("whatHasAnAmount")
    void the_greatest_amount_is_taken_and_one_more_is_refused(Consumer<Money> recording) {
        assertThatCode(() -> recording.accept(gbp(MOST))).doesNotThrowAnyException();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> recording.accept(gbp(MOST + 1)))
                .withMessageContaining("at most 10000000000.00 GBP: check the amount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recording.accept(gbp(Long.MIN_VALUE)));
    }

    /** Without it ten lines of one entry, at no price, would leave 63 bits in every table. */
    @Test
    void the_greatest_quantity_is_taken_and_more_is_refused() {
        Quantity most = Quantity.pieces(Limits.QUANTITY_THOUSANDTHS_MAX / 1_000);
        Quantity more = Quantity.pieces(Limits.QUANTITY_THOUSANDTHS_MAX / 1_000 + 1);
        assertThatCode(() -> moved(most)).doesNotThrowAnyException();
        assertThatCode(() -> soldForNothing(most.negated())).doesNotThrowAnyException();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved(more))
                .withMessageContaining("at most 1000000000: check the quantity");
        assertThatIllegalArgumentException().isThrownBy(() -> soldForNothing(more));
        assertThatIllegalArgumentException().isThrownBy(() -> soldForNothing(more.negated()));
    }

    private static StockLine moved(Quantity quantity) {
        return new StockLine("A", null, "", "", quantity, null);
    }

    private static Line soldForNothing(Quantity quantity) {
        Line.Article article = new Line.Article("A", null, "", "", TestShop.STANDARD);
        return Line.priced(
                article, UnitPrice.of("0"), PriceOrigin.CATALOGUE, quantity, TestShop.GBP);
    }

    @Test
    void a_receipt_whose_lines_come_to_more_is_refused() {
        Money half = gbp(MOST / 2 + 1);
        List<Line> lines = List.of(lineOf(half), lineOf(half));
        List<Tender> tenders =
                List.of(Tender.of(TenderType.CARD, half), Tender.of(TenderType.CARD, half));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SaleCompleted(GBP, lines, tenders, gbp(0)))
                .withMessageContaining("the total is 10000000000.02 GBP");
    }

    @Test
    void what_was_recorded_elsewhere_with_more_is_refused_when_it_is_read() {
        CborWriter bytes = new CborWriter();
        Items.money(gbp(MOST + 1), bytes.array(2));
        bytes.text("a reason");

        assertThatThrownBy(() ->
                        CashMovement.readFrom(
                                CashMovement.Kind.PAID_IN, new CborReader(bytes.toBytes())))
                .hasMessageContaining("check the amount");
    }

    @Test
    void what_a_float_cost_counts_against_the_days_limit_too() {
        Money dollars = new Money(1_000_00, new CurrencyCode("USD"));
        CashMovement brought =
                new CashMovement(
                        CashMovement.Kind.FLOAT_PROVIDED, dollars, "", List.of(), false, gbp(MOST));

        assertThat(MinorUnitsMoved.by(brought)).isEqualTo(1_000_00 + MOST);
    }

    static LongStream seeds() {
        return ThreadLocalRandom.current().longs(SEEDS);
    }

    /**
     * Amounts are often the greatest there are. The last day of every till is as full as can be.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_store_of_full_days_can_be_added_up(long seed) {
        Random random = new Random(seed);
        Totals day = fullDay(random);
        TotalsSum store = new TotalsSum(GBP);

        for (int till = 0; till < Limits.DEVICES_MAX; till++) store.add(day);

        assertThat(store.totals().gross().minor())
                .isEqualTo(Limits.DEVICES_MAX * day.gross().minor());
    }

    private static Totals fullDay(Random random) {
        TotalsSum day = new TotalsSum(GBP);
        long moved = 0;
        while (true) {
            SaleCompleted sale = sale(random);
            moved += MinorUnitsMoved.by(sale);
            if (moved > Limits.DAY_MINOR_MAX) return day.totals();
            day.add(sale);
        }
    }

    private static SaleCompleted sale(Random random) {
        int count = 1 + random.nextInt(random.nextInt(20) == 0 ? 1_000 : 5);
        long most = MOST / count;
        Line[] lines =
                Stream.generate(() -> random.nextBoolean() ? most : random.nextLong(most))
                        .limit(count)
                        .map(minor -> lineOf(gbp(minor)))
                        .toArray(Line[]::new);
        return TestShop.sale(lines);
    }

    /** Gross as it stands in the entry, whatever its quantity and price. */
    private static Line lineOf(Money gross) {
        return new Line(
                "PLU",
                null,
                "Article",
                "D1",
                TestShop.STANDARD,
                UnitPrice.of("1"),
                PriceOrigin.ENTERED,
                Quantity.pieces(1),
                gross,
                gbp(gross.minor() / 6),
                null,
                LineDetails.NONE);
    }
}
