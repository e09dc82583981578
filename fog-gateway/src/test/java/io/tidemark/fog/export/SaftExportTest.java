package io.tidemark.fog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.fog.LaboratoryTill;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** SAF-T Cash Register, held against the tax administration's own schema. */
class SaftExportTest {
    private static Schema schema;

    @TempDir Path directory;

    @BeforeAll
    static void read_the_schema() throws SAXException {
        schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(
                                SaftExportTest.class.getResource(
                                        "/saft/Norwegian_SAF-T_Cash_Register_Schema_v_1.00.xsd"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void any_day_is_valid_and_its_reports_add_up_to_its_transactions(long seed) throws Exception {
        try (ClosedAtHand closed = ClosedAtHand.some(directory, seed)) {
            byte[] saft = closed.exported(ExportFormat.SAFT);

            validate(saft);
            Element file = parsed(saft);
            for (Element register : all(file, "cashregister")) {
                assertThat(sum(sales(register), "transAmntIn"))
                        .isEqualByComparingTo(
                                sum(all(register, "eventReport"), "totalCashSaleAmnt"));
                assertThat(sum(all(register, "reportArtGroup"), "artGroupAmnt"))
                        .isEqualByComparingTo(sum(sales(register), "transAmntIn"));
                assertThat(sum(all(register, "reportPayment"), "paymentAmnt"))
                        .isEqualByComparingTo(paid(sales(register)));
            }
            for (Element sale : sales(file)) {
                assertThat(sum(all(sale, "ctLine"), "lineAmntIn"))
                        .isEqualByComparingTo(text(sale, "transAmntIn"));
                assertThat(sold(sale)).isEqualByComparingTo(paid(List.of(sale)));
            }
        }
    }

    @Test
    void a_till_that_never_ended_its_day_has_an_x_report_and_no_z() throws Exception {
        try (ClosedAtHand closed = new ClosedAtHand(directory, "till-1")) {
            LaboratoryTill till = closed.store.till("till-1").opens(SomeDay.DAY).sells("2.50");
            closed.gateway.receives(till);
            closed.gateway.closed(SomeDay.DAY, "till-1");

            byte[] saft = closed.exported(ExportFormat.SAFT);

            validate(saft);
            Element report = all(parsed(saft), "eventReport").getFirst();
            assertThat(text(report, "reportType")).isEqualTo("X report");
            assertThat(text(report, "totalCashSaleAmnt")).isEqualTo("5.00");
            assertThat(text(report, "reportGrandTotalSales")).isEqualTo("5.00");
        }
    }

    @Test
    void a_day_on_which_nobody_worked_is_valid_too() throws Exception {
        try (ClosedAtHand closed = new ClosedAtHand(directory, "till-1")) {
            closed.gateway.receives(
                    closed.store.till("till-1").opens(SomeDay.DAY.minusDays(1)).closesDay());
            closed.gateway.closed(SomeDay.DAY.minusDays(1));
            closed.gateway.closed(SomeDay.DAY, "till-1");

            byte[] saft = closed.exported(ExportFormat.SAFT);

            validate(saft);
            assertThat(all(parsed(saft), "cashtransaction")).isEmpty();
        }
    }

    @Test
    void the_schema_refuses_what_is_no_day() {
        assertThatThrownBy(() ->
                        validate("<auditfile/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
    }

    private static void validate(byte[] saft) throws Exception {
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(saft)));
    }

    private static Element parsed(byte[] saft) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(saft))
                .getDocumentElement();
    }

    /** What was really sold, returned or undone: no training, no movement of cash. */
    private static List<Element> sales(Element within) {
        return all(within, "cashtransaction").stream()
                .filter(each -> text(each, "trainingID").equals("false"))
                .filter(each ->
                        List.of("11001", "11002", "11006", "11009", "11013", "11015", "11016")
                                .contains(text(each, "transType")))
                .toList();
    }

    /** Lines, tip and rounding. */
    private static BigDecimal sold(Element sale) {
        return new BigDecimal(text(sale, "transAmntIn"))
                .add(sum(all(sale, "raise"), "raiseAmnt"))
                .add(sum(all(sale, "rounding"), "roundingAmnt"));
    }

    private static BigDecimal paid(List<Element> sales) {
        return sales.stream()
                .flatMap(sale -> all(sale, "payment").stream())
                .map(payment -> new BigDecimal(text(payment, "paidAmnt")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<Element> elements, String amount) {
        return elements.stream()
                .map(each -> new BigDecimal(text(each, amount)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(Element within, String name) {
        return all(within, name).getFirst().getTextContent();
    }

    private static List<Element> all(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) elements.add((Element) found.item(i));
        return elements;
    }
}
