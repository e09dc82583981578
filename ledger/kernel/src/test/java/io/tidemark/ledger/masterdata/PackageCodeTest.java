package io.tidemark.ledger.masterdata;

import static io.tidemark.ledger.TestShop.GBP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.money.CurrencyCode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bar codes that scales print. */
class PackageCodeTest {
    private static final CurrencyCode SEK = new CurrencyCode("SEK");
    private static final PackageCode BRITISH = of(GBP, "02IIIIIVPPPPC", 2);
    private static final PackageCode SWEDISH_WEIGHT = of(SEK, "23IIIIIIQQQQC", 3);

    /** The four-digit and the five-digit example of GS1 General Specifications §7.9.3 and 7.9.4. */
    @ParameterizedTest
    @CsvSource({"2875, 9", "14685, 6", "0000, 0", "00000, 0"})
    void a_price_is_verified_as_in_the_examples_of_GS1(String price, int verifier) {
        assertThat(PriceVerifier.of(price)).isEqualTo(verifier);
    }

    @Test
    void each_digit_that_is_misread_alone_changes_the_verifier_of_a_price() {
        for (int price = 0; price < 100_000; price += 37) {
            requireEachDigitCounts(String.format("%05d", price));
            requireEachDigitCounts(String.format("%04d", price % 10_000));
        }
    }

    private static void requireEachDigitCounts(String price) {
        for (int at = 0; at < price.length(); at++) {
            int digit = price.charAt(at) - '0';
            String other = price.substring(0, at) + (digit + 1) % 10 + price.substring(at + 1);
            assertThat(PriceVerifier.of(other))
                    .as(price + " " + at)
                    .isNotEqualTo(PriceVerifier.of(price));
        }
    }

    @Test
    void a_price_is_read_with_its_decimals_and_the_article_by_its_digits_or_their_general_number() {
        String code = Gtin.withCheckDigit("020123492875");

        PackageCode.Content content = BRITISH.read(code).orElseThrow();

        assertThat(content.isPrice()).isTrue();
        assertThat(content.value()).isEqualByComparingTo("28.75");
        assertThat(content.article()).isEqualTo("01234");
        assertThat(content.general()).isEqualTo(Gtin.withCheckDigit("020123400000"));
        assertThat(BRITISH.read(code.substring(1)))
                .as("the twelve digits of a UPC-A")
                .contains(content);
    }

    @Test
    void a_weight_is_read_in_the_unit_of_its_article() {
        PackageCode.Content content =
                SWEDISH_WEIGHT.read(Gtin.withCheckDigit("231234561234")).orElseThrow();

        assertThat(content.isPrice()).isFalse();
        assertThat(content.value()).isEqualTo(new BigDecimal("1.234"));
        assertThat(content.article()).isEqualTo("123456");
    }

    @ParameterizedTest
    @CsvSource({"020123492876, verifies its price", "020123402875, verifies its price"})
    void a_price_that_its_verifier_does_not_fit_is_refused(String digits, String why) {
        assertThatThrownBy(() -> BRITISH.read(Gtin.withCheckDigit(digits)))
                .hasMessageContaining(why)
                .hasMessageContaining("scan it again");
    }

    @Test
    void a_code_whose_check_digit_is_wrong_is_refused() {
        String good = Gtin.withCheckDigit("020123492875");
        String bad = good.substring(0, 12) + (good.charAt(12) - '0' + 1) % 10;

        assertThatThrownBy(() -> BRITISH.read(bad)).hasMessageContaining("check digit is wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5012345678900", "0201234", "02012349287X5", "2301234567890", ""})
    void what_has_another_prefix_or_length_is_not_one_of_them(String scanned) {
        assertThat(BRITISH.read(scanned)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "50IIIIIVPPPPC, 2, is no pattern",
        "02IIIIIVPPPP, 2, is no pattern",
        "02IIIIIPVPPPC, 2, is no pattern",
        "02IIIIIIPPPPQ, 2, is no pattern",
        "02IIIIIIVPPPC, 2, four and five digits",
        "02IIIIIVPPPPC, 3, 0 to 2 decimals",
        "23IIIIIIQQQQC, 4, 0 to 3 decimals"
    })
    void a_pattern_that_cannot_be_meant_is_refused(String pattern, int decimals, String why) {
        assertThatThrownBy(() -> of(GBP, pattern, decimals)).hasMessageContaining(why);
    }

    @Test
    void a_store_gets_its_own_patterns_and_the_longest_prefix_decides() {
        PackageCode own = new PackageCode(GBP, "0299IIIIQQQQC", 3, "the shop", List.of("s001"));
        Trade whole = Trade.NONE.with(List.of(BRITISH, own, SWEDISH_WEIGHT));

        Trade part = whole.of("s001", GBP);

        assertThat(part.codes())
                .extracting(PackageCode::pattern)
                .containsExactly("02IIIIIVPPPPC", "0299IIIIQQQQC");
        assertThat(part.codes().getLast().stores()).isEmpty();
        assertThat(whole.of("s002", GBP).codes()).containsExactly(BRITISH);
        assertThat(part.read(Gtin.withCheckDigit("029912340750")).orElseThrow().value())
                .isEqualByComparingTo("0.75");
        assertThatThrownBy(() -> Trade.NONE.with(List.of(BRITISH, BRITISH)))
                .hasMessageContaining("said twice");
    }

    @Test
    void patterns_are_read_as_they_were_written_and_nobody_writes_any_who_has_none() {
        Trade trade = Trade.NONE.with(List.of(BRITISH, SWEDISH_WEIGHT));
        MasterData written =
                new MasterData(
                        "shop.example",
                        1,
                        List.of(),
                        List.of(),
                        List.of(),
                        Rules.NONE,
                        null,
                        trade);

        assertThat(MasterData.parse(written.toBytes()).trade()).isEqualTo(trade);
        assertThat(trade.with(List.of())).isEqualTo(Trade.NONE);
    }

    private static PackageCode of(CurrencyCode currency, String pattern, int decimals) {
        return new PackageCode(currency, pattern, decimals, "a country's organisation", List.of());
    }
}
