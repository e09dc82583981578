package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.SourceTotals;
import io.tidemark.lab.shop.BooksSeen;
import io.tidemark.lab.shop.ClosedDay;
import io.tidemark.lab.shop.Figures;
import io.tidemark.lab.shop.MoneyFigures;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.StockFigures;
import io.tidemark.lab.shop.StoreOutcome;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.lab.shop.VatFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Figures RIGHT = new Figures(4, 5, 1205);

    /** A gateway keeps no stock of what is sold without a stock code. */
    private static final StoreOutcome.StockSums ARTICLES = new StoreOutcome.StockSums(2, 5_500);

    private static final StockFigures GOODS =
            new StockFigures(
                    Map.of(
                            "DELIVERY", new StockFigures.Part(1, 10_000),
                            "SOLD", new StockFigures.Part(2, 3_500)));

    private static final Figures BESIDE = new Figures(2, 2, 0);
    private static final Tallies TALLIES =
            Tallies.of("DISCOUNT", 2, 150).plus(Tallies.one("APPROVAL"));
    private static final VatFigures VAT =
            VatFigures.of("S 20 %", new VatFigures.Vat(1004, 201, 1205));
    private static final MoneyFigures MONEY =
            MoneyFigures.of("CASH EUR", Map.of("paidIn", 250L))
                    .plus(MoneyFigures.of("lines TIP", Map.of("lines", 1L, "gross", 1500L)));
    private static final MoneyFigures HELD =
            MoneyFigures.of("position EUR", Map.of("amount", 10_000L, "cost", 40_125L));
    private static final String TOLD =
            """
            "tallies":{"APPROVAL":{"count":1,"minor":0},"DISCOUNT":{"count":2,"minor":150}},\
            "vat":{"S 20 %":{"netMinor":1004,"taxMinor":201,"grossMinor":1205}},\
            "money":{"CASH EUR":{"paidIn":250},"lines TIP":{"gross":1500,"lines":1}}\
            """;

    @Test
    void the_json_line_has_every_tier_with_its_figures() {
        assertThat(JsonReport.of(outcome(RIGHT)))
                .isEqualTo(
                        """
                        {"stores":[{"store":"store-1","businessDay":"2024-03-01","currency":"KWD",\
                        "source":{"transactions":2,"lines":3,"stockRows":1,"refusedRows":4,"grossMinor":1205,"stock":{"movements":3,"units":6.5},%1$s,"positions":{"position EUR":{"amount":10000,"cost":40125}}},\
                        "beside":{"transactions":2,"lines":2,"grossMinor":0},\
                        "edge":{"transactions":4,"lines":5,"grossMinor":1205,"stock":{"movements":3,"units":6.5},%1$s},\
                        "gateway":{"transactions":4,"lines":5,"grossMinor":1205,"stock":{"movements":2,"units":5.5}},\
                        "closeDown":{"zNumber":1,"status":"complete","transactions":4,"lines":5,"grossMinor":1205,"stock":{"movements":3,"units":6.5},%1$s,"positions":{"position EUR":{"amount":10000,"cost":40125}}},\
                        "headOffice":{"zNumber":1,"status":"complete","transactions":4,"lines":5,"grossMinor":1205,"stock":{"movements":3,"units":6.5},%1$s,"positions":{"position EUR":{"amount":10000,"cost":40125}}},\
                        "books":{"even":true,"trialBalanceMinor":{"KWD":0},"vat":{"S 20 %%":{"netMinor":1004,"taxMinor":201,"grossMinor":1205}},"costOfGoodsSoldMinor":700}}],\
                        "entries":{"recorded":6,"acknowledged":6,"lost":0,"duplicated":0},\
                        "faults":[{"fault":"a till was killed","evidence":"no answer came"}],"elapsedMillis":61500}\
                        """
                                .formatted(TOLD));
    }

    @Test
    void the_table_shows_amounts_as_people_write_them_and_says_that_all_agree() {
        assertThat(String.join("\n", TableReport.of(outcome(RIGHT))))
                .contains(
                        "head office             4         5              1.205            3          6.5  ✓ Z 1, complete")
                .contains(
                        "gateway                 4         5              1.205            2          5.5  ✓")
                .contains("beside it               2         2              0.000")
                .contains("S 20 %              1.004     0.201              1.205  ✓")
                .contains("discount                         2              0.150  ✓")
                .contains("trial balance zero ✓, cost of goods sold 0.700")
                .contains("Every tier agrees with the source.");
    }

    @Test
    void a_tier_that_differs_is_marked_and_the_whole_is_no_success() {
        Outcome outcome = outcome(new Figures(4, 5, 1204));

        assertThat(outcome.agrees()).isFalse();
        assertThat(String.join("\n", TableReport.of(outcome)))
                .contains("1.204            2          5.5  ✗")
                .contains("THE TIERS DO NOT AGREE");
    }

    @Test
    void what_is_out_of_the_ordinary_is_marked_where_a_tier_has_it_otherwise() {
        var closed =
                new ClosedDay(
                        1,
                        ClosedDay.COMPLETE,
                        RIGHT,
                        GOODS,
                        Tallies.NONE,
                        VAT,
                        MONEY,
                        HELD,
                        Map.of());

        assertThat(String.join("\n", TableReport.of(outcome(RIGHT, closed))))
                .contains("discount                         2              0.150  ✗");
    }

    @Test
    void vat_is_marked_where_a_tier_has_it_otherwise() {
        var closed =
                new ClosedDay(
                        1,
                        ClosedDay.COMPLETE,
                        RIGHT,
                        GOODS,
                        TALLIES,
                        VatFigures.NONE,
                        MONEY,
                        HELD,
                        Map.of());

        assertThat(String.join("\n", TableReport.of(outcome(RIGHT, closed))))
                .contains("S 20 %              1.004     0.201              1.205  ✗");
    }

    private static Outcome outcome(Figures gateway) {
        return outcome(
                gateway,
                new ClosedDay(
                        1, ClosedDay.COMPLETE, RIGHT, GOODS, TALLIES, VAT, MONEY, HELD, Map.of()));
    }

    private static BooksSeen books() {
        JsonNode balance = json("{'even':true,'currencies':[{'accounts':[%s,%s]}]}", -5, 5);
        String postings =
                """
                {"postings":[{"lines":[
                 {"account":{"code":"4000"},"detail":"Fruit, S 20 %","amount":{"minor":-1004,"currency":"KWD"}},
                 {"account":{"code":"2200"},"detail":"S 20 %","amount":{"minor":-201,"currency":"KWD"}},
                 {"account":{"code":"5000"},"amount":{"minor":700,"currency":"KWD"}}]}]}
                """;
        return new BooksSeen(balance, read(postings));
    }

    private static JsonNode json(String around, int... minor) {
        Object[] amounts =
                Arrays.stream(minor)
                        .mapToObj("{'balance':{'minor':%d,'currency':'KWD'}}"::formatted)
                        .toArray();
        return read(around.formatted(amounts).replace('\'', '"'));
    }

    private static JsonNode read(String json) {
        try {
            return NodeApi.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Outcome outcome(Figures gateway, ClosedDay headOffice) {
        var closed =
                new ClosedDay(
                        1, ClosedDay.COMPLETE, RIGHT, GOODS, TALLIES, VAT, MONEY, HELD, Map.of());
        var store =
                new StoreOutcome(
                        "store-1",
                        new SourceTotals(2, 3, 1, 4, 1205),
                        BESIDE,
                        RIGHT,
                        gateway,
                        new StoreOutcome.StockTiers(GOODS, ARTICLES, GOODS, ARTICLES),
                        new StoreOutcome.TallyTiers(TALLIES, TALLIES),
                        new StoreOutcome.VatTiers(VAT, VAT, VAT, books().vat("KWD")),
                        new StoreOutcome.MoneyTiers(MONEY, MONEY, HELD),
                        closed,
                        headOffice,
                        books(),
                        0,
                        0,
                        gateway.equals(RIGHT) ? List.of() : List.of("the gateway has another sum"));
        return new Outcome(
                LocalDate.of(2024, 3, 1),
                MinorUnits.of("KWD"),
                List.of(store),
                6,
                6,
                List.of(new Fault("a till was killed", "no answer came")),
                Duration.ofMillis(61_500));
    }
}
