package io.tidemark.edge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.RunningTill;
import io.tidemark.edge.Stock;
import io.tidemark.edge.TestKey;
import io.tidemark.ledger.Signature;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.PriceFrom;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a till sells by, from files on a real disk. */
class CatalogueTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    private LocalDate today = TODAY;

    @Test
    void articles_are_found_by_code_whatever_its_case() {
        DatedCatalogue catalogue = selling(Stock.masterData(3)).current();

        assertThat(catalogue.version()).isEqualTo(3);
        assertThat(catalogue.byCode("85123a")).isPresent();
        assertThat(catalogue.byCode("nope")).isEmpty();
    }

    @Test
    void articles_are_found_by_words_of_their_description_and_the_start_of_their_code() {
        DatedCatalogue catalogue = selling(Stock.masterData(3)).current();

        assertThat(catalogue.search("white lantern")).hasSize(1);
        assertThat(catalogue.search("WHITE")).hasSize(2);
        assertThat(catalogue.search("7105")).hasSize(1);
    }

    @Test
    void what_has_no_price_in_the_stores_currency_is_not_sold() {
        DatedCatalogue inWon =
                selling(Stock.masterData(3), new CurrencyCode("KRW"), RunningTill.HEAD_OFFICE_KEY)
                        .current();

        assertThat(inWon.byPlu("85123A")).isEmpty();
        assertThat(inWon.search("WHITE")).isEmpty();
        assertThat(inWon.taxCategory("S")).isPresent();
    }

    @Test
    void each_of_many_articles_is_found_by_its_plu_and_by_its_gtin() {
        int count = 5_000;
        List<Product> products =
                IntStream.range(0, count).mapToObj(CatalogueTest::numbered).toList();

        DatedCatalogue catalogue = selling(signed(1, products)).current();

        for (int i = 0; i < count; i++) {
            assertThat(catalogue.byPlu("P" + i).orElseThrow().line().description())
                    .isEqualTo("Article " + i);
            assertThat(catalogue.byGtin(gtin(i)).orElseThrow().line().plu()).isEqualTo("P" + i);
        }
        assertThat(catalogue.byPlu("P" + count)).isEmpty();
        assertThat(catalogue.byGtin(gtin(count))).isEmpty();
    }

    @Test
    void a_later_price_is_in_force_from_its_day_on_with_nobody_to_ask() {
        Product product =
                product("A", List.of(from(TODAY.plusDays(1), "3"), from(TODAY.plusDays(3), "4")));
        Catalogues catalogues = selling(signed(1, List.of(product)));
        DatedCatalogue basket = catalogues.current();

        assertThat(price(catalogues)).isEqualTo("2.55");
        today = TODAY.plusDays(1);
        assertThat(price(catalogues)).isEqualTo("3");
        today = TODAY.plusDays(9);
        assertThat(price(catalogues)).isEqualTo("4");
        assertThat(basket.byPlu("A").orElseThrow().price()).hasToString("2.55");
    }

    @Test
    void the_price_to_come_is_told_with_its_day() {
        PriceFrom tomorrow = from(TODAY.plusDays(1), "3");
        Product product = product("A", List.of(tomorrow, from(TODAY.plusDays(3), "4")));
        Catalogues catalogues = selling(signed(1, List.of(product)));

        assertThat(catalogues.current().byPlu("A").orElseThrow().next()).isEqualTo(tomorrow);
        today = TODAY.plusDays(3);
        assertThat(catalogues.current().byPlu("A").orElseThrow().next()).isNull();
    }

    @Test
    void the_day_of_a_price_begins_at_the_stores_midnight_also_where_the_clocks_are_changed_then() {
        ZoneId azores = ZoneId.of("Atlantic/Azores");
        Product product = product("A", List.of(from(LocalDate.of(2026, 3, 29), "3")));
        Instant before = Instant.parse("2026-03-29T00:59:59Z");

        today = before.atZone(azores).toLocalDate();
        Catalogues catalogues = selling(signed(1, List.of(product)));
        assertThat(price(catalogues)).isEqualTo("2.55");

        today = before.plusSeconds(1).atZone(azores).toLocalDate();
        assertThat(price(catalogues)).isEqualTo("3");
    }

    @Test
    void a_missing_index_is_made_again_at_the_start() throws IOException {
        MasterDataAdopted adopted = kept(Stock.masterData(1));
        Files.delete(directory.resolve("0000000001.idx"));

        assertThat(loaded(adopted).byPlu("85123A")).isPresent();
        assertThat(directory.resolve("0000000001.idx")).exists();
    }

    @Test
    void wherever_an_index_is_altered_no_article_is_lost_or_another() throws IOException {
        List<Product> products = IntStream.range(0, 40).mapToObj(CatalogueTest::numbered).toList();
        MasterDataAdopted adopted = kept(signed(1, products));
        Path index = directory.resolve("0000000001.idx");
        byte[] whole = Files.readAllBytes(index);
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int round = 0; round < 40; round++) {
            byte[] altered = whole.clone();
            altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(index, altered);
            DatedCatalogue catalogue = loaded(adopted);
            for (int i = 0; i < 40; i++)
                assertThat(catalogue.byPlu("P" + i).map(article -> article.line().description()))
                        .as("seed " + seed)
                        .hasValue("Article " + i);
        }
    }

    @Test
    void an_article_that_the_disk_has_altered_is_not_sold_and_the_file_is_fetched_again()
            throws IOException {
        MasterDataAdopted adopted = kept(Stock.masterData(1));
        Path file = directory.resolve("0000000001.tmd");
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("HEART");
        bytes[at] ^= 1;
        Files.write(file, bytes);
        Catalogues catalogues = catalogues(RunningTill.GBP);
        catalogues.load(Optional.of(adopted));

        assertThat(catalogues.current().byPlu("85123A")).isEmpty();
        assertThat(catalogues.current().byPlu("71053")).isPresent();
        assertThat(catalogues.held()).isZero();

        assertThat(catalogues.use(catalogues.keep(spooled(Stock.masterData(1))))).isTrue();
        assertThat(catalogues.current().byPlu("85123A")).isPresent();
        assertThat(catalogues.held()).isEqualTo(1);
    }

    @Test
    void wherever_the_file_is_altered_no_other_price_is_shown_today_or_when_its_day_comes()
            throws IOException {
        List<PriceFrom> later = List.of(from(TODAY.plusDays(1), "3"));
        MasterDataAdopted adopted = kept(signed(1, List.of(product("A", later))));
        Path file = directory.resolve("0000000001.tmd");
        byte[] whole = Files.readAllBytes(file);
        int signature = whole.length - Signature.BYTES;

        for (int at = 0; at < signature; at++)
            for (LocalDate day : List.of(TODAY, TODAY.plusDays(1))) {
                today = day;
                Files.write(file, altered(whole, at));
                Catalogues catalogues = catalogues(RunningTill.GBP);
                catalogues.load(Optional.of(adopted));
                String right = day.equals(TODAY) ? "2.55" : "3";

                assertThat(
                                catalogues
                                        .current()
                                        .byPlu("A")
                                        .map(article -> article.price().toString()))
                        .as("byte " + at)
                        .isIn(Optional.empty(), Optional.of(right));
                assertThat(catalogues.current().search("lantern")).as("byte " + at).isEmpty();
                assertThat(catalogues.held()).as("to be fetched again").isZero();
            }
    }

    @Test
    void what_came_and_was_altered_before_it_is_adopted_is_not_taken_into_use() throws IOException {
        selling(signed(1, List.of(product("A", List.of()))));
        MasterDataAdopted next = kept(signed(2, List.of(product("A", List.of()))));
        Path file = directory.resolve("0000000002.tmd");
        byte[] whole = Files.readAllBytes(file);
        Catalogues catalogues = catalogues(RunningTill.GBP);
        assertThat(catalogues.waiting()).hasValue(next);

        for (int at = 0; at < whole.length; at++) {
            Files.write(file, altered(whole, at));
            assertThat(catalogues.waiting().filter(found -> found.version() > 1))
                    .as("byte " + at)
                    .isEmpty();
        }

        assertThat(catalogues.keep(spooled(signed(2, List.of(product("A", List.of()))))))
                .isEqualTo(next);
        assertThat(catalogues.use(next)).isTrue();
    }

    private static byte[] altered(byte[] whole, int at) {
        byte[] altered = whole.clone();
        altered[at] ^= 1;
        return altered;
    }

    private DatedCatalogue loaded(MasterDataAdopted adopted) {
        Catalogues catalogues = catalogues(RunningTill.GBP);
        catalogues.load(Optional.of(adopted));
        return catalogues.current();
    }

    private MasterDataAdopted kept(SignedMasterData file) {
        return catalogues(RunningTill.GBP).keep(spooled(file));
    }

    private Catalogues selling(SignedMasterData file) {
        return selling(file, RunningTill.GBP, RunningTill.HEAD_OFFICE_KEY);
    }

    private Catalogues selling(SignedMasterData file, CurrencyCode currency, TestKey key) {
        assertThat(file.isBy(key.verifier())).isTrue();
        Catalogues catalogues = catalogues(currency);
        assertThat(catalogues.use(catalogues.keep(spooled(file)))).isTrue();
        return catalogues;
    }

    private Catalogues catalogues(CurrencyCode currency) {
        return new Catalogues(
                new MasterDataFiles(
                        directory,
                        currency,
                        file -> file.isBy(RunningTill.HEAD_OFFICE_KEY.verifier())),
                () -> today);
    }

    private Path spooled(SignedMasterData file) {
        try {
            return Files.write(directory.resolve("incoming.part"), file.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String price(Catalogues catalogues) {
        return catalogues.current().byPlu("A").orElseThrow().price().toString();
    }

    private static PriceFrom from(LocalDate day, String price) {
        return new PriceFrom(day, UnitPrice.of(price));
    }

    private static SignedMasterData signed(long version, List<Product> products) {
        TaxDefinition tax = new TaxDefinition(new TaxCategory("S", new TaxRate(200_000)), "VAT");
        return SignedMasterData.sign(
                new MasterData(RunningTill.TILL.organisation(), version, List.of(tax), products),
                RunningTill.HEAD_OFFICE_KEY.signer());
    }

    private static Product numbered(int number) {
        return product("P" + number, gtin(number), "Article " + number, List.of());
    }

    private static Product product(String plu, List<PriceFrom> later) {
        return product(plu, null, "WHITE METAL LANTERN", later);
    }

    private static Product product(
            String plu, @Nullable String gtin, String description, List<PriceFrom> later) {
        return new Product(
                plu,
                gtin,
                description,
                "GIFTS",
                "S",
                Unit.PIECE,
                UnitPrice.of("2.55"),
                RunningTill.GBP,
                null,
                later,
                List.of());
    }

    /** GTIN-13 with its check digit. */
    private static String gtin(int number) {
        String digits = String.format("400%09d", number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++)
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return digits + (10 - sum % 10) % 10;
    }
}
