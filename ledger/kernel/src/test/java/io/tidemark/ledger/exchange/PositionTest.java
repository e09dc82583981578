package io.tidemark.ledger.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PositionTest {
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final CurrencyCode AED = new CurrencyCode("AED");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    @Test
    void what_is_bought_at_several_rates_costs_their_weighted_average() {
        Position position = bought(bought(none(), 1000_00, 3750_00), 100_00, 377_00);

        assertThat(position.amount()).isEqualTo(usd(1100_00));
        assertThat(position.cost()).isEqualTo(aed(4127_00));
        assertThat(position.average()).isEqualTo("3.751818");
    }

    @Test
    void a_sale_realises_its_proceeds_less_average_cost_and_leaves_the_average_alone() {
        Position position = bought(bought(none(), 1000_00, 3750_00), 100_00, 377_00);

        Position.Moved sale = position.sold(usd(550_00), aed(2090_00));

        assertThat(sale.realised()).isEqualTo(aed(26_50));
        assertThat(sale.after().average()).isEqualTo("3.751818");
    }

    @Test
    void the_last_of_a_currency_takes_all_the_cost_with_it() {
        Position position = bought(none(), 3_00, 10_00);

        Position one = position.sold(usd(1_00), aed(3_33)).after();
        Position.Moved rest = one.sold(usd(2_00), aed(6_67));

        assertThat(rest.after().isNone()).isTrue();
        assertThat(rest.realised()).isEqualTo(aed(0));
    }

    @Test
    void what_a_sale_takes_of_the_cost_is_rounded_half_up() {
        Position.Moved sale = bought(none(), 2_00, 5).sold(usd(1_00), aed(10));

        assertThat(sale.realised()).isEqualTo(aed(7));
        assertThat(sale.after().cost()).isEqualTo(aed(2));
    }

    @Test
    void what_was_sold_before_it_was_bought_earns_when_it_is_bought() {
        Position.Moved sold = none().sold(usd(100_00), aed(380_00));
        Position.Moved bought = sold.after().bought(usd(150_00), aed(555_00));

        assertThat(sold.realised()).isEqualTo(aed(0));
        assertThat(bought.realised()).isEqualTo(aed(10_00));
        assertThat(bought.after()).isEqualTo(new Position(usd(50_00), aed(185_00)));
    }

    @Test
    void a_store_has_no_position_in_its_own_currency() {
        assertThatThrownBy(() -> Position.none(AED, AED)).hasMessageContaining("own currency");
    }

    @Test
    void no_money_is_made_or_lost_whatever_is_bought_and_sold_at_the_rates_of_a_year() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);

        for (int column = 1; column <= 5; column++) {
            History rates = History.of(column);
            Position position = Position.none(rates.currency(), EUR);
            long paid = 0;
            long received = 0;
            long realised = 0;
            for (ExchangeRate mid : rates.mids()) {
                Money amount = new Money(1 + random.nextInt(5_000_000), rates.currency());
                Money base = mid.convert(amount, EUR);
                boolean buying = random.nextBoolean();
                Position.Moved moved =
                        buying ? position.bought(amount, base) : position.sold(amount, base);
                position = moved.after();
                if (buying) paid += base.minor();
                else received += base.minor();
                realised += moved.realised().minor();

                assertThat(position.cost().minor())
                        .as("seed %d, %s", seed, rates.currency())
                        .isEqualTo(paid - received + realised);
                assertThat(position.amount().isNegative() && position.cost().minor() > 0)
                        .as("seed %d, %s", seed, rates.currency())
                        .isFalse();
            }
        }
    }

    @Test
    void a_day_of_which_only_the_sums_are_known_comes_to_the_same_in_whatever_order_it_went() {
        Position before = bought(none(), 500_00, 1850_00);

        Position.Moved together = before.bought(usd(300_00), aed(1110_00));
        Position bit = before;
        for (long third : new long[] {50_00, 150_00, 100_00})
            bit = bit.bought(usd(third), aed(third * 37 / 10)).after();

        assertThat(bit).isEqualTo(together.after());
    }

    private static Position none() {
        return Position.none(USD, AED);
    }

    private static Position bought(Position position, long dollars, long dirhams) {
        return position.bought(usd(dollars), aed(dirhams)).after();
    }

    private static Money usd(long minor) {
        return new Money(minor, USD);
    }

    private static Money aed(long minor) {
        return new Money(minor, AED);
    }

    /** Euros per unit of one currency, on the days on which the ECB published rates in 2024. */
    private record History(CurrencyCode currency, List<ExchangeRate> mids) {
        static History of(int column) {
            try (BufferedReader file =
                    new BufferedReader(
                            new InputStreamReader(
                                    Objects.requireNonNull(
                                            PositionTest.class.getResourceAsStream("ecb-2024.csv")),
                                    StandardCharsets.UTF_8))) {
                List<String> lines = file.lines().toList();
                List<ExchangeRate> mids = new ArrayList<>();
                for (String line : lines.subList(2, lines.size()))
                    mids.add(
                            new ExchangeRate(
                                    BigDecimal.ONE.divide(
                                            new BigDecimal(cell(line, column)),
                                            ExchangeRate.PLACES_MAX,
                                            RoundingMode.HALF_UP)));
                return new History(new CurrencyCode(cell(lines.get(1), column)), mids);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private static String cell(String line, int column) {
            return line.split(",", -1)[column];
        }
    }
}
