package io.tidemark.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.lab.bench.day.BareFold;
import io.tidemark.lab.bench.day.Findings;
import io.tidemark.lab.bench.day.FlatTill;
import io.tidemark.lab.bench.day.MeasuredGateway;
import io.tidemark.lab.bench.day.RecordedStore;
import io.tidemark.lab.bench.day.ShopKeys;
import io.tidemark.lab.bench.tables.DayTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesAgreeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int TILLS = 3;
    private static final int LINES = 4_000;

    @TempDir private Path directory;
    private final ShopKeys keys = ShopKeys.fresh(TILLS);
    private final RecordedStore recorded = new RecordedStore(DAY, 11);
    private List<FlatTill> tills;

    @BeforeEach
    void record() throws Exception {
        Path journals = Files.createDirectory(MeasuredGateway.journals(directory));
        tills = recorded.write(journals, TILLS, LINES, RecordedStore.pens(keys));
    }

    @Test
    void the_close_down_and_plain_sums_of_its_lines_say_the_same() {
        try (MeasuredGateway gateway = gateway(Long.MAX_VALUE)) {
            MeasuredGateway.Closed closed = gateway.close(DAY);

            assertThat(closed.result().totals().lines()).isEqualTo(LINES);
            assertThat(closed.findings(recorded.assortment()).difference(bare())).isEmpty();
        }
    }

    @Test
    void columns_and_journals_give_the_same_bytes() {
        try (MeasuredGateway columns = gateway(Long.MAX_VALUE);
                MeasuredGateway journals = gateway(0)) {
            assertThat(columns.close(DAY).digest()).isEqualTo(journals.close(DAY).digest());
        }
    }

    @Test
    void duckdb_finds_what_plain_sums_find() {
        assertFindsTheSame(DayTables.duckDb(2));
    }

    @Test
    void h2_finds_what_plain_sums_find() {
        assertFindsTheSame(DayTables.h2(2));
    }

    @Test
    void a_till_that_is_missing_is_found_out() {
        try (DayTables tables = DayTables.h2(2)) {
            tables.load(tills.subList(1, TILLS));

            assertThat(tables.ask().difference(bare())).contains("TILLS", "PRODUCTS", "BASKETS");
        }
    }

    private void assertFindsTheSame(DayTables engine) {
        try (engine) {
            engine.load(tills);

            assertThat(engine.ask().difference(bare())).isEmpty();
        }
    }

    private Findings bare() {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            return new BareFold(tills).on(threads, 2);
        }
    }

    private MeasuredGateway gateway(long columnBytes) {
        return new MeasuredGateway(keys, directory, DAY, columnBytes);
    }
}
