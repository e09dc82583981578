package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A bureau de change by a running till's API. */
class ExchangeApiTest extends TillBesideGateway {
    @Override
    void stock(Path directory) {
        Stock.putWithRatesInto(directory, 1);
    }

    @Test
    void an_exchange_is_among_the_tills_receipts_and_looked_at_like_one() {
        till.sell();
        HttpResponse<String> bought = exchange("BUY", 4_000, "");
        till.sell();

        String list = till.get("/api/v1/receipts").body();
        HttpResponse<String> looked = till.get("/api/v1/receipts/2");

        assertThat(bought.statusCode()).as(bought.body()).isEqualTo(201);
        assertThat(list)
                .contains("\"kind\":\"EXCHANGE\",\"lines\":0,\"grossMinor\":-3000")
                .contains("\"foreign\":{\"minor\":4000,\"currency\":\"USD\"}");
        assertThat(looked.body())
                .contains("\"kind\":\"EXCHANGE\"", "\"copy\":true,\"copyNumber\":0")
                .contains("\"exchange\":{", "\"rate\":\"0.75\"", "\"way\":\"BUY\"");
        assertThat(till.get("/api/v1/receipts/2/proof").body()).contains("TMH1:");
    }

    @Test
    void its_slip_is_printed_again_as_a_counted_copy() {
        exchange("BUY", 4_000, "");

        HttpResponse<String> first = copy(1);
        HttpResponse<String> second = copy(1);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).contains("\"copyNumber\":1", "\"exchange\":{");
        assertThat(second.body()).contains("\"copyNumber\":2");
        assertThat(till.closeDay().body()).contains("{\"kind\":\"COPY\",\"count\":2");
    }

    @Test
    void it_is_taken_back_as_an_exchange_and_never_as_goods() {
        exchange("BUY", 4_000, "");

        HttpResponse<String> asGoods =
                till.post("/api/v1/receipts/1/post-void", id(", \"reason\": \"no\""));
        HttpResponse<String> lines = till.get("/api/v1/returns/receipt?day=2010-12-01&receipt=1");
        HttpResponse<String> undone =
                till.post(
                        "/api/v1/exchange/1/post-void", id(", \"reason\": \"changed their mind\""));

        assertThat(asGoods.statusCode()).isEqualTo(422);
        assertThat(asGoods.body()).contains("take it back as an exchange");
        assertThat(lines.statusCode()).isEqualTo(404);
        assertThat(lines.body()).contains("currencies that were exchanged, no goods");
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(201);
        assertThat(till.get("/api/v1/receipts/2").body())
                .contains("\"undoes\":1", "changed their mind");
    }

    @Test
    void a_sale_after_an_exchange_is_found_and_taken_back_as_one_before_it_is() {
        exchange("BUY", 4_000, "");
        till.sell();

        HttpResponse<String> undone =
                till.post("/api/v1/receipts/2/post-void", id(", \"reason\": \"wrong\""));

        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(201);
    }

    @Test
    void a_customer_who_comes_from_another_till_is_asked_for_papers_if_the_gateway_can_be() {
        gateway.knows =
                subject ->
                        subject.equals(
                                        new Subject.Exchanged(
                                                "C-77",
                                                LocalDate.of(2010, 11, 30),
                                                LocalDate.of(2010, 12, 1),
                                                new CurrencyCode("USD")))
                                ? new Reply.Exchanged(0, 4_000, 90_000)
                                : new Reply.NotKnown();
        online();

        HttpResponse<String> asked = exchange("BUY", 4_000, ", \"customer\": \"C-77\"");
        HttpResponse<String> tooMuch = exchange("BUY", 10_500, ", \"customer\": \"C-77\"");
        HttpResponse<String> shown =
                exchange("BUY", 4_000, ", \"customer\": \"C-77\", \"document\": \"PASSPORT\"");

        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("problem:identification", "exchanged 70.00 GBP within 2 days");
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(201);
    }

    @Test
    void offline_a_till_asks_for_papers_by_what_it_knows_itself() {
        HttpResponse<String> first = exchange("BUY", 4_000, ", \"customer\": \"C-77\"");
        HttpResponse<String> second = exchange("BUY", 4_000, ", \"customer\": \"C-77\"");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.body()).contains("exchanged 60.00 GBP within 2 days");
    }

    private HttpResponse<String> copy(long receipt) {
        return till.post("/api/v1/receipts/" + receipt + "/copies", id(""));
    }

    private HttpResponse<String> exchange(String way, long minor, String more) {
        return till.post(
                "/api/v1/exchange",
                id(
                        ", \"way\": \""
                                + way
                                + "\", \"currency\": \"USD\", \"minor\": "
                                + minor
                                + more));
    }

    private static String id(String more) {
        return "{\"commandId\": \"" + UUID.randomUUID() + "\", \"operator\": \"Mary\"" + more + "}";
    }
}
