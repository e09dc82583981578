package io.tidemark.edge.till;

import static io.tidemark.edge.RunningTill.newId;
import static io.tidemark.edge.RunningTill.sale;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What the till says through its API when it does not do what it is asked. */
class TillApiRefusalTest extends TillOfTheShop {
    @Test
    void what_stands_in_the_way_of_a_sale_is_said_with_what_to_do() {
        HttpResponse<String> closed = till.sell();
        till.openDay();

        assertThat(closed.statusCode()).isEqualTo(422);
        assertThat(Json.of(closed).text("detail")).contains("open the day");
        assertProblem(
                saleOf("NOPE", "1", 100),
                422,
                "urn:tidemark:problem:unknown-article",
                "no article has the code 'NOPE'");
        assertProblem(
                sale(newId(), "1", 100),
                422,
                "urn:tidemark:problem:tenders",
                "1.55 GBP is still owed");
        assertProblem(sale("not-a-uuid", "1", 255), 400, "about:blank", "commandId is a UUID");
        assertProblem(sale(newId(), "1.2345", 255), 400, "about:blank", "at most 3 decimal places");
        assertProblem("{\"commandId\": 1", 400, "about:blank", "");
        assertThat(Json.of(till.get("/api/v1/status")).number("lastReceipt")).isZero();
    }

    @Test
    void what_cannot_be_read_of_a_basket_is_said_by_its_place() {
        till.openDay();
        String sound = sale(newId(), "1", 255);
        String line = "{\"plu\": \"85123A\", \"quantity\": \"1\"}";

        assertProblem(
                sound.replace(line, line + ", " + line.replace("\"1\"", "\"NaN\"")),
                400,
                "about:blank",
                "lines[1].quantity: 'NaN' is not a quantity; write it like 12.5");
        assertProblem(
                sound.replace("GBP", "gbp"),
                400,
                "about:blank",
                "tenders[0].amount: 'gbp' is not an ISO 4217 currency code");
        assertProblem(
                sound.replace(
                        "\"quantity\"",
                        "\"original\": {\"store\": \"s\", \"workstation\": \"T1\", \"day\": \"x\","
                                + " \"receipt\": 1, \"line\": 1}, \"quantity\""),
                400,
                "about:blank",
                "lines[0].original.day: 'x' is not a day; write it like 2026-11-21");
    }

    @Test
    void a_misspelt_field_is_refused_and_not_overlooked() {
        till.openDay();

        assertProblem(
                sale(newId(), "1", 255).replace("tenders", "tender"), 400, "about:blank", "tender");
    }

    @Test
    void no_amount_is_cut_to_a_whole_one() {
        till.openDay();
        String refused = "is 255.9; a whole number";

        assertProblem(
                sale(newId(), "1", 255).replace("\"minor\": 255", "\"minor\": 255.9"),
                400,
                "about:blank",
                "tenders[0].amount.minor " + refused);
        assertThat(counted("{\"tender\": \"CASH\", \"currency\": \"GBP\", \"minor\": 255.9}"))
                .contains("counted[0].minor " + refused);
        assertThat(Json.of(till.get("/api/v1/status")).number("lastReceipt")).isZero();
    }

    private String counted(String tender) {
        String body =
                "{\"commandId\": \""
                        + newId()
                        + "\", \"operator\": \"Mary\", \"counted\": ["
                        + tender
                        + "]}";
        return till.post("/api/v1/count", body).body();
    }

    /** A few characters can name a number of a billion digits, which no till has memory for. */
    @Test
    void a_number_that_nobody_could_write_out_is_refused_at_once() {
        till.openDay();
        String discounted =
                sale(newId(), "1\", \"discount\": {\"percent\": \"%s\"}, \"unit\": \"C62", 255);

        assertProblem(sale(newId(), "1e-999999999", 255), 400, "about:blank", "decimal places");
        assertProblem(sale(newId(), "1e2147483647", 255), 400, "about:blank", "too large");
        assertProblem(discounted.formatted("1e999999999"), 400, "about:blank", "percent is");
        assertProblem(discounted.formatted("1e-999999999"), 400, "about:blank", "percent is");
    }

    @Test
    void an_empty_item_of_a_list_is_refused() {
        till.openDay();
        String lines =
                "{\"commandId\": \"" + newId() + "\", \"operator\": \"Mary\", \"lines\": [null]}";

        assertProblem(lines, 400, "about:blank", "lines[0] is null; an object");
        assertThat(till.post("/api/v1/stock/counts", lines).statusCode()).isEqualTo(400);
        assertThat(till.get("/api/v1/stock/entries/-1/-1").statusCode()).isEqualTo(404);
    }

    @Test
    void a_full_disk_is_said_before_anything_is_paid_and_nothing_is_lost() {
        till.openDay();
        till.sell();
        till.room.set(1 << 20);

        HttpResponse<String> refused = till.sell();
        Json full = Json.of(till.get("/api/v1/status"));
        till.room.set(1L << 40);
        HttpResponse<String> sold = till.sell();

        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(Json.of(refused).text("detail"))
                .contains("take no payment")
                .contains("free some space");
        assertThat(full.text("notice")).contains("The disk is full");
        assertThat(Json.of(sold).number("receipt.number")).isEqualTo(2);
    }

    @Test
    void a_full_disk_offers_nothing_to_a_customer_and_still_lets_the_day_be_closed() {
        till.openDay();
        till.sell();
        till.room.set(8 << 20);

        HttpResponse<String> offered =
                till.post(
                        "/api/v1/basket",
                        "{\"lines\": [{\"plu\": \"85123A\", \"quantity\": \"1\"}]}");
        HttpResponse<String> closed = till.closeDay();

        assertThat(offered.statusCode()).isEqualTo(507);
        assertThat(closed.statusCode()).isEqualTo(201);
        assertThat(Json.of(closed).number("z.zNumber")).isEqualTo(1);
    }

    @Test
    void where_not_even_closing_has_room_it_is_refused_too() {
        till.openDay();
        till.room.set(1 << 20);

        HttpResponse<String> refused = till.closeDay();

        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(Json.of(refused).text("detail")).contains("free some space");
    }

    @Test
    void a_basket_beyond_the_largest_entry_is_refused_and_the_till_goes_on() {
        till.openDay();
        String line = "{\"plu\": \"85123A\", \"quantity\": \"1\"}";
        String wordy =
                "{\"plu\": \"85123A\", \"quantity\": \"1\", \"description\": \""
                        + "x".repeat(600)
                        + "\"}";
        String lines = String.join(",", Collections.nCopies(9_000, wordy));

        HttpResponse<String> refused =
                till.post("/api/v1/sales", sale(newId(), "1", 2_295_000).replace(line, lines));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(Json.of(refused).text("detail")).contains("split the basket");
        assertThat(till.sell().statusCode()).isEqualTo(201);
    }

    private void assertProblem(String sale, int status, String type, String detail) {
        HttpResponse<String> answer = till.post("/api/v1/sales", sale);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Json.of(answer).text("type")).isEqualTo(type);
        assertThat(Json.of(answer).text("detail")).contains(detail);
    }

    private static String saleOf(String plu, String quantity, long cash) {
        return sale(newId(), quantity, cash).replace("85123A", plu);
    }
}
