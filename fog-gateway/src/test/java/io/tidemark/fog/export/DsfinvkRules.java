package io.tidemark.fog.export;

import static io.tidemark.fog.export.DsfinvkFiles.adds;
import static io.tidemark.fog.export.DsfinvkFiles.amount;
import static io.tidemark.fog.export.DsfinvkFiles.has;
import static io.tidemark.fog.export.DsfinvkFiles.is;
import static io.tidemark.fog.export.DsfinvkFiles.key;
import static io.tidemark.fog.export.DsfinvkFiles.sumAt;
import static io.tidemark.fog.export.DsfinvkFiles.sums;
import static io.tidemark.fog.export.DsfinvkFiles.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DSFinV-K 2.4 as who receives it reads it: the columns of the administration's own {@code
 * index.xml}, the lists of appendices B to D, and what its tables have to say alike. It knows
 * nothing of how the files were made.
 */
public final class DsfinvkRules {
    private static final String CLOSING = "Z_KASSE_ID Z_ERSTELLUNG Z_NR";
    private static final String BON = CLOSING + " BON_ID";

    private final List<String> broken = new ArrayList<>();
    private final DsfinvkFiles files;

    private DsfinvkRules(DsfinvkFiles files) {
        this.files = files;
    }

    /**
     * Every rule that these files break; none where all is in order.
     *
     * @param moneyDecimals of the day's currency that has the most: so many an amount may have even
     *     where the standard's columns have two, as nothing of it may be lost
     */
    public static List<String> broken(Map<String, byte[]> files, int moneyDecimals) {
        DsfinvkFiles tables = new DsfinvkFiles(files, moneyDecimals);
        if (!tables.broken().isEmpty()) return tables.broken();
        DsfinvkRules rules = new DsfinvkRules(tables);
        rules.keys();
        rules.receipts();
        rules.closings();
        return rules.broken;
    }

    private void keys() {
        unique("cashpointclosing.csv", CLOSING);
        unique("location.csv", CLOSING);
        unique("cashregister.csv", CLOSING);
        unique("vat.csv", CLOSING + " UST_SCHLUESSEL");
        unique("businesscases.csv", CLOSING + " GV_TYP GV_NAME AGENTUR_ID UST_SCHLUESSEL");
        unique("payment.csv", CLOSING + " ZAHLART_TYP ZAHLART_NAME");
        unique("cash_per_currency.csv", CLOSING + " ZAHLART_WAEH");
        unique("transactions.csv", BON);
        unique("transactions_vat.csv", BON + " UST_SCHLUESSEL");
        unique("transactions_tse.csv", BON);
        unique("lines.csv", BON + " POS_ZEILE");
        unique("lines_vat.csv", BON + " POS_ZEILE UST_SCHLUESSEL");
        for (String file : files.names()) within(file, CLOSING, "cashpointclosing.csv");
        for (String file : files.names())
            if (file.matches("(transactions_|lines|data|item|sub|allo|ref).*"))
                within(file, BON, "transactions.csv");
        Set<String> secured =
                files.rows("transactions_tse.csv").stream()
                        .map(row -> key(row, BON))
                        .collect(Collectors.toSet());
        all(
                "transactions.csv",
                row -> is(row, "BON_TYP", "Beleg") == secured.contains(key(row, BON)));
        within("lines_vat.csv", BON + " POS_ZEILE", "lines.csv");
        within("lines.csv", BON + " POS_ZEILE", "lines_vat.csv");
        within("itemamounts.csv", BON + " POS_ZEILE", "lines.csv");
        for (String file :
                List.of(
                        "lines_vat.csv",
                        "transactions_vat.csv",
                        "itemamounts.csv",
                        "businesscases.csv")) within(file, CLOSING + " UST_SCHLUESSEL", "vat.csv");
        within("cashpointclosing.csv", CLOSING, "location.csv");
        within("cashpointclosing.csv", CLOSING, "cashregister.csv");
    }

    private void receipts() {
        all("lines_vat.csv", row -> adds(row, "POS_BRUTTO", "POS_NETTO", "POS_UST"));
        all("transactions_vat.csv", row -> adds(row, "BON_BRUTTO", "BON_NETTO", "BON_UST"));
        all("businesscases.csv", row -> adds(row, "Z_UMS_BRUTTO", "Z_UMS_NETTO", "Z_UST"));
        all("itemamounts.csv", row -> adds(row, "PF_BRUTTO", "PF_NETTO", "PF_UST"));
        equal(
                "a receipt's positions by its VAT",
                files.sums("lines_vat.csv", BON + " UST_SCHLUESSEL", "POS_BRUTTO"),
                files.sums("transactions_vat.csv", BON + " UST_SCHLUESSEL", "BON_BRUTTO"));
        equal(
                "a receipt's VAT",
                files.sums("lines_vat.csv", BON + " UST_SCHLUESSEL", "POS_UST"),
                files.sums("transactions_vat.csv", BON + " UST_SCHLUESSEL", "BON_UST"));
        equal(
                "a receipt's turnover",
                files.sums("lines_vat.csv", BON, "POS_BRUTTO"),
                files.sums("transactions.csv", BON, "UMS_BRUTTO"));
        equal(
                "what was paid on a receipt",
                sums(files.counted("datapayment.csv"), BON, "BASISWAEH_BETRAG"),
                sums(files.counted("transactions.csv"), BON, "UMS_BRUTTO"));
        Map<String, BigDecimal> priced =
                files.sums("itemamounts.csv", BON + " POS_ZEILE", "PF_BRUTTO");
        Map<String, BigDecimal> sold =
                files.sums("lines_vat.csv", BON + " POS_ZEILE", "POS_BRUTTO");
        priced.forEach((position, amount) -> {
            if (amount.compareTo(sold.get(position)) != 0)
                broken.add("prices of " + position + ": " + amount + ", not " + sold.get(position));
        });
        quantities(sold);
        all(
                "datapayment.csv",
                row -> has(row, "ZAHLWAEH_CODE") && has(row, "ZAHLWAEH_BETRAG") == isForeign(row));
    }

    /** Quantity by price is what a position came to, before what came off it. */
    private void quantities(Map<String, BigDecimal> sold) {
        BigDecimal minor =
                BigDecimal.ONE.movePointLeft(
                        files.rows("cashregister.csv").stream()
                                .map(row -> value(row, "KASSE_BASISWAEH_CODE"))
                                .mapToInt(code ->
                                        Currency.getInstance(code).getDefaultFractionDigits())
                                .findFirst()
                                .orElse(0));
        Map<String, BigDecimal> base =
                sums(
                        files.rows("itemamounts.csv").stream()
                                .filter(row -> is(row, "TYP", "base_amount"))
                                .toList(),
                        BON + " POS_ZEILE",
                        "PF_BRUTTO");
        for (Map<String, String> row : files.rows("lines.csv")) {
            String position = key(row, BON + " POS_ZEILE");
            BigDecimal quantity = amount(row, "MENGE").multiply(amount(row, "FAKTOR"));
            BigDecimal off =
                    quantity.multiply(amount(row, "STK_BR"))
                            .subtract(base.getOrDefault(position, sold.get(position)));
            BigDecimal most = minor.add(quantity.abs().multiply(new BigDecimal("0.000005")));
            if (off.abs().compareTo(most) > 0)
                broken.add("quantity by price of " + position + " is off by " + off);
        }
    }

    private boolean isForeign(Map<String, String> row) {
        return files.rows("cashregister.csv").stream()
                .filter(each -> key(each, CLOSING).equals(key(row, CLOSING)))
                .noneMatch(each -> is(each, "KASSE_BASISWAEH_CODE", value(row, "ZAHLWAEH_CODE")));
    }

    private void closings() {
        List<Map<String, String>> positions = files.counted("lines_vat.csv");
        Map<String, Map<String, String>> lines = new TreeMap<>();
        files.rows("lines.csv").forEach(row -> lines.put(key(row, BON + " POS_ZEILE"), row));
        for (Map<String, String> row : positions)
            row.putAll(
                    Objects.requireNonNull(lines.get(key(row, BON + " POS_ZEILE")))
                            .entrySet()
                            .stream()
                            .filter(each -> each.getKey().matches("GV_.*|AGENTUR_ID"))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        String byCase = CLOSING + " GV_TYP GV_NAME AGENTUR_ID UST_SCHLUESSEL";
        equal(
                "business cases",
                sums(positions, byCase, "POS_BRUTTO"),
                files.sums("businesscases.csv", byCase, "Z_UMS_BRUTTO"));
        equal(
                "their VAT",
                sums(positions, byCase, "POS_UST"),
                files.sums("businesscases.csv", byCase, "Z_UST"));
        List<Map<String, String>> paid = files.counted("datapayment.csv");
        equal(
                "payments",
                sums(paid, CLOSING + " ZAHLART_TYP ZAHLART_NAME", "BASISWAEH_BETRAG"),
                files.sums(
                        "payment.csv", CLOSING + " ZAHLART_TYP ZAHLART_NAME", "Z_ZAHLART_BETRAG"));
        equal(
                "cash",
                cash(paid),
                files.sums(
                        "cash_per_currency.csv", CLOSING + " ZAHLART_WAEH", "ZAHLART_BETRAG_WAEH"));
        Map<String, BigDecimal> turned = files.sums("businesscases.csv", CLOSING, "Z_UMS_BRUTTO");
        Map<String, BigDecimal> all = files.sums("payment.csv", CLOSING, "Z_ZAHLART_BETRAG");
        Map<String, BigDecimal> inCash =
                sums(
                        files.rows("payment.csv").stream()
                                .filter(row -> is(row, "ZAHLART_TYP", "Bar"))
                                .toList(),
                        CLOSING,
                        "Z_ZAHLART_BETRAG");
        for (Map<String, String> row : files.rows("cashpointclosing.csv")) {
            String closing = key(row, CLOSING);
            same(closing + " Z_SE_ZAHLUNGEN", amount(row, "Z_SE_ZAHLUNGEN"), sumAt(all, closing));
            same(closing + " what was turned over", sumAt(turned, closing), sumAt(all, closing));
            same(
                    closing + " Z_SE_BARZAHLUNGEN",
                    amount(row, "Z_SE_BARZAHLUNGEN"),
                    sumAt(inCash, closing));
            List<String> ids =
                    files.rows("transactions.csv").stream()
                            .filter(each -> key(each, CLOSING).equals(closing))
                            .map(each -> each.get("BON_ID"))
                            .toList();
            String first = ids.isEmpty() ? "" : ids.getFirst();
            String last = ids.isEmpty() ? "" : ids.getLast();
            if (!is(row, "Z_START_ID", first) || !is(row, "Z_ENDE_ID", last))
                broken.add(closing + " begins or ends at another receipt");
        }
    }

    /** In its own currency. */
    private Map<String, BigDecimal> cash(List<Map<String, String>> paid) {
        Map<String, BigDecimal> cash = new TreeMap<>();
        for (Map<String, String> row : paid)
            if (is(row, "ZAHLART_TYP", "Bar"))
                cash.merge(
                        key(row, CLOSING) + " " + value(row, "ZAHLWAEH_CODE"),
                        amount(
                                row,
                                has(row, "ZAHLWAEH_BETRAG")
                                        ? "ZAHLWAEH_BETRAG"
                                        : "BASISWAEH_BETRAG"),
                        BigDecimal::add);
        return cash;
    }

    private void all(String file, Predicate<Map<String, String>> rule) {
        broken.addAll(files.not(file, rule));
    }

    private void unique(String file, String columns) {
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row : files.rows(file))
            if (!seen.add(key(row, columns)))
                broken.add(file + " has " + key(row, columns) + " twice");
    }

    private void within(String file, String columns, String other) {
        Set<String> there =
                files.rows(other).stream()
                        .map(row -> key(row, columns))
                        .collect(Collectors.toSet());
        for (Map<String, String> row : files.rows(file))
            if (!there.contains(key(row, columns)))
                broken.add(file + " has " + key(row, columns) + ", and " + other + " has not");
    }

    private void equal(String what, Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
        Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .forEach(key -> same(what + ", " + key, sumAt(one, key), sumAt(other, key)));
    }

    private void same(String what, BigDecimal one, BigDecimal other) {
        if (one.compareTo(other) != 0) broken.add(what + ": " + one + ", not " + other);
    }
}
