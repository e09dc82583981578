package io.tidemark.ledger.masterdata;

import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.GBP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same file, read and written whole or product by product. */
class MasterDataStreamTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void a_file_read_product_by_product_says_what_it_says_when_read_whole() throws IOException {
        SignedMasterData whole = signed(3_000);
        byte[] file = whole.toBytes();
        List<Product> products = new ArrayList<>();

        MasterDataStream.Contents contents =
                MasterDataStream.read(
                        new ByteArrayInputStream(file),
                        (product, at, item) -> {
                            products.add(product);
                            assertThat(Arrays.copyOfRange(file, (int) at, (int) at + item.length))
                                    .isEqualTo(item);
                            assertThat(Product.parse(item)).isEqualTo(product);
                        });

        assertThat(products).isEqualTo(whole.data().products());
        assertThat(contents.around().taxes()).isEqualTo(whole.data().taxes());
        assertThat(contents.products()).isEqualTo(3_000);
        assertThat(contents.content()).isEqualTo(whole.hash());
        assertThat(contents.isBy(GATEWAY_KEYS.verifier())).isTrue();
        assertThat(contents.isBy(TestShop.TILL_KEYS.verifier())).isFalse();
    }

    @Test
    void a_file_written_product_by_product_has_the_bytes_of_one_written_whole() throws IOException {
        SignedMasterData whole = signed(300);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        for (Product product : whole.data().products())
            encoded.writeBytes(MasterDataAssembly.encoded(product));
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        new MasterDataAssembly(
                        data(List.of()),
                        new MasterDataAssembly.Products(
                                300,
                                encoded.size(),
                                new ByteArrayInputStream(encoded.toByteArray())))
                .write(file, GATEWAY_KEYS.signer());

        assertThat(file.toByteArray()).isEqualTo(whole.toBytes());
    }

    @Test
    void wherever_a_byte_is_altered_it_is_not_head_offices_file_any_more() {
        byte[] file = signed(5).toBytes();

        for (int at = 0; at < file.length; at++) {
            byte[] altered = file.clone();
            altered[at] ^= 1;
            assertThat(isHeadOffices(altered)).as("byte " + at).isFalse();
        }
        for (int length = 0; length < file.length; length++)
            assertThat(isHeadOffices(Arrays.copyOf(file, length))).isFalse();
        assertThat(isHeadOffices(Arrays.copyOf(file, file.length + 1))).isFalse();
    }

    @Test
    void the_price_in_force_is_the_last_whose_day_has_come() {
        Product product =
                product(1).withLaterPrices(List.of(from(DAY, "3"), from(DAY.plusDays(2), "4")));

        assertThat(product.priceOn(DAY.minusDays(1))).isEqualTo(product.price());
        assertThat(product.priceOn(DAY)).hasToString("3");
        assertThat(product.priceOn(DAY.plusDays(1))).hasToString("3");
        assertThat(product.priceOn(DAY.plusDays(2))).hasToString("4");
        assertThatThrownBy(
                        () -> product(1).withLaterPrices(List.of(from(DAY, "3"), from(DAY, "4"))))
                .hasMessageContaining("two prices from 2026-12-01");
    }

    @Test
    void a_product_says_again_whatever_was_written_of_it() {
        Product plain = product(1);
        Product costed = with(UnitPrice.of("1.25"), List.of());
        Product elsewhere = with(null, List.of("s001", "s002"));
        Product later = plain.withLaterPrices(List.of(from(DAY, "3")));

        for (Product product : List.of(plain, costed, elsewhere, later))
            assertThat(Product.parse(MasterDataAssembly.encoded(product))).isEqualTo(product);
        assertThat(elsewhere.isSoldIn("s002")).isTrue();
        assertThat(elsewhere.isSoldIn("s003")).isFalse();
        assertThat(elsewhere.withoutStores()).isEqualTo(plain);
    }

    private static boolean isHeadOffices(byte[] file) {
        try {
            return MasterDataStream.read(new ByteArrayInputStream(file), (_, _, _) -> {})
                    .isBy(GATEWAY_KEYS.verifier());
        } catch (Malformed e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PriceFrom from(LocalDate day, String price) {
        return new PriceFrom(day, UnitPrice.of(price));
    }

    private static SignedMasterData signed(int products) {
        return SignedMasterData.sign(
                data(IntStream.range(0, products).mapToObj(MasterDataStreamTest::product).toList()),
                GATEWAY_KEYS.signer());
    }

    private static MasterData data(List<Product> products) {
        return new MasterData(
                "shop.example",
                3,
                List.of(new TaxDefinition(TestShop.STANDARD, "Standard")),
                products);
    }

    /** Some of them longer than what is read at a time has left. */
    private static Product product(int number) {
        return with("P" + number, null, "Article " + "x".repeat(number % 900), List.of());
    }

    private static Product with(@Nullable UnitPrice cost, List<String> stores) {
        return with("P1", cost, "Article x", stores);
    }

    private static Product with(
            String plu, @Nullable UnitPrice cost, String description, List<String> stores) {
        return new Product(
                plu,
                null,
                description,
                "D1",
                "S",
                Unit.PIECE,
                UnitPrice.of("2.55"),
                GBP,
                cost,
                List.of(),
                stores);
    }
}
