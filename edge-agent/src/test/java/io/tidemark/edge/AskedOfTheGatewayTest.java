package io.tidemark.edge;

import static io.tidemark.edge.RunningTill.newId;
import static io.tidemark.edge.RunningTill.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.ledger.question.AverageCost;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.ResumedBasket;
import io.tidemark.ledger.question.ReturnedPart;
import io.tidemark.ledger.question.Subject;
import io.tidemark.ledger.stock.StockItem;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Baskets, returns and post-voids by the API, with a gateway and without. */
class AskedOfTheGatewayTest extends TillBesideGateway {
    private static final LocalDate DAY = LocalDate.of(2010, 12, 1);
    private static final Pattern BASKET = Pattern.compile("\"basket\":\"([^\"]+)\"");

    @Override
    void stock(Path directory) {
        Stock.putInto(directory, 1);
    }

    @Test
    void a_basket_is_suspended_and_taken_up_offline_and_paid_with_what_was_entered_by_hand() {
        offline();
        HttpResponse<String> suspended =
                till.post(
                        "/api/v1/baskets/suspended",
                        """
                        {"commandId": "%s", "operator": "Mary", "discounts": [{"percent": "10", "reason": "friend"}],
                         "lines": [{"plu": "85123A", "quantity": "2", "unitPrice": "2.00", "priceReason": "scratched"},
                                   {"description": "Old map", "taxCategory": "S", "quantity": "1", "unitPrice": "5.00"}]}\
                        """
                                .formatted(newId()));
        assertThat(suspended.statusCode()).as(suspended.body()).isEqualTo(201);
        String id = basketIn(suspended);
        assertThat(till.get("/api/v1/baskets/suspended").body())
                .contains(id, "\"gateway\":\"OFFLINE\"");

        HttpResponse<String> resumed = resume(id);

        assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(201);
        assertThat(resumed.body())
                .contains(
                        "\"plu\":\"85123A\"",
                        "\"unitPrice\":\"2\"",
                        "\"priceReason\":\"scratched\"")
                .contains(
                        "\"description\":\"Old map\"",
                        "\"percent\":\"10\"",
                        "\"reason\":\"friend\"");
        HttpResponse<String> sold =
                till.post(
                        "/api/v1/sales",
                        sale(newId(), "1", 255)
                                .replace("\"lines\"", "\"basket\": \"" + id + "\", \"lines\""));
        assertThat(sold.statusCode()).as(sold.body()).isEqualTo(201);
        assertThat(till.get("/api/v1/baskets/suspended").body()).doesNotContain(id);
    }

    @Test
    void
            another_tills_basket_is_taken_up_once_the_gateway_gives_it_and_told_again_after_a_restart() {
        EntryBytes parked = parkedElsewhere();
        gateway.knows =
                subject ->
                        subject.equals(new Subject.ClaimBasket("W2-3"))
                                ? new Reply.BasketClaimed("W2", parked)
                                : new Reply.NotKnown();
        online();

        HttpResponse<String> resumed = resume("W2-3");

        assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(201);
        assertThat(resumed.body()).contains("\"workstation\":\"W2\"", "\"plu\":\"71053\"");
        restart();
        online();
        assertThat(till.get("/api/v1/baskets/suspended/W2-3").body()).contains("\"plu\":\"71053\"");
    }

    @Test
    void a_till_that_may_not_take_a_basket_up_does_not_ask_for_it() {
        List<Subject> asked = new CopyOnWriteArrayList<>();
        gateway.knows =
                subject -> {
                    asked.add(subject);
                    return new Reply.BasketClaimed("W2", parkedElsewhere());
                };
        online();
        till.post(
                "/api/v1/day/close",
                "{\"commandId\": \"%s\", \"operator\": \"Mary\"}".formatted(newId()));

        HttpResponse<String> refused = resume("W2-3");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_claim_of_which_nothing_came_is_given_back() {
        List<Subject> asked = new CopyOnWriteArrayList<>();
        gateway.knows =
                subject -> {
                    asked.add(subject);
                    return subject instanceof Subject.ClaimBasket
                            ? new Reply.BasketClaimed(
                                    "W2", new EntryBytes(new byte[1], new byte[1]))
                            : new Reply.BasketReleased();
                };
        online();

        assertThat(resume("W2-3").statusCode()).isEqualTo(422);

        assertThat(asked)
                .containsExactly(
                        new Subject.ClaimBasket("W2-3"), new Subject.ReleaseBasket("W2-3"));
    }

    @Test
    void a_basket_that_another_ask_of_the_till_has_taken_up_is_not_given_back() {
        String id = basketIn(suspend());
        List<Subject> asked = new CopyOnWriteArrayList<>();
        List<HttpResponse<String>> answers = new CopyOnWriteArrayList<>();
        gateway.knows =
                subject -> {
                    asked.add(subject);
                    if (asked.size() == 1) answers.add(resume(id));
                    return new Reply.NotKnown();
                };
        online();

        answers.add(resume(id));
        till.get("/api/v1/baskets/suspended");

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsExactlyInAnyOrder(201, 422);
        assertThat(asked).doesNotContain(new Subject.ReleaseBasket(id));
    }

    @Test
    void a_basket_that_another_till_took_up_is_refused_with_where_it_is() {
        String id = basketIn(suspend());
        gateway.knows = _ -> new Reply.BasketTaken("W2", Instant.parse("2010-12-01T10:30:00Z"));
        online();

        HttpResponse<String> refused = resume(id);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("taken up at W2", "10:30");
    }

    @Test
    void a_basket_that_another_till_took_up_is_listed_as_gone_with_where_it_is_offline_then_too() {
        String id = basketIn(suspend());
        gateway.knows =
                _ ->
                        new Reply.Baskets(
                                List.of(),
                                List.of(
                                        new ResumedBasket(
                                                id, "W2", Instant.parse("2010-12-01T10:30:00Z"))));
        online();

        String online = till.get("/api/v1/baskets/suspended").body();
        offline();
        String offline = till.get("/api/v1/baskets/suspended").body();

        assertThat(online)
                .contains(
                        "\"here\":[]",
                        "\"resumedElsewhere\":[{\"basket\":\"" + id + "\",\"workstation\":\"W2\"");
        assertThat(offline).contains("\"here\":[]", "\"gateway\":\"OFFLINE\"");
        assertThat(resume(id).body()).contains("taken up at W2", "10:30");
    }

    @Test
    void goods_of_this_tills_receipt_come_back_offline_at_its_prices_and_no_more_than_were_sold() {
        offline();
        till.post("/api/v1/sales", sale(newId(), "2", 510));

        HttpResponse<String> receipt = till.get("/api/v1/returns/receipt?day=2010-12-01&receipt=1");
        HttpResponse<String> quote =
                till.post("/api/v1/returns/quote", returning("Till 1", 1, 2, -510, false));
        HttpResponse<String> back = takeBack("Till 1", 1, 2, -510, false);
        HttpResponse<String> again = takeBack("Till 1", 1, 1, -255, false);

        assertThat(receipt.body()).contains("\"left\":\"2\"", "\"gatewayAsked\":false");
        assertThat(quote.body()).contains("\"total\":{\"minor\":-510");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("returned already", "with receipt 2");
    }

    @Test
    void another_tills_receipt_is_asked_of_the_gateway_with_what_came_back_of_it() {
        till.post("/api/v1/sales", sale(newId(), "3", 765));
        await().atMost(SOON).until(() -> gateway.entries.size() == 4);
        EntryBytes receipt = gateway.entries.get(3);
        gateway.knows =
                _ ->
                        new Reply.ReceiptFound(
                                "till-2",
                                receipt,
                                List.of(new ReturnedPart(1, "W3", DAY, 9, Quantity.pieces(2))));
        online();

        HttpResponse<String> tooMuch = takeBack("W2", 7, 2, -510, false);
        HttpResponse<String> back = takeBack("W2", 7, 1, -255, false);

        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("at W3, with receipt 9", "at most 1");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
    }

    @Test
    void without_a_gateway_another_tills_goods_are_taken_unchecked_if_somebody_says_so() {
        offline();

        HttpResponse<String> refused = takeBack("W2", 7, 1, -255, false);
        HttpResponse<String> taken = takeBack("W2", 7, 1, -255, true);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("the gateway is not reached", "not-checked");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    @Test
    void a_receipt_of_the_day_is_post_voided_once_and_answered_again_to_who_asks_again() {
        offline();
        till.sell();
        String ask =
                """
                {"commandId": "%s", "operator": "Mary", "reason": "wrong goods"}\
                """
                        .formatted(newId());

        HttpResponse<String> undone = till.post("/api/v1/receipts/1/post-void", ask);

        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(201);
        assertThat(undone.body()).contains("\"kind\":\"POST_VOID\"", "\"minor\":-255");
        assertThat(till.post("/api/v1/receipts/1/post-void", ask).body()).isEqualTo(undone.body());
        HttpResponse<String> twice =
                till.post(
                        "/api/v1/receipts/1/post-void",
                        ask.replaceFirst("\"[0-9a-f-]{36}\"", "\"" + newId() + "\""));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("taken back already");
        assertThat(
                        till.post(
                                        "/api/v1/receipts/77/post-void",
                                        ask.replaceFirst(
                                                "\"[0-9a-f-]{36}\"", "\"" + newId() + "\""))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void goods_go_to_another_store_at_the_average_cost_that_the_gateway_tells_or_the_catalogues() {
        gateway.knows =
                subject ->
                        subject.equals(new Subject.AverageCosts(List.of("71053")))
                                ? new Reply.AverageCosts(
                                        List.of(
                                                new AverageCost(
                                                        new StockItem("71053", Unit.PIECE),
                                                        UnitPrice.of("1.015"))))
                                : new Reply.NotKnown();
        online();

        assertThat(transferred().body()).contains("\"cost\":{\"minor\":305", "\"catalogueCost\":0");
        offline();
        assertThat(transferred().body()).contains("\"cost\":null", "\"catalogueCost\":1");
    }

    private HttpResponse<String> transferred() {
        HttpResponse<String> sent =
                till.post(
                        "/api/v1/stock/transfers-out",
                        """
                        {"commandId": "%s", "operator": "Mary", "store": "s002",
                        "lines": [{"plu": "71053", "quantity": "3"}]}
                        """
                                .formatted(newId()));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        return sent;
    }

    private HttpResponse<String> suspend() {
        HttpResponse<String> suspended =
                till.post(
                        "/api/v1/baskets/suspended",
                        """
                        {"commandId": "%s", "operator": "Mary", "lines": [{"plu": "71053", "quantity": "1"}]}\
                        """
                                .formatted(newId()));
        assertThat(suspended.statusCode()).as(suspended.body()).isEqualTo(201);
        return suspended;
    }

    /** As its till recorded it: what this one suspends looks no different. */
    private EntryBytes parkedElsewhere() {
        suspend();
        await().atMost(SOON).until(() -> gateway.entries.size() == 4);
        return gateway.entries.get(3);
    }

    private HttpResponse<String> resume(String id) {
        return till.post(
                "/api/v1/baskets/suspended/" + id.replace(" ", "%20") + "/resume",
                "{\"commandId\": \"" + newId() + "\", \"operator\": \"Mary\"}");
    }

    private HttpResponse<String> takeBack(
            String workstation, long receipt, int pieces, long refund, boolean unchecked) {
        return till.post(
                "/api/v1/returns", returning(workstation, receipt, pieces, refund, unchecked));
    }

    private static String returning(
            String workstation, long receipt, int pieces, long refund, boolean unchecked) {
        return """
        {"commandId": "%s", "operator": "Mary", "unchecked": %s,
         "lines": [{"plu": "85123A", "quantity": "-%d",
                    "original": {"store": "s001", "workstation": "%s", "day": "2010-12-01", "receipt": %d, "line": 1}}],
         "tenders": [{"type": "CASH", "amount": {"minor": %d, "currency": "GBP"}}]}\
        """
                .formatted(newId(), unchecked, pieces, workstation, receipt, refund);
    }

    private static String basketIn(HttpResponse<String> suspended) {
        Matcher matcher = BASKET.matcher(suspended.body());
        assertThat(matcher.find()).as(suspended.body()).isTrue();
        return matcher.group(1);
    }
}
