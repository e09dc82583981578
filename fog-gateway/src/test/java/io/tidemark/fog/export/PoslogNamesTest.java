package io.tidemark.fog.export;

import static io.tidemark.fog.LaboratoryStore.GBP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in a shop has the name in a POSLog that docs/EXPORTS.md says. */
class PoslogNamesTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "EXPORTS.md");

    @TempDir private static Path directory;

    private static final LaboratoryStore STORE = new LaboratoryStore("till-1");
    private static final LaboratoryTill TILL = STORE.till("till-1");
    private static final PoslogHappenings HAPPENINGS = new PoslogHappenings(new OddTill(TILL, GBP));
    private static ClosedAtHand closed;
    private static JsonNode log;

    @BeforeAll
    static void close_a_day_of_all_of_it() throws IOException {
        closed = new ClosedAtHand(directory, STORE);
        TILL.opens(SomeDay.DAY);
        HAPPENINGS.happen();
        closed.gateway.receives(TILL.closesDay());
        closed.gateway.closed(SomeDay.DAY);
        log = new ObjectMapper().readTree(closed.exported(ExportFormat.POSLOG)).get("POSLog");
    }

    @AfterAll
    static void close() {
        closed.close();
    }

    @Test
    void every_entry_has_the_name_of_what_it_is() {
        List<String> expected = new ArrayList<>();
        expected.add("ControlTransaction BusinessSOD");
        expected.add("TenderControlTransaction TenderLoan");
        for (PoslogHappenings.Named each : HAPPENINGS.all()) expected.add(each.name());

        List<String> told = new ArrayList<>();
        log.get("Transaction").forEach(each -> told.add(name(each)));

        assertThat(told.subList(0, expected.size())).isEqualTo(expected);
        assertThat(told.subList(told.size() - 2, told.size()))
                .containsExactly("ControlTransaction POSEOD", "ControlTransaction BusinessEOD");
    }

    @Test
    void each_carries_what_moved() {
        assertThat(of("SafeDrop").at("/Amount/Value").decimalValue()).isEqualByComparingTo("5");
        assertThat(of("TenderExchange").at("/ForeignAmount/Currency").asText()).isEqualTo("EUR");
        assertThat(of("TenderExchange").at("/ForeignAmount/Value").decimalValue())
                .isEqualByComparingTo("10");
        assertThat(of("TenderExchange").at("/ExchangeRate").decimalValue())
                .isEqualByComparingTo("0.86");
        assertThat(of("Confirmation").at("/ConfirmedBy").asText()).isEqualTo("201");
        assertThat(log.findValue("OverShortAmount").get("Value").decimalValue())
                .isEqualByComparingTo("-0.03");
        assertThat(of("TransferOut").at("/LineItem/0/Quantity/Value").decimalValue())
                .isEqualByComparingTo("3");
        assertThat(of("PhysicalCount").at("/LineItem/0/ItemID").asText()).isEqualTo("TEA");
        assertThat(of("BusinessEOD").at("/Status").asText()).isEqualTo("complete");
        assertThat(log.findValues("TrainingModeFlag").stream().filter(JsonNode::asBoolean))
                .hasSize(1);
    }

    @Test
    void there_is_no_name_in_the_documents_table_that_no_entry_has() throws IOException {
        String text = Files.readString(DOCUMENT);
        String table =
                text.substring(text.indexOf("## ARTS POSLog"), text.indexOf("## A journal for"));
        List<String> names =
                table.lines()
                        .filter(row -> row.startsWith("|") && !row.startsWith("|-"))
                        .map(row -> row.split("\\|", -1)[2])
                        .flatMap(cell -> Pattern.compile("[A-Z]\\w+").matcher(cell).results())
                        .map(MatchResult::group)
                        .toList();
        String json = new String(closed.exported(ExportFormat.POSLOG), UTF_8);

        assertThat(names).hasSizeGreaterThan(40).contains("TenderExchange", "PhysicalCount");
        for (String name : names) assertThat(json).contains("\"" + name + "\"");
    }

    private static JsonNode of(String name) {
        JsonNode found = log.findValue(name);
        assertThat(found).as(name).isNotNull();
        return found;
    }

    /** Its group, and what it is in it. */
    private static String name(JsonNode transaction) {
        for (Map.Entry<String, JsonNode> field : transaction.properties()) {
            if (!field.getKey().endsWith("Transaction")) continue;
            JsonNode status = field.getValue().get("TransactionStatus");
            return field.getKey()
                    + " "
                    + (status == null ? field.getValue().fieldNames().next() : status.asText());
        }
        return "nothing";
    }
}
