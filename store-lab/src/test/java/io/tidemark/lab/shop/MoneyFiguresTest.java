package io.tidemark.lab.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.Scripted.Effect;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the driver reckons of money by what it asked for, before any till is asked. */
class MoneyFiguresTest {
    private static final String NOTHING = "{}";

    private final MoneyTold told = new MoneyTold();

    @Test
    void change_on_foreign_notes_comes_out_of_the_stores_own_drawer() {
        say(Kind.OPEN_DAY, "{'float':[{'minor':10000,'currency':'GBP'}]}", NOTHING);

        say(
                Kind.SALE,
                "{'tenders':[{'type':'CASH','amount':{'minor':2500,'currency':'EUR'}}]}",
                """
                {'receipt':{'change':{'minor':330,'currency':'GBP'},'lines':[
                 {'kind':'GOODS','gross':{'minor':1700},'tax':{'minor':283}},
                 {'kind':'TIP','gross':{'minor':100},'tax':{'minor':0}}]}}
                """);

        assertThat(told.figures().held()).isEqualTo(Map.of("CASH EUR", 2500L, "CASH GBP", 9670L));
        assertThat(told.figures().amount("lines TIP", "gross")).isEqualTo(100);
        assertThat(told.figures().rows()).doesNotContainKey("lines GOODS");
    }

    @Test
    void an_exchange_moves_both_drawers_and_one_that_is_taken_back_leaves_only_that_it_happened() {
        Deal deal = new Deal(true, "USD", 20_000, "GBP", 12_400, 124, 384);

        told.add(exchange(Kind.EXCHANGE, deal), json(NOTHING));
        assertThat(told.figures().held())
                .isEqualTo(Map.of("CASH USD", 20_000L, "CASH GBP", -12_276L));
        told.add(exchange(Kind.EXCHANGE_UNDONE, deal), json(NOTHING));

        assertThat(told.figures().rows())
                .isEqualTo(MoneyFigures.of("exchange USD", Map.of("count", 2L)).rows());
    }

    @Test
    void a_later_count_takes_the_place_of_an_earlier_one() {
        say(Kind.OPEN_DAY, "{'float':[{'minor':10000,'currency':'GBP'}]}", NOTHING);
        say(Kind.COUNT, counted(9_000), NOTHING);
        say(Kind.COUNT, counted(9_999), NOTHING);

        assertThat(told.figures().amount("CASH GBP", MoneyFigures.COUNTED)).isEqualTo(9_999);
        assertThat(told.figures().amount("CASH GBP", MoneyFigures.OVER_SHORT)).isEqualTo(-1);
    }

    @Test
    void drawers_of_which_one_was_not_counted_are_off_by_nobody_knows_what() {
        MoneyFigures one =
                MoneyFigures.of("CARD GBP", Map.of("sales", 500L, MoneyFigures.COUNTED, 500L));
        MoneyFigures other =
                MoneyFigures.of("CARD GBP", Map.of("sales", -200L, MoneyFigures.UNCOUNTED, 1L));

        assertThat(MoneyFigures.sum(List.of(one, other, other)).rows())
                .isEqualTo(
                        MoneyFigures.of(
                                        "CARD GBP",
                                        Map.of("sales", 100L, MoneyFigures.UNCOUNTED, 1L))
                                .rows());
    }

    @Test
    void a_position_has_what_was_paid_less_the_share_of_what_was_sold() {
        MoneyFigures day =
                MoneyFigures.of(
                        MoneyFigures.EXCHANGE + "EUR",
                        Map.of(
                                "bought", 30_000L,
                                "paid", 25_005L,
                                "sold", 10_000L,
                                "received", 8_851L));

        MoneyFigures positions = Positions.after(day, MoneyFigures.NONE, "GBP");

        assertThat(positions.rows())
                .isEqualTo(
                        MoneyFigures.of(
                                        "position EUR",
                                        Map.of(
                                                "amount", 20_000L,
                                                "cost", 16_670L,
                                                "realised", 516L,
                                                "revaluation", 516L))
                                .rows());
    }

    @Test
    void notes_that_paid_for_goods_are_in_the_position_at_what_they_counted_as() {
        say(
                Kind.SALE,
                "{'tenders':[{'type':'CASH','amount':{'minor':2500,'currency':'EUR'}}]}",
                """
                {'receipt':{'change':{'minor':0,'currency':'GBP'},'lines':[],'tenders':[
                 {'type':'CASH','amount':{'minor':2500,'currency':'EUR'},'base':{'minor':2041,'currency':'GBP'},
                  'rate':'0.8163'}]}}
                """);

        MoneyFigures positions = Positions.after(told.figures(), told.countedAs(), "GBP");

        assertThat(positions.amount("position EUR", "amount")).isEqualTo(2_500);
        assertThat(positions.amount("position EUR", "cost")).isEqualTo(2_041);
    }

    private static String counted(long minor) {
        return "{'counted':[{'tender':'CASH','currency':'GBP','minor':" + minor + "}]}";
    }

    private void say(Kind kind, String body, String answer) {
        told.add(
                new Scripted(kind, Instant.EPOCH, "", body(body), Expected.NOTHING, ""),
                json(answer));
    }

    private static Scripted exchange(Kind kind, Deal deal) {
        return new Scripted(kind, Instant.EPOCH, "", body(NOTHING), Expected.NOTHING, "")
                .with(Effect.NONE.of(deal));
    }

    private static ObjectNode body(String text) {
        return (ObjectNode) json(text);
    }

    private static JsonNode json(String text) {
        try {
            return NodeApi.JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
