package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.masterdata.SignedMasterData;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue's way from a person's program to a gateway, on a real server. */
class MasterDataTest {
    private static final String TAXES =
            "\"taxCategories\":[{\"code\":\"S\",\"name\":\"Standard\",\"ratePpm\":200000}]";

    @TempDir private Path directory;

    private Organisation organisation;
    private RunningHeadOffice headOffice;
    private NodeIdentity gateway;
    private Caller caller;

    @BeforeEach
    void a_store_and_its_head_office() throws Exception {
        organisation = Organisation.found(directory);
        gateway = organisation.store("s001", 1).gateway().openIdentity();
        caller = Caller.as(gateway, organisation.headOffice().name());
        headOffice = organisation.run();
    }

    @AfterEach
    void stop() {
        caller.close();
        headOffice.close();
    }

    @Test
    void a_catalogue_is_signed_and_served_to_gateways_that_have_an_older_one() throws Exception {
        HttpResponse<String> published = publish(catalogue(product("85123A", "2.55")));

        HttpResponse<byte[]> fetched = fetch(0);
        HttpResponse<byte[]> nothingNewer = fetch(1);

        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(published.body()).contains("\"version\":1").contains("\"products\":1");
        SignedMasterData signed = SignedMasterData.parse(fetched.body());
        assertThat(signed.isBy(gateway.roster().verifier(organisation.headOffice().name())))
                .isTrue();
        assertThat(signed.version()).isEqualTo(1);
        assertThat(signed.data().products().getFirst().price()).hasToString("2.55");
        assertThat(nothingNewer.statusCode()).isEqualTo(204);
    }

    @Test
    void before_anything_is_published_gateways_are_told_that_there_is_nothing() throws Exception {
        assertThat(fetch(0).statusCode()).isEqualTo(204);
        assertThat(headOffice.get("/api/v1/master-data").statusCode()).isEqualTo(404);
    }

    @Test
    void the_same_content_is_the_same_version_and_another_is_the_next_one() throws Exception {
        publish(catalogue(product("85123A", "2.55")));

        assertThat(publish(catalogue(product("85123A", "2.55"))).body()).contains("\"version\":1");
        assertThat(publish(catalogue(product("85123A", "2.95"))).body()).contains("\"version\":2");
        assertThat(publish(catalogue(product("85123A", "2.55"))).body()).contains("\"version\":3");
        try (var files = Files.list(organisation.home().resolve("master-data"))) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("master-data-2.tmd", "master-data-3.tmd");
        }
    }

    @Test
    void a_catalogue_of_a_hundred_thousand_products_is_taken_and_served() throws Exception {
        String[] products =
                IntStream.range(0, 100_000)
                        .mapToObj(number -> product("P" + number, "2.55"))
                        .toArray(String[]::new);

        HttpResponse<String> published = publish(catalogue(products));

        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(SignedMasterData.parse(fetch(0).body()).data().products()).hasSize(100_000);
    }

    @Test
    void every_bad_row_is_named_with_its_reason_and_nothing_is_published() throws Exception {
        HttpResponse<String> refused =
                publish(
                        catalogue(
                                product("85123A", "2.55"),
                                product("85123B", "free"),
                                product("85123A", "2.65"),
                                product("85123C", "1.00").replace("\"S\"", "\"X\""),
                                product("85123D", "1.00")
                                        .replace("\"currency\":\"GBP\"", "\"currency\":\"XXQ\"")));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"badRows\":4")
                .contains("\"row\":2")
                .contains("85123B")
                .contains("PLU 85123A has two prices in GBP")
                .contains("the tax category 'X' is not defined")
                .contains("XXQ");
        assertThat(fetch(0).statusCode()).isEqualTo(204);
    }

    @Test
    void a_download_that_broke_off_goes_on_where_it_was() throws Exception {
        publish(catalogue(product("85123A", "2.55"), product("85123B", "3.10")));
        byte[] whole = fetch(0).body();
        String tag = fetch(0).headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> rest =
                caller.send(
                        HttpRequest.newBuilder(masterData(0))
                                .header("Range", "bytes=40-")
                                .header("If-Range", tag)
                                .build());

        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.headers().firstValue("Content-Range"))
                .hasValue("bytes 40-" + (whole.length - 1) + "/" + whole.length);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(Arrays.copyOf(whole, 40));
        joined.write(rest.body());
        assertThat(joined.toByteArray()).isEqualTo(whole);
    }

    @Test
    void a_download_of_a_version_that_was_replaced_starts_again() throws Exception {
        publish(catalogue(product("85123A", "2.55")));
        String tag = fetch(0).headers().firstValue("ETag").orElseThrow();
        publish(catalogue(product("85123A", "2.95")));

        HttpResponse<byte[]> again =
                caller.send(
                        HttpRequest.newBuilder(masterData(0))
                                .header("Range", "bytes=40-")
                                .header("If-Range", tag)
                                .build());

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(SignedMasterData.parse(again.body()).version()).isEqualTo(2);
    }

    @Test
    void what_was_published_is_there_after_a_kill() throws Exception {
        publish(catalogue(product("85123A", "2.55")));
        byte[] before = fetch(0).body();
        Path image = organisation.imageOfKilled("killed");

        try (RunningHeadOffice revived = organisation.run(image)) {
            HttpResponse<byte[]> after =
                    caller.send(
                            HttpRequest.newBuilder(revived.peers("/v1/master-data?have=0"))
                                    .build());

            assertThat(after.body()).isEqualTo(before);
        }
    }

    @Test
    void what_is_no_row_at_all_is_refused_by_its_place() throws Exception {
        HttpResponse<String> product = publish(catalogue("null"));
        HttpResponse<String> tax = publish("{\"taxCategories\":[null],\"products\":[]}");
        HttpResponse<String> rate =
                publish(
                        "{\"taxCategories\":[{\"code\":\"S\",\"ratePpm\":200000.7}],\"products\":[]}");

        assertThat(product.statusCode()).isEqualTo(400);
        assertThat(product.body()).contains("products[0] is null; an object is wanted");
        assertThat(tax.statusCode()).isEqualTo(400);
        assertThat(tax.body()).contains("taxCategories[0] is null; an object is wanted");
        assertThat(rate.body()).contains("taxCategories[0].ratePpm is 200000.7; a whole number");
    }

    private HttpResponse<byte[]> fetch(long have) throws Exception {
        return caller.send(HttpRequest.newBuilder(masterData(have)).build());
    }

    private URI masterData(long have) {
        return headOffice.peers("/v1/master-data?have=" + have);
    }

    private HttpResponse<String> publish(String json) throws Exception {
        return headOffice.send(
                HttpRequest.newBuilder(headOffice.people("/api/v1/master-data"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    private static String catalogue(String... products) {
        return "{" + TAXES + ",\"products\":[" + String.join(",", products) + "]}";
    }

    private static String product(String plu, String price) {
        return "{\"plu\":\""
                + plu
                + "\",\"description\":\"WHITE HANGING HEART T-LIGHT HOLDER\",\"department\":\"gifts\","
                + "\"taxCategory\":\"S\",\"price\":\""
                + price
                + "\",\"currency\":\"GBP\"}";
    }
}
