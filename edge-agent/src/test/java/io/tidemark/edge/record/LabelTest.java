package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.GBP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineDetails;
import io.tidemark.ledger.event.PriceOrigin;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.PackageCode;
import io.tidemark.ledger.masterdata.Trade;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Goods that scales have weighed and printed a label for. */
class LabelTest {
    private static final TaxCategory FOOD = new TaxCategory("Z", new TaxRate(0));

    @Test
    void a_weight_on_the_label_is_the_quantity_at_the_price_of_the_catalogue() {
        Line line = sold(digits("231234561250"), "1");

        assertThat(line.plu()).isEqualTo("123456");
        assertThat(line.quantity()).isEqualTo(Quantity.of("1.25", Unit.KILOGRAM));
        assertThat(line.price()).isEqualTo(UnitPrice.of("9.98"));
        assertThat(line.gross().minor()).isEqualTo(1248);
        assertThat(line.origin()).isEqualTo(PriceOrigin.CATALOGUE);
        assertThat(line.details().label()).isEqualTo(digits("231234561250"));
        assertThat(line.details().cost()).isEqualTo(new Money(500, GBP));
    }

    /** 28.75 at 31.90 a kilogram is 0.901 kg, which at that price would come to 28.74. */
    @Test
    void a_price_on_the_label_is_what_the_customer_pays_whatever_its_weight_would_round_to() {
        Line line = sold(digits("020004292875"), "1");

        assertThat(line.gross().minor()).isEqualTo(2875);
        assertThat(line.quantity()).isEqualTo(Quantity.of("0.901", Unit.KILOGRAM));
        assertThat(line.origin()).isEqualTo(PriceOrigin.LABEL);
        assertThat(line.details().override()).as("nobody entered a price").isNull();
    }

    @Test
    void every_price_that_a_label_can_have_is_paid_to_the_penny() {
        for (int minor = 1; minor < 10_000; minor += 7) {
            String price = String.format("%04d", minor);

            Line line = sold(digits("0200042" + verifier(price) + price), "1");

            assertThat(line.gross().minor()).as(price).isEqualTo(minor);
        }
    }

    @Test
    void a_price_for_goods_by_the_piece_is_the_price_of_one() {
        Line line = sold(digits("020004392875"), "1");

        assertThat(line.quantity()).isEqualTo(Quantity.pieces(1));
        assertThat(line.price()).isEqualTo(UnitPrice.of("28.75"));
        assertThat(line.origin()).isEqualTo(PriceOrigin.LABEL);
    }

    @Test
    void a_package_that_comes_back_takes_back_what_its_label_says() {
        Line line = sold(digits("231234561250"), "-1");

        assertThat(line.quantity()).isEqualTo(Quantity.of("-1.25", Unit.KILOGRAM));
        assertThat(line.gross().minor()).isEqualTo(-1248);
    }

    @Test
    void a_price_that_is_typed_takes_the_place_of_the_labels_and_its_weight_stays() {
        BasketLine asked =
                new BasketLine(
                        named(digits("231234561250")),
                        Quantity.pieces(1),
                        UnitPrice.of("5"),
                        null,
                        null,
                        "old");

        Line line = only(asked);

        assertThat(line.gross().minor()).isEqualTo(625);
        assertThat(line.details().override())
                .isEqualTo(new LineDetails.PriceOverride(UnitPrice.of("9.98"), "old"));
    }

    @ParameterizedTest
    @CsvSource({
        "(01)95012345678903(3103)000750, 0.75, 749",
        "(01)95012345678903(3102)000075(15)261231(10)A7, 0.75, 749",
        "]C1019501234567890331030007501526123110A7, 0.75, 749",
        "0195012345678903310300075010A7, 0.75, 749",
        "(01)95012345678903(3922)0599, 0.6, 599",
        "(01)05012345678900, 1, 255"
    })
    void what_a_GS1_symbol_says_is_read_as_scanned_and_as_printed(
            String scanned, String quantity, long gross) {
        Line line = sold(scanned, "1");

        assertThat(line.quantity().value()).isEqualByComparingTo(quantity);
        assertThat(line.gross().minor()).isEqualTo(gross);
        assertThat(line.details().label()).startsWith("(01)");
    }

    @Test
    void a_field_of_a_GS1_symbol_that_ends_with_a_separator_does_not_swallow_the_next() {
        Line line = sold("]C1" + "0195012345678903" + "10LOT4711\u001d" + "3103000750", "1");

        assertThat(line.gross().minor()).isEqualTo(749);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "231234561251x|check digit is wrong",
                "020004292876|verifies its price",
                "239999991250|no article of this store has the number 999999",
                "231234560000|nothing was on the scales",
                "020004200000|a price of zero"
            })
    void a_label_that_cannot_be_right_is_refused_with_what_to_do(String digits, String why) {
        String code =
                digits.endsWith("x")
                        ? digits.substring(0, 12)
                                + (digits(digits.substring(0, 12)).charAt(12) == '0' ? 1 : 0)
                        : digits(digits);

        assertThat(refused(code, "1")).contains("line 1: ", why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "0.5", "-2"})
    void each_package_is_scanned_by_itself(String quantity) {
        assertThat(refused(digits("231234561250"), quantity)).contains("of one package");
    }

    @Test
    void a_symbol_with_a_weight_of_goods_that_go_by_the_piece_is_refused() {
        assertThat(refused("(01)05012345678900(3103)000750", "1")).contains("is sold in C62");
        assertThat(refused("(01)95012345678904(3103)000750", "1")).contains("wrong check digit");
        assertThat(refused("0195012345678903310300", "1")).contains("in the middle of a field");
    }

    private static Line sold(String code, String quantity) {
        return only(new BasketLine(named(code), Quantity.of(quantity, Unit.PIECE), null, null));
    }

    private static Line only(BasketLine asked) {
        Pricing.Result result = new Pricing(new Deli(), GBP).price(List.of(asked));
        assertThat(result).isInstanceOf(Pricing.Result.Priced.class);
        return ((Pricing.Result.Priced) result).lines().getFirst();
    }

    private static String refused(String code, String quantity) {
        var line = new BasketLine(named(code), Quantity.of(quantity, Unit.PIECE), null, null);
        Pricing.Result result = new Pricing(new Deli(), GBP).price(List.of(line));
        return ((Pricing.Result.Unsaleable) result).refusal().why();
    }

    private static BasketLine.Named named(String code) {
        return new BasketLine.Named(null, code, null, null, null);
    }

    /** With the check digit: digits weighted 1, 3, 1 … come to a multiple of ten. */
    private static String digits(String twelve) {
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++)
            sum += (i % 2 == 0 ? 1 : 3) * (twelve.charAt(i) - '0');
        return twelve + (10 - sum % 10) % 10;
    }

    /** Whichever the pattern takes for the price. */
    private static int verifier(String price) {
        return IntStream.range(0, 10)
                .filter(digit -> fits(digits("0200042" + digit + price)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean fits(String code) {
        try {
            return Deli.PRICED.read(code).isPresent();
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    /** A counter with scales. */
    private record Deli() implements Catalogue {
        static final PackageCode PRICED = new PackageCode(GBP, "02IIIIIVPPPPC", 2, "", List.of());
        private static final Map<String, Article> ARTICLES =
                Map.of(
                        "123456", article("123456", null, Unit.KILOGRAM, "9.98"),
                        "42", article("42", null, Unit.KILOGRAM, "31.90"),
                        "PIE", article("PIE", digits("020004300000"), Unit.PIECE, "0"),
                        "BEEF", article("BEEF", "95012345678903", Unit.KILOGRAM, "9.98"),
                        "CUP", article("CUP", "5012345678900", Unit.PIECE, "2.55"));

        private static Article article(String plu, @Nullable String gtin, Unit unit, String price) {
            return new Article(
                    new Line.Article(plu, gtin, plu, "DELI", FOOD),
                    unit,
                    UnitPrice.of(price),
                    UnitPrice.of("4"));
        }

        @Override
        public long version() {
            return 1;
        }

        @Override
        public Optional<Article> byPlu(String plu) {
            return Optional.ofNullable(ARTICLES.get(plu));
        }

        @Override
        public Optional<Article> byGtin(String gtin) {
            return ARTICLES.values().stream()
                    .filter(article -> gtin.equals(article.line().gtin()))
                    .findFirst();
        }

        @Override
        public Trade trade() {
            var weighed = new PackageCode(GBP, "23IIIIIIQQQQC", 3, "", List.of());
            return Trade.NONE.with(List.of(PRICED, weighed));
        }

        @Override
        public Optional<TaxCategory> taxCategory(String code) {
            return Optional.of(FOOD);
        }
    }
}
