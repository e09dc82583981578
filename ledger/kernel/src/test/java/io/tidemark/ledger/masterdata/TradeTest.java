package io.tidemark.ledger.masterdata;

import static io.tidemark.ledger.TestShop.GBP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Terms, rates and how articles are sold, in the master data. */
class TradeTest {
    private static final CurrencyCode CHF = new CurrencyCode("CHF");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final Terms SWISS = new Terms(CHF, false, false, "CH", List.of());
    private static final Terms BRITISH = new Terms(GBP, true, true, null, List.of("s001"));
    private static final ForeignRate EURO_IN_ZURICH = rate("0.94", List.of());
    private static final Product BOTTLE =
            new Product("COLA", null, "Cola", "drinks", "S", Unit.PIECE, UnitPrice.of("1.2"), CHF)
                    .as(new SoldAs(LineKind.GOODS, "PFAND", 18));

    @Test
    void terms_rates_and_how_an_article_is_sold_are_read_as_they_were_written() {
        MasterData written = of(null, new Trade(List.of(SWISS, BRITISH), List.of(EURO_IN_ZURICH)));

        MasterData read = MasterData.parse(written.toBytes());

        assertThat(read).isEqualTo(written);
        assertThat(Product.parse(MasterDataAssembly.encoded(BOTTLE)).soldAs())
                .isEqualTo(BOTTLE.soldAs());
    }

    @Test
    void whose_the_stores_are_is_read_as_it_was_written_and_each_gets_its_own() {
        Business ours = business("Ours", List.of("s001"));
        Business theirs = business("Theirs", List.of("s002"));
        MasterData written = of(null, Trade.NONE.of(List.of(ours, theirs)));

        MasterData read = MasterData.parse(written.toBytes());

        assertThat(read).isEqualTo(written);
        assertThat(read.trade().of("s002", CHF).business().company()).isEqualTo("Theirs");
        assertThat(read.trade().of("s003", CHF).business()).isEqualTo(Business.UNKNOWN);
        assertThatThrownBy(() -> Trade.NONE.of(List.of(ours, ours)))
                .hasMessageContaining("keep one row for each store");
        assertThatThrownBy(() -> new PostalAddress("", "", "", "XX"))
                .hasMessageContaining("two letters such as GB");
    }

    private static Business business(String company, List<String> stores) {
        return new Business(
                company,
                "17/4",
                "CHE-123",
                new PostalAddress("Gasse 1", "8001", "Zürich", "CH"),
                PostalAddress.NONE,
                stores);
    }

    @Test
    void a_file_that_says_nothing_of_trade_has_the_bytes_it_always_had() {
        MasterData plain = of(null, Trade.NONE);

        assertThat(plain.toBytes())
                .isEqualTo(
                        new MasterData(
                                        plain.organisation(),
                                        plain.version(),
                                        plain.taxes(),
                                        plain.products(),
                                        List.of(),
                                        Rules.NONE)
                                .toBytes());
        assertThat(MasterData.parse(of("s001", Trade.NONE).toBytes()).store()).isEqualTo("s001");
    }

    @Test
    void a_store_gets_its_own_terms_and_rates_and_needs_not_know_of_others() {
        Trade whole =
                new Trade(
                        List.of(SWISS, BRITISH),
                        List.of(EURO_IN_ZURICH, rate(GBP, "0.85", List.of("s002"))));

        assertThat(whole.of("s001", GBP).termsIn(GBP).taxExcluded()).isTrue();
        assertThat(whole.of("s001", GBP).terms().getFirst().stores()).isEmpty();
        assertThat(whole.of("s001", GBP).rate(GBP, EUR)).isEmpty();
        assertThat(whole.of("s002", GBP).rate(GBP, EUR)).isPresent();
        assertThat(whole.of("s002", GBP).termsIn(GBP)).isEqualTo(Terms.plain(GBP));
        assertThat(whole.of("s100", CHF).termsIn(CHF).cashRounding()).isPresent();
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        assertThatThrownBy(() -> new Terms(EUR, false, false, "CH", List.of()))
                .hasMessageContaining("rounds CHF, not EUR");
        assertThatThrownBy(() -> new Terms(EUR, false, false, "DE", List.of()))
                .hasMessageContaining("use one of");
        assertThatThrownBy(() -> new Trade(List.of(SWISS, SWISS), List.of()))
                .hasMessageContaining("said twice");
        assertThatThrownBy(() ->
                        new Trade(
                                List.of(), List.of(EURO_IN_ZURICH, rate("0.95", List.of("s001")))))
                .hasMessageContaining("said twice");
        assertThatThrownBy(() -> rate(EUR, "1", List.of())).hasMessageContaining("no foreign");
        assertThatThrownBy(() -> new SoldAs(LineKind.TIP, null, 0)).hasMessageContaining("TIP");
        assertThatThrownBy(() -> new SoldAs(LineKind.DEPOSIT, "PFAND", 0))
                .hasMessageContaining("only goods");
        assertThatThrownBy(() -> new SoldAs(LineKind.GOODS, null, 100))
                .hasMessageContaining("0 to 99");
    }

    private static ForeignRate rate(String rate, List<String> stores) {
        return rate(CHF, rate, stores);
    }

    private static ForeignRate rate(CurrencyCode in, String rate, List<String> stores) {
        return new ForeignRate(in, EUR, new ExchangeRate(new BigDecimal(rate)), stores);
    }

    private static MasterData of(@Nullable String store, Trade trade) {
        return new MasterData(
                "shop.example",
                3,
                List.of(new TaxDefinition(new TaxCategory("S", new TaxRate(81_000)), "Normal")),
                List.of(BOTTLE),
                List.of(),
                Rules.NONE,
                store,
                trade);
    }
}
