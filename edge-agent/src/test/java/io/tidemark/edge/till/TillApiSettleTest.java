package io.tidemark.edge.till;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.edge.RunningTill;
import io.tidemark.edge.Stock;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.SettleRules;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a till program, or the page, does with the drawer in a shop that has its tills settled. */
class TillApiSettleTest {
    private static final CurrencyCode GBP = new CurrencyCode("GBP");
    private static final String FLOAT = "\"float\": [{\"minor\": 10000, \"currency\": \"GBP\"}]";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    private RunningTill till;

    @BeforeEach
    void start() {
        SettleRules settling = new SettleRules(1, List.of(new Money(200, GBP)));
        Stock.putWithPeopleInto(directory, 1, new Rules(List.of(), 0, settling));
        till = RunningTill.in(directory);
        done(post("operator/sign-on", "\"operator\": \"11\", \"pin\": \"1111\""));
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void until_the_till_is_settled_no_answer_says_what_should_be_there() {
        done(post("day/open", FLOAT));
        done(post("cash/loan", amount(55)));
        HttpResponse<String> first = count(93_17);
        String all =
                first.body()
                        + post("settle", "\"reason\": \"lost\"").body()
                        + post("day/close", "").body()
                        + count(93_17).body()
                        + till.get("/api/v1/settle").body()
                        + till.get("/api/v1/status").body()
                        + till.get("/api/v1/x-report").body();

        assertThat(Json.of(first).text("settle.step")).isEqualTo("RECOUNT");
        assertThat(all)
                .as("neither as an amount, expected or difference, nor in words")
                .doesNotContain(":10055", ":10000", ":738", ":-738")
                .doesNotContain("100.55 GBP", "100.00 GBP", "7.38 GBP")
                .doesNotContain("\"expected\"");
    }

    @Test
    void a_difference_that_stays_is_settled_by_a_reason_and_a_second_person() {
        done(post("day/open", FLOAT));
        done(count(9_000));
        Json again = done(count(9_000));
        HttpResponse<String> alone = post("settle", "\"reason\": \"wrong change\"");
        Json settled =
                done(post("settle", "\"reason\": \"wrong change\", " + approval("21", "2121")));
        Json z = done(post("day/close", ""));

        assertThat(again.text("settle.step")).isEqualTo("REASON");
        assertThat(Json.of(alone).text("type")).isEqualTo("urn:tidemark:problem:approval");
        assertThat(settled.number("drawers.0.overShort.minor")).isEqualTo(-1_000);
        assertThat(settled.text("approvals.0.supervisor")).isEqualTo("21");
        assertThat(z.number("z.drawer.0.overShort.minor")).isEqualTo(-1_000);
    }

    @Test
    void a_count_by_coins_and_notes_is_what_they_come_to() {
        done(post("day/open", FLOAT));

        Json counted =
                done(
                        post(
                                "count",
                                coins(
                                        "{\"face\": 2000, \"count\": 4}, {\"face\": 50, \"count\": 40}")));

        assertThat(counted.text("settle.step")).isEqualTo("SETTLED");
        assertThat(counted.number("drawers.0.counted.minor")).isEqualTo(10_000);
        assertThat(counted.number("drawers.0.overShort.minor")).isZero();
    }

    @Test
    void more_notes_than_can_be_added_up_are_refused_in_words() {
        done(post("day/open", FLOAT));

        HttpResponse<String> refused =
                post("count", coins("{\"face\": 2000, \"count\": 9223372036854775807}"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("an amount is beyond what can be recorded");
    }

    @Test
    void a_coin_that_is_not_in_circulation_is_named() {
        done(post("day/open", FLOAT));

        HttpResponse<String> refused = post("count", coins("{\"face\": 300, \"count\": 1}"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("counted[0].pieces[0]: there is no coin or note of 3.00 GBP");
        assertThat(
                        post(
                                        "count",
                                        "\"counted\": [{\"tender\": \"CASH\", \"currency\": \"GBP\"}]")
                                .body())
                .contains("give minor");
        Json faces = Json.of(till.get("/api/v1/denominations?currency=GBP"));
        assertThat(faces.number("notes.0")).isEqualTo(5_000);
        assertThat(faces.text("source")).contains("Bank of England");
        assertThat(till.get("/api/v1/denominations?currency=pounds").statusCode()).isEqualTo(400);
    }

    @Test
    void a_day_is_not_closed_before_the_till_is_settled_and_the_page_knows_it() {
        done(post("day/open", FLOAT));

        HttpResponse<String> refused = post("day/close", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Json.of(refused).text("type")).isEqualTo("urn:tidemark:problem:settle");
        assertThat(Json.of(refused).text("detail")).contains("CASH GBP");
        Json status = Json.of(till.get("/api/v1/status"));
        assertThat(status.text("settle.step")).isEqualTo("COUNT");
        assertThat(status.text("settle.required")).isEqualTo("true");
    }

    @Test
    void cash_is_given_and_confirmed_at_the_till_and_what_is_not_stands_on_the_Z() {
        done(post("day/open", FLOAT + ", \"confirmation\": {\"by\": \"21\", \"pin\": \"2121\"}"));
        Json drop = done(post("cash/safe-drop", amount(2_000)));
        Json pickup = done(post("cash/pickup", amount(3_000)));
        assertThat(post("cash/confirmations", confirmation(drop, "11", "1111")).statusCode())
                .isEqualTo(403);
        assertThat(post("cash/confirmations", confirmation(drop, "12", "9999")).statusCode())
                .isEqualTo(403);

        Json confirmed =
                done(
                        post(
                                "cash/confirmations",
                                "\"movement\": \""
                                        + drop.text("movement")
                                        + "\", \"confirmation\": {\"by\": \"12\", \"pin\": \"1212\","
                                        + " \"amounts\": [{\"minor\": 1900, \"currency\": \"GBP\"}]}"));

        assertThat(confirmed.number("amounts.0.confirmed.minor")).isEqualTo(1_900);
        assertThat(Json.of(till.get("/api/v1/cash/unconfirmed")).text("0.movement"))
                .isEqualTo(pickup.text("movement"));
        done(count(5_000));
        Json z = done(post("day/close", ""));
        assertThat(z.number("z.drawer.0.dropped.minor")).isEqualTo(2_000);
        assertThat(z.text("z.unconfirmed.0.kind")).isEqualTo("CASH_PICKED_UP");
        assertThat(z.at("z.unconfirmed").size()).isEqualTo(1);
    }

    @Test
    void a_till_Z_is_printed_again_as_a_numbered_copy_that_is_told_of() {
        done(post("day/open", FLOAT));
        done(count(10_000));
        Json z = done(post("day/close", ""));
        done(post("operator/sign-on", "\"operator\": \"11\", \"pin\": \"1111\""));
        done(post("day/open", FLOAT));

        Json first = done(post("z/1/copies", ""));
        Json second = done(post("z/1/copies", ""));
        Json seen = Json.of(till.get("/api/v1/z/1"));

        assertThat(first.number("copy") + second.number("copy")).isEqualTo(1 + 2);
        assertThat(seen.number("copy")).isZero();
        assertThat(first.at("z")).isEqualTo(z.at("z")).isEqualTo(seen.at("z"));
        assertThat(Json.of(till.get("/api/v1/z")).number("0.zNumber")).isEqualTo(1);
        assertThat(till.get("/api/v1/z/9").statusCode()).isEqualTo(404);
        assertThat(post("z/9/copies", "").statusCode()).isEqualTo(404);
        assertThat(till.get("/api/v1/x-report").body()).contains("{\"kind\":\"COPY\",\"count\":2");
    }

    private HttpResponse<String> count(long minor) {
        return post(
                "count",
                "\"counted\": [{\"tender\": \"CASH\", \"currency\": \"GBP\", \"minor\": "
                        + minor
                        + "}]");
    }

    private static String coins(String pieces) {
        return "\"counted\": [{\"tender\": \"CASH\", \"currency\": \"GBP\", \"pieces\": ["
                + pieces
                + "]}]";
    }

    private static String amount(long minor) {
        return "\"amount\": {\"minor\": " + minor + ", \"currency\": \"GBP\"}";
    }

    private static String confirmation(Json moved, String by, String pin) {
        return "\"movement\": \""
                + moved.text("movement")
                + "\", \"confirmation\": {\"by\": \""
                + by
                + "\", \"pin\": \""
                + pin
                + "\"}";
    }

    private static String approval(String supervisor, String pin) {
        return "\"approval\": {\"supervisor\": \"" + supervisor + "\", \"pin\": \"" + pin + "\"}";
    }

    private HttpResponse<String> post(String path, String fields) {
        return till.post(
                "/api/v1/" + path,
                "{\"commandId\": \""
                        + UUID.randomUUID()
                        + "\""
                        + (fields.isEmpty() ? "" : ", " + fields)
                        + "}");
    }

    private static Json done(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Json.of(response);
    }
}
