package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.ledger.money.CurrencyCode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Days that nobody thinks of, in every format, held against what each format demands. */
class OddDaysTest {
    @TempDir Path directory;

    static Stream<Arguments> days() {
        Stream<OddDay> withMoney =
                Stream.of(
                        OddDay.EVERY_KIND_OF_LINE,
                        OddDay.DISCOUNTS,
                        OddDay.FOREIGN_CASH_AND_EXCHANGES);
        return Stream.concat(
                Stream.of(OddDay.values()).map(day -> Arguments.of(day, "EUR", "Pacific/Honolulu")),
                withMoney.flatMap(day ->
                        Stream.of(
                                Arguments.of(day, "JPY", "Asia/Tokyo"),
                                Arguments.of(day, "KWD", "Asia/Kathmandu"))));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("days")
    void any_day_is_what_every_format_demands(OddDay day, String currency, String zone)
            throws Exception {
        LaboratoryStore store =
                new LaboratoryStore(new CurrencyCode(currency), ZoneId.of(zone), "till-1");
        try (ClosedAtHand closed = ClosedAtHand.odd(directory.resolve("gateway"), day, store)) {
            assertEveryFormatTakes(closed, closed.day(), directory);
        }
    }

    static void assertEveryFormatTakes(ClosedAtHand closed, ClosedDay day, Path directory)
            throws Exception {
        int decimals =
                Survey.of(day).currencies().stream()
                        .mapToInt(CurrencyCode::digits)
                        .max()
                        .orElseThrow();

        assertThat(
                        DsfinvkRules.broken(
                                ZippedFiles.of(ClosedAtHand.exported(day, ExportFormat.DSFINVK)),
                                decimals))
                .isEmpty();
        assertThat(
                        SaftRules.broken(
                                ClosedAtHand.exported(day, ExportFormat.SAFT),
                                closed.store.currency().digits()))
                .isEmpty();
        assertThat(Hledger.refused(directory, ClosedAtHand.exported(day, ExportFormat.HLEDGER)))
                .isEmpty();
        new ObjectMapper().readTree(ClosedAtHand.exported(day, ExportFormat.POSLOG));
        for (Map.Entry<String, byte[]> file :
                ZippedFiles.of(ClosedAtHand.exported(day, ExportFormat.CSV)).entrySet())
            for (List<String> row : Csv.records(new String(file.getValue(), UTF_8), ','))
                assertThat(row).noneMatch(TablesAndPoslogTest::isFormula);
    }
}
