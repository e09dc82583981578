package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.RetailFile;
import io.tidemark.lab.retail.SourceTotals;
import io.tidemark.lab.retail.TradingDay;
import io.tidemark.lab.shop.Figures;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.StoreOutcome;
import io.tidemark.ledger.event.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo itself, on a day small enough to be over soon. */
class DemoSystemTest {
    /** A morning with a bit of everything. */
    private static final String ROWS =
            """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice
            1,10001,APPLE,3,2024-03-01 09:00,0.355
            1,20002,PEAR,1.5,2024-03-01 09:00,0.40
            2,POST,POSTAGE,1,2024-03-01 09:10,18
            3,10001,APPLE,12,2024-03-01 09:20,0.35
            C44,10001,APPLE,-2,2024-03-01 09:30,0.35
            5,10001,APPLE,-7,2024-03-01 09:35,0
            6,20002,PEAR,2,2024-03-01 09:40,0
            7,30003,"PLUM, RIPE",250,2024-03-01 09:50,1.999999
            8,20002,PEAR,4,2024-03-01 10:00,-1
            8,20002,PEAR,4,2024-03-01 10:00,0.30
            9,,A THING WITHOUT A CODE,1,2024-03-01 10:10,2.5
            C10,30003,"PLUM, RIPE",-250,2024-03-01 10:20,1.999999
            11,10001,APPLE,1,2024-03-01 10:30,0.35
            12,40004,FIG,1,someday,1
            """;

    private static final List<String> EVERY_KIND =
            List.of(
                    Tally.AGE_CHECK,
                    Tally.APPROVAL,
                    Tally.BASKET_VOID,
                    Tally.CASH_CONFIRMED,
                    Tally.CASH_GIVEN,
                    Tally.COPY,
                    Tally.DISCOUNT,
                    Tally.LINE_VOID,
                    Tally.POST_VOID,
                    Tally.PRICE_OVERRIDE,
                    Tally.RESUMED,
                    Tally.RETURN_UNCHECKED,
                    Tally.RETURN_WITHOUT_RECEIPT,
                    Tally.SHELF_PRICE_WRONG,
                    Tally.SIGN_ON,
                    Tally.SUSPENDED,
                    Tally.TRAINING);

    /** With coins of five rappen, and two currencies that are exchanged. */
    private static final String[] EVERY_MONEY = {
        "CARD CHF",
        "CASH CHF",
        "CASH EUR",
        "CASH USD",
        "GIFT_CARD CHF",
        "drawer opened",
        "exchange EUR",
        "exchange USD",
        "lines DEPOSIT",
        "lines GIFT_CARD",
        "lines ROUNDING",
        "lines TIP"
    };

    @TempDir Path dir;

    @Test
    void while_everything_fails_every_tier_agrees_with_the_file() throws IOException {
        Outcome outcome = run("CHF", 2, true);

        assertThat(outcome.stores().getFirst().source())
                .isEqualTo(
                        new SourceTotals(
                                10,
                                11,
                                1,
                                2,
                                sumOf(107 + 60, 1800, 420, -70, 0, 50000, 120, 250, -50000, 35)));
        assertThat(outcome.stores().getFirst().differences()).isEmpty();
        assertThat(outcome.agrees()).isTrue();
        assertThat(outcome.stores().getFirst().headOffice().tallies().kinds())
                .containsKeys(EVERY_KIND.toArray(String[]::new));
        assertThat(outcome.stores().getFirst().headOffice().money().rows())
                .containsKeys(EVERY_MONEY);
        assertThat(outcome.faults())
                .hasSize(4)
                .allSatisfy(fault -> assertThat(fault.evidence()).isNotBlank());
        JsonNode entries = NodeApi.JSON.readTree(JsonReport.of(outcome)).path("entries");
        assertThat(entries.path("recorded").asLong())
                .isEqualTo(entries.path("acknowledged").asLong());
    }

    @ParameterizedTest
    @CsvSource({
        "KRW, 2, 18, 4, -1, 0, 500, 1, 3, -500, 0",
        "KWD, 1665, 18000, 4200, -700, 0, 500000, 1200, 2500, -500000, 350"
    })
    void other_currencies_round_as_they_must(
            String currency,
            long a,
            long b,
            long c,
            long d,
            long e,
            long f,
            long g,
            long h,
            long i,
            long j)
            throws IOException {
        Outcome outcome = run(currency, 1, false);

        StoreOutcome store = outcome.stores().getFirst();
        Figures file = new Figures(10, 11, sumOf(a, b, c, d, e, f, g, h, i, j));
        assertThat(store.edge()).isEqualTo(Figures.sum(List.of(file, store.beside())));
        assertThat(outcome.agrees()).isTrue();
    }

    private Outcome run(String currency, int tills, boolean chaos) throws IOException {
        RetailFile file = RetailFile.at(Files.writeString(dir.resolve("rows.csv"), ROWS));
        TradingDay day = TradingDay.read(file, Optional.empty(), MinorUnits.of(currency));
        var settings =
                new DemoSettings(
                        1,
                        tills,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        DemoSettings.rule(day.money(), Optional.empty()),
                        DemoSettings.country(day.money(), Optional.empty()),
                        chaos,
                        Optional.empty(),
                        chaos ? Duration.ofSeconds(20) : Duration.ofSeconds(5));
        var progress = new Progress(System.out, false);
        Path kept = Files.createDirectory(dir.resolve("demo"));
        try (Demo demo = new Demo(settings, day, kept, progress)) {
            return demo.run();
        }
    }

    private static long sumOf(long... receipts) {
        long sum = 0;
        for (long receipt : receipts) sum += receipt;
        return sum;
    }
}
