package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Deposits, ages, tips, foreign notes and gift cards by a running till's API. */
class OtherMoneyTest extends TillBesideGateway {
    @Override
    void stock(Path directory) {
        Stock.putWithDrinksInto(directory, 1);
    }

    @Test
    void gin_with_its_deposit_and_a_tip_is_paid_in_euros_by_somebody_old_enough() {
        assertThat(till.get("/api/v1/status").body())
                .contains(
                        "\"foreignCash\":[{\"currency\":\"EUR\",\"digits\":2,\"rate\":\"0.86\"}]");
        HttpResponse<String> priced =
                till.post(
                        "/api/v1/basket", "{\"lines\": [{\"plu\": \"GIN\", \"quantity\": \"1\"}]}");
        assertThat(priced.body())
                .contains("\"of\":[0,0]", "\"minimumAge\":18", "\"kind\":\"DEPOSIT\"");
        String gin =
                """
                "lines": [{"plu": "GIN", "quantity": "1"}], "tip": {"minor": 100, "currency": "GBP"},
                "tenders": [{"type": "CASH", "amount": {"minor": 2500, "currency": "EUR"}}]\
                """;

        HttpResponse<String> refused = sell(gin);
        HttpResponse<String> sold =
                sell(gin + ", \"ageCheck\": {\"years\": 18, \"how\": \"DOCUMENT\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("from 18 years on");
        assertThat(sold.statusCode()).as(sold.body()).isEqualTo(201);
        assertThat(sold.body())
                .contains("\"rate\":\"0.86\"", "\"base\":{\"minor\":2150,\"currency\":\"GBP\"}")
                .contains("\"change\":{\"minor\":330,\"currency\":\"GBP\"}")
                .contains("\"ageCheck\":{\"years\":18,\"how\":\"DOCUMENT\"}");
        assertThat(till.closeDay().body())
                .contains("{\"kind\":\"TIP\",\"lines\":1,\"gross\":{\"minor\":100")
                .contains("{\"kind\":\"DEPOSIT\",\"lines\":1,\"gross\":{\"minor\":20");
    }

    @Test
    void weighed_ham_is_sold_by_the_label_of_its_scales() {
        assertThat(till.get("/api/v1/products?code=2301234007505").body())
                .contains("\"label\":{\"code\":\"2301234007505\",\"quantity\":\"0.75\"")
                .contains("\"amount\":{\"minor\":2393,");

        HttpResponse<String> sold =
                sell(
                        """
                        "lines": [{"gtin": "2301234007505", "quantity": "1"}, {"gtin": "0201234928751", "quantity": "1"}],
                        "tenders": [{"type": "CARD", "amount": {"minor": 5268, "currency": "GBP"}}]\
                        """);

        assertThat(sold.statusCode()).as(sold.body()).isEqualTo(201);
        assertThat(sold.body())
                .contains("\"quantity\":\"0.75\",\"unit\":\"KGM\",\"unitPrice\":\"31.9\"")
                .contains("\"quantity\":\"0.901\"", "\"priceEntered\":false")
                .contains("\"label\":\"0201234928751\"");
    }

    @Test
    void a_label_that_was_misread_is_refused_with_what_to_do() {
        HttpResponse<String> misread = till.get("/api/v1/products?code=0201234028758");
        HttpResponse<String> sold =
                sell(
                        "\"lines\": [{\"gtin\": \"0201234028758\", \"quantity\": \"1\"}], \"tenders\": []");
        HttpResponse<String> unknown = till.get("/api/v1/products?code=2399999007502");

        assertThat(misread.statusCode()).isEqualTo(422);
        assertThat(misread.body()).contains("verifies its price is wrong: scan it again");
        assertThat(sold.statusCode()).isEqualTo(422);
        assertThat(sold.body()).contains("line 1: the bar code 0201234028758 is damaged");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("no article of this store has the number 99999");
    }

    @Test
    void a_gift_card_has_what_the_gateway_says_and_less_what_this_till_took_since() {
        gateway.knows =
                subject ->
                        subject.equals(new Subject.GiftCard("6006"))
                                ? new Reply.GiftCard(
                                        new CardMovement("6006", 0, 0),
                                        new CardMovement("6006", 1_000, 0))
                                : new Reply.NotKnown();
        online();
        assertThat(till.get("/api/v1/gift-cards/6006").body())
                .contains("\"minor\":1000", "\"gateway\":\"ANSWERED\"");

        HttpResponse<String> sold = sell(heart("6006", 255));

        assertThat(sold.statusCode()).as(sold.body()).isEqualTo(201);
        assertThat(sold.body()).contains("{\"number\":\"6006\",\"checked\":true}");
        assertThat(till.get("/api/v1/gift-cards/6006").body()).contains("\"minor\":745");
        assertThat(till.get("/api/v1/gift-cards/1").statusCode()).isEqualTo(404);
        assertThat(till.get("/api/v1/gift-cards/" + "1".repeat(65)).statusCode()).isEqualTo(400);
    }

    @Test
    void offline_a_card_that_this_till_sold_pays_and_another_only_at_somebodys_word() {
        offline();
        HttpResponse<String> sold =
                sell(
                        """
                        "lines": [{"plu": "CARD", "quantity": "1", "unitPrice": "5", "giftCard": "77"}],
                        "tenders": [{"type": "CARD", "amount": {"minor": 500, "currency": "GBP"}}]\
                        """);
        assertThat(sold.statusCode()).as(sold.body()).isEqualTo(201);

        HttpResponse<String> own = sell(heart("77", 255));
        HttpResponse<String> stranger = sell(heart("78", 255));
        HttpResponse<String> vouched = sell(heart("78", 255) + ", \"unchecked\": true");

        assertThat(own.statusCode()).as(own.body()).isEqualTo(201);
        assertThat(stranger.statusCode()).isEqualTo(422);
        assertThat(stranger.body()).contains("not-checked", "the gateway is not reached");
        assertThat(vouched.statusCode()).as(vouched.body()).isEqualTo(201);
        assertThat(vouched.body()).contains("GIFT_CARD_UNCHECKED", "\"checked\":false");
    }

    private static String heart(String card, int minor) {
        return """
        "lines": [{"plu": "85123A", "quantity": "1"}],
        "tenders": [{"type": "GIFT_CARD", "giftCard": "%s", "amount": {"minor": %s, "currency": "GBP"}}]\
        """
                .formatted(card, minor);
    }

    private HttpResponse<String> sell(String fields) {
        return till.post(
                "/api/v1/sales",
                "{\"commandId\": \""
                        + UUID.randomUUID()
                        + "\", \"operator\": \"Mary\", "
                        + fields
                        + "}");
    }
}
