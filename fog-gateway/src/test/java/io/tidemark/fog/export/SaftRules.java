package io.tidemark.fog.export;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * SAF-T Cash Register as who receives it reads it: the administration's schema, its code lists, and
 * what its parts have to say alike. (The schema's own keys name no namespace, so that no validator
 * looks at them; they are looked at here.) It knows nothing of how the file was made.
 */
public final class SaftRules {
    private static final Set<String> SALES =
            Set.of("11001", "11002", "11006", "11009", "11013", "11015", "11016", "11017");
    private static final Schema SCHEMA = schema();

    private final List<String> broken = new ArrayList<>();
    private final Element file;

    /** Amounts have two decimals: of a currency with three, each is off by half a hundredth. */
    private final BigDecimal most;

    private SaftRules(Element file, int currencyDigits) {
        this.file = file;
        this.most = currencyDigits > 2 ? new BigDecimal("0.005") : BigDecimal.ZERO;
    }

    /** Every rule that it breaks; none where all is in order. */
    public static List<String> broken(byte[] saft, int currencyDigits) throws Exception {
        SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(saft)));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        SaftRules rules =
                new SaftRules(
                        factory.newDocumentBuilder()
                                .parse(new ByteArrayInputStream(saft))
                                .getDocumentElement(),
                        currencyDigits);
        rules.codes();
        rules.standardVat();
        rules.keys();
        for (Element register : all(rules.file, "cashregister")) {
            for (Element each : all(register, "cashtransaction")) rules.transaction(each);
            rules.voided(register);
            rules.reports(register);
        }
        return rules.broken;
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(
                            SaftRules.class.getResource(
                                    "/saft/Norwegian_SAF-T_Cash_Register_Schema_v_1.00.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lists PredefinedBasicID-04 and -10 to -13. */
    private void codes() {
        for (Element basic : all(file, "basic")) {
            String type = text(basic, "basicType");
            int code = has(basic, "predefinedBasicID") ? number(basic, "predefinedBasicID") : 0;
            int last =
                    switch (type) {
                        case "04" -> 21;
                        case "10" -> 1;
                        case "11" -> 17;
                        case "12" -> 11;
                        case "13" -> 30;
                        default -> 0;
                    };
            int first = Integer.parseInt(type) * 1_000;
            boolean listed = (code > first && code <= first + last) || code == first + 999;
            require(last == 0 ? code == 0 : listed, "code " + code + " of list " + type);
        }
    }

    /** Of what is sold in Norway; another country's rate has none of the standard's codes. */
    private void standardVat() {
        for (Element each : all(file, "vatCodeDetail")) {
            String code = text(each, "vatCode");
            String standard =
                    switch (code.substring(code.lastIndexOf('-') + 1)) {
                        case "0" -> "0";
                        case "250000" -> "3";
                        case "150000" -> "31";
                        case "120000" -> "33";
                        default -> "NA";
                    };
            require(text(each, "standardVatCode").equals(standard), "standard code of " + code);
        }
    }

    private void keys() {
        Set<String> basics = unique(all(file, "basic"), "basicID");
        Set<String> people = unique(all(file, "employee"), "empID");
        Set<String> articles = unique(all(file, "article"), "artID");
        Set<String> vat = unique(all(file, "vatCodeDetail"), "vatCode");
        unique(all(file, "cashregister"), "registerID");
        unique(all(file, "eventReport"), "reportID");
        for (Element register : all(file, "cashregister"))
            unique(all(register, "event"), "eventID");
        Stream.of("eventType", "transType", "paymentType", "raiseType", "dscTp", "lineType")
                .forEach(name -> known(name, basics));
        for (Element article : all(file, "article"))
            require(basics.contains(text(article, "artGroupID")), "group of " + text(article));
        for (Element line : all(file, "ctLine")) {
            require(articles.contains(text(line, "artID")), "article of " + text(line));
            require(basics.contains(text(line, "artGroupID")), "group of " + text(line));
        }
        known("vatCode", vat);
        known("empID", people);
    }

    private void known(String name, Set<String> keys) {
        for (Element each : all(file, name))
            if (!text(each).equals("None"))
                require(keys.contains(text(each)), name + " " + text(each));
    }

    private Set<String> unique(List<Element> elements, String key) {
        Set<String> keys = new HashSet<>();
        for (Element each : elements)
            require(keys.add(text(each, key)), key + " " + text(each, key) + " twice");
        return keys;
    }

    private void transaction(Element transaction) {
        String what = text(transaction, "transID") + " ";
        BigDecimal in = amount(transaction, "transAmntIn");
        BigDecimal without = amount(transaction, "transAmntEx");
        List<Element> lines = all(transaction, "ctLine");
        List<Element> vats =
                children(transaction).stream()
                        .filter(each -> each.getLocalName().equals("vat"))
                        .toList();
        long rounded = 2L * lines.size() + all(transaction, "payment").size() + 4;
        same(what + "VAT", in.subtract(without), sum(vats, "vatAmnt"), rounded);
        if (!lines.isEmpty() || SALES.contains(text(transaction, "transType"))) {
            same(what + "lines", in, sum(lines, "lineAmntIn"), rounded);
            same(what + "lines without VAT", without, sum(lines, "lineAmntEx"), rounded);
        }
        BigDecimal paid = sum(all(transaction, "payment"), "paidAmnt");
        BigDecimal more =
                sum(all(transaction, "raise"), "raiseAmnt")
                        .add(sum(all(transaction, "rounding"), "roundingAmnt"));
        same(what + "paid", in.add(more), paid, rounded);
        side(transaction, in);
        String number = text(transaction, "nr");
        for (Element line : lines) {
            require(text(line, "nr").equals(number), what + "nr of a line");
            side(line, amount(line, "lineAmntIn"));
            BigDecimal tax = amount(line, "lineAmntIn").subtract(amount(line, "lineAmntEx"));
            same(what + "line's VAT", tax, sum(all(line, "vat"), "vatAmnt"), 3);
        }
    }

    private void side(Element element, BigDecimal amount) {
        String side = amount.signum() < 0 ? "D" : "C";
        // Less than half a hundredth is written as nothing, and may be of either side.
        if (amount.signum() != 0)
            require(text(element, "amntTp").equals(side), "side of " + amount);
    }

    /** A correction and what it corrects are void, and nothing else is. */
    private void voided(Element register) {
        List<Element> all = all(register, "cashtransaction");
        Set<String> undone =
                all.stream()
                        .filter(each -> text(each, "transType").equals("11009"))
                        .map(each -> text(each, "refID"))
                        .map(each -> each.substring(each.lastIndexOf('/') + 1))
                        .collect(Collectors.toSet());
        for (Element each : all)
            if (SALES.contains(text(each, "transType")) && text(each, "trainingID").equals("false"))
                require(
                        text(each, "voidTransaction").equals("true")
                                == (text(each, "transType").equals("11009")
                                        || undone.contains(text(each, "nr"))),
                        text(each, "transID") + " is void or not");
    }

    /** What the reports of a register come to is what its receipts do, and grand totals grow. */
    private void reports(Element register) {
        List<Element> reports = all(register, "eventReport");
        List<Element> sales =
                all(register, "cashtransaction").stream()
                        .filter(each -> text(each, "trainingID").equals("false"))
                        .filter(each -> SALES.contains(text(each, "transType")))
                        .toList();
        if (reports.isEmpty()) {
            require(sales.isEmpty(), "sales without a report");
            return;
        }
        BigDecimal sold = sum(sales, "transAmntIn");
        long rounded = 2L + all(register, "ctLine").size() + all(register, "payment").size();
        same("sold", sum(reports, "totalCashSaleAmnt"), sold, rounded);
        same("groups", sum(all(register, "reportArtGroup"), "artGroupAmnt"), sold, rounded);
        List<Element> vat = all(register, "reportCashSaleVat");
        same("VAT", sum(vat, "cashSaleAmnt").add(sum(vat, "vatAmnt")), sold, rounded + vat.size());
        BigDecimal paid = BigDecimal.ZERO;
        for (Element sale : sales) paid = paid.add(sum(all(sale, "payment"), "paidAmnt"));
        same("paid", sum(all(register, "reportPayment"), "paymentAmnt"), paid, rounded);
        BigDecimal before = BigDecimal.ZERO;
        for (Element report : reports) {
            BigDecimal grand = amount(report, "reportGrandTotalSales");
            same(
                    "net grand total",
                    amount(report, "reportGrandTotalSalesNet"),
                    grand.subtract(amount(report, "reportGrandTotalReturn")),
                    3);
            require(grand.compareTo(before) >= 0, "the grand total fell to " + grand);
            require(amount(report, "reportReturnAmnt").signum() >= 0, "returns below zero");
            before = grand;
        }
    }

    private void require(boolean holds, String what) {
        if (!holds) broken.add(what);
    }

    private void same(String what, BigDecimal one, BigDecimal other, long rounded) {
        BigDecimal off = one.subtract(other).abs();
        if (off.compareTo(most.multiply(BigDecimal.valueOf(rounded))) > 0)
            broken.add(what + ": " + one + ", not " + other);
    }

    private static BigDecimal sum(List<Element> elements, String name) {
        return elements.stream()
                .map(each -> amount(each, name))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(Element within, String name) {
        return new BigDecimal(text(within, name));
    }

    private static int number(Element within, String name) {
        return Integer.parseInt(text(within, name));
    }

    private static boolean has(Element within, String name) {
        return !all(within, name).isEmpty();
    }

    private static String text(Element within, String name) {
        return children(within).stream()
                .filter(each -> each.getLocalName().equals(name))
                .findFirst()
                .map(SaftRules::text)
                .orElseGet(() -> text(all(within, name).getFirst()));
    }

    private static String text(Element element) {
        return element.getTextContent();
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        Node first = element.getFirstChild();
        for (Node each = first; each != null; each = each.getNextSibling())
            if (each instanceof Element child) children.add(child);
        return children;
    }

    private static List<Element> all(Element within, String name) {
        List<Element> found = new ArrayList<>();
        collect(within, name, found);
        return found;
    }

    private static void collect(Element within, String name, List<Element> found) {
        for (Element child : children(within)) {
            if (child.getLocalName().equals(name)) found.add(child);
            collect(child, name, found);
        }
    }
}
