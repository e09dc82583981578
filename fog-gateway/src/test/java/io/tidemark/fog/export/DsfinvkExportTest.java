package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.money.Money;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** DSFinV-K 2.4, by the rules of its closing totals. */
class DsfinvkExportTest {
    @TempDir Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void in_any_days_closings_what_was_turned_over_is_what_was_paid(long seed) throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, seed)) {
            Map<String, byte[]> files = closed.files(ExportFormat.DSFINVK);

            List<Map<String, String>> closings = rows(files, "cashpointclosing.csv");
            assertThat(closings)
                    .extracting(row -> row.get("Z_KASSE_ID"))
                    .containsExactly("till-1", "till-2");
            for (Map<String, String> closing : closings) {
                BigDecimal paid = amount(closing, "Z_SE_ZAHLUNGEN");
                assertThat(sum(of(closing, files, "businesscases.csv"), "Z_UMS_BRUTTO"))
                        .isEqualByComparingTo(paid);
                assertThat(sum(of(closing, files, "payment.csv"), "Z_ZAHLART_BETRAG"))
                        .isEqualByComparingTo(paid);
                assertThat(sum(counted(closing, files, "datapayment.csv"), "BASISWAEH_BETRAG"))
                        .isEqualByComparingTo(paid);
                assertThat(sum(counted(closing, files, "lines_vat.csv"), "POS_BRUTTO"))
                        .isEqualByComparingTo(paid);
                assertThat(sum(counted(closing, files, "transactions.csv"), "UMS_BRUTTO"))
                        .isEqualByComparingTo(paid);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void cash_by_currency_is_what_the_drawers_were_counted_at(long seed) throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, seed)) {
            Map<String, byte[]> files = closed.files(ExportFormat.DSFINVK);

            for (String currency : List.of("GBP", "EUR")) {
                BigDecimal cash =
                        sum(
                                rows(files, "cash_per_currency.csv").stream()
                                        .filter(row ->
                                                Objects.equals(row.get("ZAHLART_WAEH"), currency))
                                        .toList(),
                                "ZAHLART_BETRAG_WAEH");
                assertThat(cash).as(currency).isEqualByComparingTo(held(closed, currency));
            }
        }
    }

    /** By the close-downs alone: the last count of each workstation's cash. */
    private static BigDecimal held(ClosedAtHand closed, String currency) {
        BigDecimal held = BigDecimal.ZERO;
        for (Register register : closed.day().registers()) {
            BigDecimal last = BigDecimal.ZERO;
            for (Stretch stretch : register.stretches())
                for (TenderAccount account : stretch.part().totals().tenders())
                    if (account.type().isCash()
                            && account.currency().code().equals(currency)
                            && account.counted() != null)
                        last = Objects.requireNonNull(account.counted()).decimal();
            held = held.add(last);
        }
        return held;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8})
    void the_index_describes_every_file_by_the_standards_own_grammar(long seed) throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, seed)) {
            Map<String, byte[]> files = closed.files(ExportFormat.DSFINVK);

            Element index = validated(files);
            NodeList tables = index.getElementsByTagName("Table");
            assertThat(tables.getLength()).isEqualTo(20);
            for (int i = 0; i < tables.getLength(); i++) {
                Element table = (Element) tables.item(i);
                String file = text(table, "URL");
                List<List<String>> records = Csv.records(new String(files.get(file), UTF_8), ';');
                assertThat(records.getFirst()).isEqualTo(columns(table));
                assertThat(records)
                        .allSatisfy(record -> assertThat(record).hasSameSizeAs(columns(table)));
            }
        }
    }

    @Test
    void it_says_whose_store_it_is_where_it_is_and_how_the_tax_office_knows_it() throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, 3)) {
            Map<String, byte[]> files = closed.files(ExportFormat.DSFINVK);

            assertThat(rows(files, "cashpointclosing.csv").getFirst())
                    .containsEntry("NAME", "Licht & Schatten GmbH")
                    .containsEntry("STRASSE", "Kai 7")
                    .containsEntry("ORT", "Hamburg")
                    .containsEntry("LAND", "DEU")
                    .containsEntry("STNR", "27/123/45678")
                    .containsEntry("USTID", "DE123456789");
            assertThat(rows(files, "location.csv").getFirst())
                    .containsEntry("LOC_STRASSE", "Hauptstr. 1")
                    .containsEntry("LOC_PLZ", "10115")
                    .containsEntry("LOC_USTID", "DE123456789");
            assertThat(new String(closed.exported(ExportFormat.SAFT), UTF_8))
                    .contains("<companyName>Licht &amp; Schatten GmbH</companyName>")
                    .contains("<taxRegistrationCountry>DE</taxRegistrationCountry>")
                    .contains("<streetname>Hauptstr. 1</streetname>");
            assertThat(new String(closed.exported(ExportFormat.POSLOG), UTF_8))
                    .contains("\"TaxRegistrationNumber\"", "DE123456789", "Hauptstr. 1");
        }
    }

    @Test
    void foreign_cash_that_nobody_paid_with_counts_in_its_own_currency_alone() throws Exception {
        try (ClosedAtHand closed = new ClosedAtHand(directory, "till-1")) {
            LaboratoryTill till = closed.store.till("till-1").opens(SomeDay.DAY);
            till.record(
                    new CashMovement(
                            CashMovement.Kind.FLOAT_PROVIDED, new Money(5_000, SomeDay.EUR), ""));
            closed.gateway.receives(till.closesDay());
            closed.gateway.closed(SomeDay.DAY);

            Map<String, byte[]> files = closed.files(ExportFormat.DSFINVK);

            assertThat(rows(files, "cash_per_currency.csv"))
                    .extracting(
                            row -> row.get("ZAHLART_WAEH"), row -> row.get("ZAHLART_BETRAG_WAEH"))
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("EUR", "50,00"),
                            org.assertj.core.groups.Tuple.tuple("GBP", "100,00"));
            assertThat(rows(files, "transactions.csv").getLast())
                    .containsEntry("BON_NOTIZ", "Ohne Umrechnungskurs");
        }
    }

    @Test
    void a_gift_card_is_sold_and_redeemed_by_its_number_and_is_no_turnover() throws Exception {
        try (ClosedAtHand closed = new ClosedAtHand(directory, "till-1")) {
            LaboratoryTill till = closed.store.till("till-1").opens(SomeDay.DAY);
            till.record(SomeDay.cardSold("=77", 1_000)).record(SomeDay.paidByCard("=77", 250));
            closed.gateway.receives(till.closesDay());
            closed.gateway.closed(SomeDay.DAY);

            Map<String, byte[]> files = closed.files(ExportFormat.DSFINVK);

            assertThat(rows(files, "lines.csv"))
                    .filteredOn(row -> Objects.equals(row.get("GUTSCHEIN_NR"), "=77"))
                    .extracting(row -> row.get("GV_TYP"))
                    .containsExactly("MehrzweckgutscheinKauf", "MehrzweckgutscheinEinloesung");
            assertThat(rows(files, "businesscases.csv"))
                    .filteredOn(row -> Objects.requireNonNull(row.get("GV_TYP")).startsWith("M"))
                    .extracting(row -> row.get("Z_UMS_BRUTTO"), row -> row.get("UST_SCHLUESSEL"))
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("10,00", "5"),
                            org.assertj.core.groups.Tuple.tuple("-2,50", "5"));
        }
    }

    @Test
    void a_price_without_vat_is_told_with_it() throws Exception {
        try (ClosedAtHand closed = new ClosedAtHand(directory, "till-1")) {
            LaboratoryTill till = closed.store.till("till-1").opens(SomeDay.DAY);
            till.record(SomeDay.soldWithoutTax("10.00"));
            closed.gateway.receives(till.closesDay());
            closed.gateway.closed(SomeDay.DAY);

            Map<String, String> line =
                    rows(closed.files(ExportFormat.DSFINVK), "lines.csv").getLast();

            assertThat(line).containsEntry("STK_BR", "12,00000");
        }
    }

    @Test
    void a_till_that_was_closed_without_is_under_the_number_of_its_next_z() throws Exception {
        try (ClosedAtHand closed = new ClosedAtHand(directory, "till-1")) {
            LaboratoryTill till = closed.store.till("till-1").opens(SomeDay.DAY.minusDays(1));
            closed.gateway.receives(till.closesDay());
            closed.gateway.closed(SomeDay.DAY.minusDays(1));
            closed.gateway.receives(till.opens(SomeDay.DAY).sells("2.50"));
            closed.gateway.closed(SomeDay.DAY, "till-1");
            String without = numbers(closed);

            closed.gateway.receives(till.closesDay());
            closed.gateway.closed(SomeDay.DAY);

            assertThat(without).isEqualTo("2");
            assertThat(numbers(closed)).isEqualTo("2");
        }
    }

    private static String numbers(ClosedAtHand closed) throws Exception {
        return rows(closed.files(ExportFormat.DSFINVK), "cashpointclosing.csv").stream()
                .map(row -> row.get("Z_NR"))
                .collect(Collectors.joining(" "));
    }

    private static Element validated(Map<String, byte[]> files) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((_, system) -> {
            String name = system.substring(system.lastIndexOf('/') + 1);
            return new InputSource(new ByteArrayInputStream(files.get(name)));
        });
        builder.setErrorHandler(new Strict());
        return builder.parse(new ByteArrayInputStream(files.get("index.xml"))).getDocumentElement();
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }

    private static List<String> columns(Element table) {
        NodeList columns = table.getElementsByTagName("VariableColumn");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.getLength(); i++)
            names.add(text((Element) columns.item(i), "Name"));
        return names;
    }

    private static String text(Element within, String name) {
        return within.getElementsByTagName(name).item(0).getTextContent();
    }

    private static List<Map<String, String>> rows(Map<String, byte[]> files, String name) {
        return Csv.rows(new String(Objects.requireNonNull(files.get(name), name), UTF_8), ';');
    }

    private static List<Map<String, String>> of(
            Map<String, String> closing, Map<String, byte[]> files, String name) {
        return rows(files, name).stream()
                .filter(row -> Objects.equals(row.get("Z_KASSE_ID"), closing.get("Z_KASSE_ID")))
                .filter(row -> Objects.equals(row.get("Z_NR"), closing.get("Z_NR")))
                .toList();
    }

    /** Only of a Beleg. */
    private static List<Map<String, String>> counted(
            Map<String, String> closing, Map<String, byte[]> files, String name) {
        List<String> bons =
                of(closing, files, "transactions.csv").stream()
                        .filter(row -> Objects.equals(row.get("BON_TYP"), "Beleg"))
                        .map(row -> row.get("BON_ID"))
                        .toList();
        assertThat(bons).doesNotHaveDuplicates();
        return of(closing, files, name).stream()
                .filter(row -> bons.contains(row.get("BON_ID")))
                .toList();
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> amount(row, column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(Map<String, String> row, String column) {
        return new BigDecimal(Objects.requireNonNull(row.get(column)).replace(',', '.'));
    }
}
