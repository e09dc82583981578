package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.SourceTotals;
import io.tidemark.lab.shop.ClosedDay;
import io.tidemark.lab.shop.Figures;
import io.tidemark.lab.shop.StockFigures;
import io.tidemark.lab.shop.StoreOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Figures RIGHT = new Figures(2, 3, 1205);
    private static final StockFigures GOODS =
            new StockFigures(
                    Map.of(
                            "DELIVERY", new StockFigures.Part(1, 10_000),
                            "SOLD", new StockFigures.Part(2, 3_500)));

    @Test
    void the_json_line_has_every_tier_with_its_figures() {
        assertThat(JsonReport.of(outcome(RIGHT)))
                .isEqualTo(
                        """
                        {"stores":[{"store":"store-1","businessDay":"2024-03-01","currency":"KWD",\
                        "source":{"transactions":2,"lines":3,"stockRows":1,"refusedRows":4,"grossMinor":1205,"stock":{"movements":3,"units":6.5}},\
                        "edge":{"transactions":2,"lines":3,"grossMinor":1205,"stock":{"movements":3,"units":6.5}},\
                        "gateway":{"transactions":2,"lines":3,"grossMinor":1205,"stock":{"movements":3,"units":6.5}},\
                        "closeDown":{"zNumber":1,"status":"complete","transactions":2,"lines":3,"grossMinor":1205,"stock":{"movements":3,"units":6.5}},\
                        "headOffice":{"zNumber":1,"status":"complete","transactions":2,"lines":3,"grossMinor":1205,"stock":{"movements":3,"units":6.5}}}],\
                        "entries":{"recorded":6,"acknowledged":6,"lost":0,"duplicated":0},\
                        "faults":[{"fault":"a till was killed","evidence":"no answer came"}],"elapsedMillis":61500}\
                        """);
    }

    @Test
    void the_table_shows_amounts_as_people_write_them_and_says_that_all_agree() {
        assertThat(String.join("\n", TableReport.of(outcome(RIGHT))))
                .contains(
                        "head office             2         3              1.205            3          6.5  ✓ Z 1, complete")
                .contains("Every tier agrees with the source.");
    }

    @Test
    void a_tier_that_differs_is_marked_and_the_whole_is_no_success() {
        Outcome outcome = outcome(new Figures(2, 3, 1204));

        assertThat(outcome.agrees()).isFalse();
        assertThat(String.join("\n", TableReport.of(outcome)))
                .contains("1.204            3          6.5  ✗")
                .contains("THE TIERS DO NOT AGREE");
    }

    private static Outcome outcome(Figures gateway) {
        var closed = new ClosedDay(1, ClosedDay.COMPLETE, RIGHT, GOODS, Map.of());
        var store =
                new StoreOutcome(
                        "store-1",
                        new SourceTotals(2, 3, 1, 4, 1205),
                        RIGHT,
                        gateway,
                        new StoreOutcome.StockTiers(
                                GOODS, GOODS, new StoreOutcome.StockSums(3, 6_500)),
                        closed,
                        closed,
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
