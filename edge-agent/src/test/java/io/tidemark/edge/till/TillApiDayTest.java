package io.tidemark.edge.till;

import static io.tidemark.edge.RunningTill.newId;
import static io.tidemark.edge.RunningTill.sale;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What else a cashier asks of a till through its API in a day. */
class TillApiDayTest extends TillOfTheShop {
    @Test
    void a_basket_is_priced_as_it_would_be_sold_and_nothing_is_recorded() {
        Json priced =
                Json.of(
                        till.post(
                                "/api/v1/basket",
                                """
                                {"lines": [{"plu": "85123A", "quantity": "6"}, {"plu": "71053", "quantity": "1", "unitPrice": "3"}]}\
                                """));

        assertThat(priced.number("total.minor")).isEqualTo(1830);
        assertThat(priced.at("lines.1.priceEntered").getBooleanValue()).isTrue();
        assertThat(Json.of(till.get("/api/v1/status")).number("head.sequence")).isEqualTo(1);
    }

    @Test
    void a_day_that_was_not_ended_goes_on_and_the_till_says_what_to_do_about_it() {
        till.openDay();
        assertThat(status()).doesNotContain("was not ended");

        till.now.set(Instant.parse("2010-12-02T09:00:00Z"));

        assertThat(status())
                .contains("The business day of 2010-12-01 was not ended here")
                .contains("then open 2010-12-02");
        Json signedOn =
                Json.of(
                        till.post(
                                "/api/v1/operator/sign-on",
                                "{\"commandId\": \"%s\", \"operator\": \"bea\"}"
                                        .formatted(newId())));
        assertThat(signedOn.text("businessDay")).isEqualTo("2010-12-01");
        till.post("/api/v1/day/close", "{\"commandId\": \"%s\"}".formatted(newId()));
        till.post(
                "/api/v1/operator/sign-on",
                "{\"commandId\": \"%s\", \"operator\": \"bea\"}".formatted(newId()));
        Json opened =
                Json.of(
                        till.post(
                                "/api/v1/day/open", "{\"commandId\": \"%s\"}".formatted(newId())));
        assertThat(opened.text("businessDay")).isEqualTo("2010-12-02");
        assertThat(status()).doesNotContain("was not ended");
    }

    @Test
    void a_return_pays_back_and_takes_its_place_among_the_receipts() {
        till.openDay();
        till.post("/api/v1/sales", sale(newId(), "2", 510));

        Json returned = Json.of(till.post("/api/v1/returns", sale(newId(), "-1", -255)));

        assertThat(returned.text("receipt.kind")).isEqualTo("RETURN");
        assertThat(returned.number("receipt.total.minor")).isEqualTo(-255);
        Json list = Json.of(till.get("/api/v1/receipts?day=2010-12-01"));
        assertThat(list.text("0.kind") + list.number("0.grossMinor")).isEqualTo("SALE510");
        assertThat(list.text("1.kind") + list.number("1.grossMinor")).isEqualTo("RETURN-255");
        assertThat(list.text("1.id")).isEqualTo(returned.text("receipt.id"));
    }

    @Test
    void a_copy_says_what_the_receipt_said_and_that_it_is_a_copy() {
        till.openDay();
        Json sold = Json.of(till.post("/api/v1/sales", sale(newId(), "2", 600)));

        Json copy = Json.of(till.get("/api/v1/receipts/1"));

        assertThat(copy.at("copy").getBooleanValue()).isTrue();
        assertThat(copy.at("lines")).isEqualTo(sold.at("receipt.lines"));
        assertThat(copy.text("id")).isEqualTo(sold.text("receipt.id"));
        assertThat(till.get("/api/v1/receipts/99").statusCode()).isEqualTo(404);
    }

    @Test
    void float_and_what_is_paid_in_and_out_is_in_the_drawer_and_no_sale() {
        till.openDay();

        assertThat(moved("float", 2000)).isEqualTo(201);
        assertThat(moved("paid-in", 300)).isEqualTo(201);
        assertThat(moved("paid-out", 150)).isEqualTo(201);

        till.post(
                "/api/v1/count",
                """
                {"commandId": "%s", "operator": "Mary", "counted": [{"tender": "CASH", "currency": "GBP", "minor": 12150}]}\
                """
                        .formatted(newId()));
        Json z = Json.of(till.closeDay());
        assertThat(z.number("z.drawer.0.provided.minor")).isEqualTo(12_000);
        assertThat(z.number("z.drawer.0.paidIn.minor")).isEqualTo(300);
        assertThat(z.number("z.drawer.0.paidOut.minor")).isEqualTo(150);
        assertThat(z.number("z.drawer.0.expected.minor")).isEqualTo(12_150);
        assertThat(z.number("z.drawer.0.overShort.minor")).isZero();
        assertThat(z.number("z.gross.minor")).isZero();
    }

    private int moved(String how, long minor) {
        return till.post(
                        "/api/v1/cash/" + how,
                        """
                        {"commandId": "%s", "operator": "Mary", "amount": {"minor": %d, "currency": "GBP"}, "reason": "stamps"}\
                        """
                                .formatted(newId(), minor))
                .statusCode();
    }

    @Test
    void the_day_is_read_counted_and_closed() {
        till.openDay();
        till.post("/api/v1/sales", sale(newId(), "2", 600));
        till.post(
                "/api/v1/cash/pickup",
                """
                {"commandId": "%s", "operator": "Mary", "amount": {"minor": 5000, "currency": "GBP"}, "reason": "safe"}\
                """
                        .formatted(newId()));
        till.post(
                "/api/v1/count",
                """
                {"commandId": "%s", "operator": "Mary", "counted": [{"tender": "CASH", "currency": "GBP", "minor": 5500}]}\
                """
                        .formatted(newId()));

        Json reading = Json.of(till.get("/api/v1/x-report"));
        Json closed = Json.of(till.closeDay());

        assertThat(reading.number("drawer.0.expected.minor")).isEqualTo(5510);
        assertThat(reading.number("drawer.0.overShort.minor")).isEqualTo(-10);
        assertThat(closed.number("z.zNumber")).isEqualTo(1);
        assertThat(closed.number("z.gross.minor")).isEqualTo(510);
        assertThat(till.get("/api/v1/x-report").statusCode()).isEqualTo(422);
    }

    @Test
    void articles_are_found_by_code_and_by_name() {
        assertThat(Json.of(till.get("/api/v1/products?code=71053")).text("0.price"))
                .isEqualTo("3.39");
        assertThat(Json.of(till.get("/api/v1/products?q=hanging")).text("0.plu"))
                .isEqualTo("85123A");
        assertThat(Json.of(till.get("/api/v1/products?code=nope")).node().size()).isZero();
        assertThat(till.get("/api/v1/products").statusCode()).isEqualTo(400);
    }

    @Test
    void the_page_its_assets_and_the_apis_description_come_from_the_till_itself() {
        assertThat(till.get("/").body())
                .contains("assets/till.js")
                .doesNotContain("http://", "https://");
        assertThat(till.get("/assets/till.js").statusCode()).isEqualTo(200);
        assertThat(till.get("/openapi/till.yml").body())
                .contains("title: Tidemark till", "/api/v1/sales");
        assertThat(till.get("/api/v1/nothing").body()).contains("/openapi/till.yml");
    }

    private String status() {
        return till.get("/api/v1/status").body();
    }
}
