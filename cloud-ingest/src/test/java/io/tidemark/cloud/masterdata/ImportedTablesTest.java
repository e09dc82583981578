package io.tidemark.cloud.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.masterdata.Business;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.Identification;
import io.tidemark.ledger.masterdata.PriceFrom;
import io.tidemark.ledger.masterdata.Terms;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read from the tables. */
class ImportedTablesTest extends TablesToImport {
    private static final CurrencyCode CHF = new CurrencyCode("CHF");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    @Test
    void a_file_as_a_spreadsheet_writes_it_is_read() throws IOException {
        table(Table.TAXES, "\uFEFFCode;Rate;Name\r\nS;20;Standard\r\n\r\n");
        table(
                Table.PRICES,
                "\uFEFFplu;currency;from;price\r\nOK;GBP;2026-12-24;3\r\nOK;GBP;2026-12-01;2\r\n");

        try (Content content = importing().content(drafts())) {
            assertThat(content.taxes()).hasSize(1);
            assertThat(content.products().products()).isEqualTo(1);
        }
    }

    @Test
    void later_prices_come_in_any_order_and_are_kept_in_theirs() throws IOException {
        table(Table.PRICES, "plu,currency,from,price\nOK,GBP,2026-12-24,3\nOK,GBP,2026-12-01,2\n");
        Path file = directory.resolve("whole");

        Importing importing = importing();
        try (Content content = importing.content(drafts());
                var out = Files.newOutputStream(file)) {
            assertThat(importing.faults().named()).isEmpty();
            content.products()
                    .within(
                            content.around("shop.example", 1),
                            assembly -> assembly.write(out, _ -> new byte[64]));
        }

        MasterDataFiles.read(
                file,
                (product, _, _) ->
                        assertThat(product.laterPrices())
                                .extracting(PriceFrom::price)
                                .asString()
                                .isEqualTo("[2, 3]"));
    }

    @Test
    void how_articles_are_sold_and_stores_are_paid_comes_in_with_the_tables() throws IOException {
        table(
                Table.PRODUCTS,
                """
                plu,description,department,tax,price,currency,kind,deposit,age
                BEER,Beer,drinks,S,2,CHF,,CRATE,16
                CRATE,Deposit,deposits,S,0.3,CHF,deposit,,
                CARD,Gift card,cards,Z,0,CHF,gift-card,,
                """);
        table(
                Table.TERMS,
                "currency,prices,vat,rounding,stores\nCHF,without-vat,receipt,ch,s001\n");
        table(Table.RATES, "currency,foreign,rate\nCHF,EUR,0.9412\n");

        try (Content content = importing().content(drafts())) {
            assertThat(content.trade().terms())
                    .containsExactly(new Terms(CHF, true, true, "CH", List.of("s001")));
            assertThat(content.trade().rates())
                    .extracting(row -> row.rate().value().toPlainString())
                    .containsExactly("0.9412");
            assertThat(content.products().products()).isEqualTo(3);
        }
    }

    @Test
    void whose_the_stores_are_comes_in_with_its_table_and_a_country_that_is_none_is_told()
            throws IOException {
        table(Table.PRODUCTS, "plu,description,department,tax,price,currency\nA,a,d,S,1,SEK\n");
        table(
                Table.BUSINESS,
                """
                company,vatid,street,city,country,seatcity,stores
                Licht GmbH,DE1,Hauptstr. 1,Berlin,de,Hamburg,s001
                """);

        try (Content content = importing().content(drafts())) {
            Business business = content.trade().of("s001", new CurrencyCode("SEK")).business();
            assertThat(business.shop().country3()).isEqualTo("DEU");
            assertThat(business.companyAt().city()).isEqualTo("Hamburg");
        }

        table(Table.BUSINESS, "company,country\nLicht GmbH,Germany\n");
        assertThat(faults().getFirst().file()).isEqualTo("business.csv");
        assertThat(faults().getFirst().reason()).contains("two letters such as GB");
    }

    @Test
    void how_bar_codes_of_scales_are_read_comes_in_with_the_table_that_is_in_the_docs()
            throws IOException {
        table(Table.PRODUCTS, "plu,description,department,tax,price,currency\nA,a,d,S,1,SEK\n");
        table(Table.CODES, Files.readString(Path.of("../docs/package-codes.csv")));

        try (Content content = importing().content(drafts())) {
            assertThat(content.trade().codes())
                    .hasSize(9)
                    .allSatisfy(row -> assertThat(row.source()).contains("GS1"));
            assertThat(content.trade().of("s001", new CurrencyCode("SEK")).codes()).hasSize(6);
        }
    }

    @Test
    void rates_of_a_bureau_de_change_are_read_with_what_is_left_out() throws IOException {
        table(
                Table.EXCHANGE,
                """
                currency,foreign,from,mid,buy,sell,note,commission,least,drawer
                GBP,USD,2026-11-23,0.78,0.75,0.81,5,1.5,2,10000
                """);

        Importing importing = importing();
        try (Content content = importing.content(drafts())) {
            ExchangeTerms dollars = content.trade().exchange().terms().getFirst();

            assertThat(importing.faults().named()).isEmpty();
            assertThat(dollars.handling().note()).hasToString("5.00 USD");
            assertThat(dollars.rates().low()).isEqualTo(dollars.rates().buy());
            assertThat(dollars.handling().commission().ppm()).isEqualTo(15_000);
            assertThat(dollars.handling().commission().least()).hasToString("2.00 GBP");
            assertThat(dollars.bounds().drawerMax()).hasToString("10000.00 USD");
            assertThat(dollars.bounds().positionMax().isZero()).isTrue();
        }
    }

    @Test
    void from_when_on_papers_are_seen_is_read_for_the_stores_of_each_country() throws IOException {
        table(
                Table.IDENTIFICATION,
                """
                country,currency,amount,days,stores
                de,EUR,2500,1,berlin
                FR,EUR,1000.50,30,paris lyon
                """);

        Importing importing =
                new Importing(
                        tables,
                        Optional.empty(),
                        Set.of("berlin", "paris", "lyon")::contains,
                        false);
        try (Content content = importing.content(drafts())) {
            assertThat(importing.faults().named()).isEmpty();
            assertThat(content.trade().exchange().identification())
                    .containsExactly(
                            new Identification(
                                    "DE", new Money(2_500_00, EUR), 1, List.of("berlin")),
                            new Identification(
                                    "FR", new Money(1_000_50, EUR), 30, List.of("paris", "lyon")));
        }
    }
}
