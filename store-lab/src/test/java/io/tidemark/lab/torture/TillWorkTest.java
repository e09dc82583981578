package io.tidemark.lab.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.NodeApi.Answer;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Told;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TillWorkTest {
    private final Waiting waiting = new Waiting();
    private final TillWork here = work("till-1");
    private final TillWork elsewhere = work("till-2");

    @Test
    void a_basket_that_another_till_takes_up_is_paid_there_next() {
        Scripted suspended = suspended();

        Scripted resumed = next(elsewhere, Kind.RESUME);
        elsewhere.done(resumed, NodeApi.JSON.createObjectNode());
        Scripted paid = elsewhere.next();

        assertThat(resumed.path()).isEqualTo("/api/v1/baskets/suspended/T1-7/resume");
        assertThat(paid.kind()).isEqualTo(Kind.SALE);
        assertThat(paid.body().path("basket").asText()).isEqualTo("T1-7");
        assertThat(paid.body().path("lines")).isEqualTo(suspended.body().path("lines"));
        assertThat(paid.expected()).isEqualTo(suspended.expected());
        assertThat(waiting.takenUpElsewhere()).isEqualTo(1);
    }

    @Test
    void a_basket_that_the_gateway_did_not_give_waits_on() {
        suspended();
        Scripted resumed = next(elsewhere, Kind.RESUME);

        boolean mayBe = elsewhere.mayBeRefused(resumed, refusal("basket"));

        assertThat(mayBe).isTrue();
        assertThat(next(here, Kind.RESUME).path()).isEqualTo(resumed.path());
    }

    @Test
    void nothing_else_may_be_refused() {
        suspended();
        Scripted resumed = next(elsewhere, Kind.RESUME);

        assertThat(elsewhere.mayBeRefused(resumed, refusal("day"))).isFalse();
        assertThat(here.mayBeRefused(next(here, Kind.SALE), refusal("basket"))).isFalse();
    }

    @Test
    void the_last_receipt_is_taken_back_once_and_its_goods_with_it() {
        Scripted sale = next(here, Kind.SALE);
        here.done(sale, json("receipt", "number", "12"));

        Scripted undone = next(here, Kind.POST_VOID);

        assertThat(undone.path()).isEqualTo("/api/v1/receipts/12/post-void");
        assertThat(undone.expected()).isEqualTo(sale.expected().negated());
        assertThat(undone.effect().undoes()).contains(sale);
        for (int i = 0; i < 200; i++) assertThat(here.next().kind()).isNotEqualTo(Kind.POST_VOID);
    }

    private Scripted suspended() {
        Scripted suspended = next(here, Kind.SUSPEND);
        here.done(suspended, json("basket", "basket", "T1-7"));
        return suspended;
    }

    /** What comes by chance in between is done by nobody. */
    private static Scripted next(TillWork work, Kind kind) {
        for (int i = 0; i < 10_000; i++) {
            Scripted step = work.next();
            if (step.kind() == kind) return step;
        }
        throw new AssertionError("no " + kind);
    }

    private TillWork work(String device) {
        return new TillWork(new Told.Origin("store-1", device), waiting, new Random(5));
    }

    private static JsonNode json(String of, String field, String value) {
        ObjectNode json = NodeApi.JSON.createObjectNode();
        json.putObject(of).put(field, value);
        return json;
    }

    private static Answer refusal(String kind) {
        return new Answer(
                422,
                false,
                NodeApi.JSON.createObjectNode().put("type", "urn:tidemark:problem:" + kind));
    }
}
