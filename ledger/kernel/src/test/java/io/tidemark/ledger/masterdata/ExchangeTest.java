package io.tidemark.ledger.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExchangeTest {
    private static final CurrencyCode GBP = new CurrencyCode("GBP");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    /** Of {@link #row} in store s001, without the length of its array. */
    private static final String BYTES =
            "634742506355534419512c184e02184b02185102070109"
                    + "011901f40100001a000186a01a0007a120816473303031";

    @Test
    void a_rate_holds_from_its_day_on_until_a_later_one_does() {
        Exchange exchange =
                exchange(
                        row(MONDAY, "0.78", List.of()), row(MONDAY.plusDays(1), "0.79", List.of()));

        assertThat(exchange.inForce(USD, MONDAY.minusDays(1))).isEmpty();
        assertThat(mid(exchange, MONDAY)).isEqualTo("0.78");
        assertThat(mid(exchange, MONDAY.plusDays(7))).isEqualTo("0.79");
    }

    @Test
    void a_store_gets_its_own_rates_and_none_of_the_others() {
        Exchange exchange =
                exchange(
                        row(MONDAY, "0.78", List.of("s001")), row(MONDAY, "0.79", List.of("s002")));

        Exchange own = exchange.of("s002", GBP);

        assertThat(own.terms()).hasSize(1);
        assertThat(own.terms().getFirst().stores()).isEmpty();
        assertThat(mid(own, MONDAY)).isEqualTo("0.79");
        assertThat(exchange.of("s003", GBP).isNone()).isTrue();
    }

    @Test
    void stores_of_two_countries_with_one_currency_ask_for_papers_by_their_own_countrys_law() {
        Exchange exchange =
                new Exchange(
                        List.of(),
                        List.of(
                                new Identification("DE", eur(2_500_00), 1, List.of("berlin")),
                                new Identification("FR", eur(1_000_00), 30, List.of("paris"))));

        assertThat(exchange.of("berlin", EUR).identificationIn(EUR))
                .contains(new Identification("DE", eur(2_500_00), 1, List.of()));
        assertThat(exchange.of("paris", EUR).identificationIn(EUR))
                .contains(new Identification("FR", eur(1_000_00), 30, List.of()));
        assertThat(exchange.of("madrid", EUR).identificationIn(EUR)).isEmpty();
        assertThat(exchange.of("paris", GBP).isNone()).isTrue();
    }

    @Test
    void a_store_that_two_countries_laws_would_hold_for_is_refused() {
        Identification german = new Identification("DE", eur(2_500_00), 1, List.of("berlin"));
        Identification french =
                new Identification("FR", eur(1_000_00), 30, List.of("paris", "berlin"));

        assertThatThrownBy(() -> new Exchange(List.of(), List.of(german, french)))
                .hasMessageContaining("rules of identification in EUR are said twice");
    }

    @Test
    void two_rates_of_one_currency_and_day_are_refused() {
        assertThatThrownBy(() ->
                        exchange(
                                row(MONDAY, "0.78", List.of()),
                                row(MONDAY, "0.79", List.of("s001"))))
                .hasMessageContaining("said twice");
    }

    @Test
    void a_rate_outside_its_own_range_and_a_loss_on_every_exchange_are_refused() {
        assertThatThrownBy(() -> rates("0.78", "0.75", "0.81", "0.76"))
                .hasMessageContaining("allowed range");
        assertThatThrownBy(() -> rates("0.78", "0.81", "0.75", "0.70"))
                .hasMessageContaining("sold at less");
    }

    @Test
    void what_a_file_says_of_exchange_is_read_back() {
        Exchange exchange =
                new Exchange(
                        List.of(row(MONDAY, "0.78", List.of("s001"))),
                        List.of(new Identification("GB", new Money(800_00, GBP), 30, List.of())));
        MasterData data =
                new MasterData(
                        "shop.example",
                        3,
                        List.of(),
                        List.of(),
                        List.of(),
                        Rules.NONE,
                        null,
                        Trade.NONE.with(exchange));

        assertThat(MasterData.parse(data.toBytes())).isEqualTo(data);
    }

    @Test
    void rates_have_the_bytes_that_are_in_stores_and_two_more_where_something_is_firm() {
        ExchangeTerms plain = row(MONDAY, "0.78", List.of("s001"));
        ExchangeTerms firm =
                row(MONDAY, "0.78", new ExchangeTerms.Firm(true, false), List.of("s001"));

        assertThat(hex(plain)).isEqualTo("94" + BYTES);
        assertThat(hex(firm)).isEqualTo("96" + BYTES + "f5f4");
    }

    private static String hex(ExchangeTerms terms) {
        CborWriter writer = new CborWriter();
        terms.writeTo(writer);
        return HexFormat.of().formatHex(writer.toBytes());
    }

    private static Exchange exchange(ExchangeTerms... rows) {
        return new Exchange(List.of(rows), List.of());
    }

    private static ExchangeTerms row(LocalDate from, String mid, List<String> stores) {
        return row(from, mid, ExchangeTerms.Firm.NOTHING, stores);
    }

    private static ExchangeTerms row(
            LocalDate from, String mid, ExchangeTerms.Firm firm, List<String> stores) {
        return new ExchangeTerms(
                GBP,
                from,
                rates(mid, "0.75", "0.81", "0.70"),
                new ExchangeTerms.Handling(
                        new Money(5_00, USD),
                        new Money(1, GBP),
                        new ExchangeTerms.Commission(0, Money.zero(GBP))),
                new ExchangeTerms.Bounds(new Money(1_000_00, USD), new Money(5_000_00, USD), firm),
                stores);
    }

    private static ExchangeTerms.Rates rates(String mid, String buy, String sell, String low) {
        return new ExchangeTerms.Rates(rate(mid), rate(buy), rate(sell), rate(low), rate("0.90"));
    }

    private static String mid(Exchange exchange, LocalDate day) {
        return exchange.inForce(USD, day).orElseThrow().rates().mid().value().toPlainString();
    }

    private static ExchangeRate rate(String decimal) {
        return new ExchangeRate(new BigDecimal(decimal));
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
