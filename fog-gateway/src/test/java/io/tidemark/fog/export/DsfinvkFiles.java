package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tables of DSFinV-K 2.4, read by the columns of the administration's own index alone. */
final class DsfinvkFiles {
    private static final Set<String> HAPPENINGS =
            words(
                    "Beleg AVRechnung AVTransfer AVBestellung AVTraining AVBelegstorno AVBelegabbruch"
                            + " AVSachbezug AVSonstige");
    private static final Set<String> CASES =
            words(
                    "Umsatz Pfand PfandRueckzahlung Rabatt Aufschlag ZuschussEcht ZuschussUnecht"
                            + " TrinkgeldAG TrinkgeldAN EinzweckgutscheinKauf EinzweckgutscheinEinloesung"
                            + " MehrzweckgutscheinKauf MehrzweckgutscheinEinloesung Forderungsentstehung"
                            + " Forderungsaufloesung Anzahlungseinstellung Anzahlungsaufloesung"
                            + " Anfangsbestand Privatentnahme Privateinlage Geldtransit Lohnzahlung"
                            + " Einzahlung Auszahlung DifferenzSollIst");
    private static final Set<String> PAYMENTS =
            words("Bar Unbar Keine ECKarte Kreditkarte ElZahlungsdienstleister Guthabenkarte");
    private static final Set<String> REFERENCES =
            words("ExterneRechnung ExternerLieferschein Transaktion ExterneSonstige");
    private static final String CLOSING = "Z_KASSE_ID Z_ERSTELLUNG Z_NR";
    private static final String BON = CLOSING + " BON_ID";

    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final int moneyDecimals;

    DsfinvkFiles(Map<String, byte[]> files, int moneyDecimals) {
        this.moneyDecimals = moneyDecimals;
        try {
            read(files);
            if (broken.isEmpty()) lists();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not in their form. */
    List<String> broken() {
        return broken;
    }

    Set<String> names() {
        return tables.keySet();
    }

    private void read(Map<String, byte[]> files) throws IOException {
        Set<String> others = new HashSet<>(files.keySet());
        for (String line : official()) {
            List<String> words = split(line);
            String file = words.getFirst();
            byte[] bytes = files.get(file);
            others.remove(file);
            if (bytes == null) broken.add("no file " + file);
            else table(file, words.stream().skip(2).map(Column::of).toList(), text(bytes));
            indexed(new String(files.get("index.xml"), UTF_8), words);
        }
        if (!others.equals(Set.of("index.xml", "gdpdu-01-09-2004.dtd")))
            broken.add("files besides the tables: " + others);
    }

    /** How the index says that the table is written, which is how it is. */
    private void indexed(String index, List<String> words) {
        int at = index.indexOf("<URL>" + words.getFirst() + "</URL>");
        String table = at < 0 ? "" : index.substring(at, index.indexOf("</Table>", at));
        List<String> told = new ArrayList<>();
        told.add("<Name>" + words.get(1) + "</Name>");
        told.addAll(List.of("<UTF8/>", "<DecimalSymbol>,</DecimalSymbol>", "<From>2</From>"));
        told.add("<ColumnDelimiter>;</ColumnDelimiter>");
        told.add("<RecordDelimiter>&#13;&#10;</RecordDelimiter>");
        told.add("<TextEncapsulator>\"</TextEncapsulator>");
        for (String wanted : told)
            if (!table.contains(wanted))
                broken.add("the index says no " + wanted + " of " + words.getFirst());
    }

    private static List<String> official() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        DsfinvkRules.class.getResourceAsStream("/dsfinvk/official.txt"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /**
     * @param isText of so many characters, else a number with so many decimals
     */
    private record Column(String name, boolean isText, int size) {
        static Column of(String word) {
            int mark = Math.max(word.indexOf(':'), word.indexOf('#'));
            return new Column(
                    word.substring(0, mark),
                    word.charAt(mark) == ':',
                    Integer.parseInt(word.substring(mark + 1)));
        }
    }

    private void table(String file, List<Column> columns, String text) {
        List<List<String>> records = Csv.records(text, ';');
        if (!records.getFirst().equals(columns.stream().map(Column::name).toList()))
            broken.add(file + " has other columns: " + records.getFirst());
        for (List<String> record : records.subList(1, records.size()))
            if (record.size() != columns.size()) broken.add(file + ": fields of " + record);
            else
                for (int i = 0; i < columns.size(); i++)
                    if (!fits(columns.get(i), record.get(i), file.equals("references.csv")))
                        broken.add(file + ": " + columns.get(i) + " is '" + record.get(i) + "'");
        tables.put(file, Csv.rows(text, ';'));
    }

    /** A reference from a receipt's head has no position. */
    private boolean fits(Column column, String value, boolean mayBeEmpty) {
        if (!column.isText()) return isNumber(column, value);
        boolean key =
                Set.of("Z_KASSE_ID", "Z_ERSTELLUNG", "BON_ID", "POS_ZEILE").contains(column.name());
        if (key && value.isEmpty()) return mayBeEmpty;
        return switch (column.name()) {
            case "Z_ERSTELLUNG", "BON_START", "BON_ENDE" ->
                    value.matches(
                            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}([.][0-9]+)?"
                                    + "(Z|[+-][0-9]{2}:[0-9]{2})");
            case "Z_BUCHUNGSTAG", "REF_DATUM" -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
            case "BON_STORNO", "P_STORNO", "INHAUS", "KEINE_UST_ZUORDNUNG" -> value.matches("[01]");
            default ->
                    value.codePointCount(0, value.length()) <= column.size()
                            && value.chars().noneMatch(c -> c < 0x20);
        };
    }

    private boolean isNumber(Column column, String value) {
        if (column.name().equals("Z_NR")) return value.matches("[1-9][0-9]*");
        if (column.size() == 0) return value.matches("-?[0-9]*");
        boolean isMoney = column.name().matches(".*(BETRAG|BRUTTO|ZAHLUNGEN).*");
        int decimals = isMoney ? Math.max(column.size(), moneyDecimals) : column.size();
        return value.matches("|-?[0-9]+(,[0-9]{1," + decimals + "})?");
    }

    private void lists() {
        in("transactions.csv", "BON_TYP", HAPPENINGS);
        in("lines.csv", "GV_TYP", CASES);
        in("businesscases.csv", "GV_TYP", CASES);
        in("datapayment.csv", "ZAHLART_TYP", PAYMENTS);
        in("payment.csv", "ZAHLART_TYP", PAYMENTS);
        in("references.csv", "REF_TYP", REFERENCES);
        in("itemamounts.csv", "TYP", words("base_amount discount extra_amount"));
        all("transactions.csv", row -> !is(row, "BON_TYP", "AVSonstige") || has(row, "BON_NAME"));
        all("references.csv", row -> is(row, "REF_TYP", "ExterneSonstige") == has(row, "REF_NAME"));
        all("cashregister.csv", row -> !value(row, "KASSE_SERIENNR").matches(".*[/_].*"));
        all("vat.csv", DsfinvkFiles::isVat);
    }

    /**
     * Chapter 3.2.6: keys 1 to 7 and those of past rates are given, from 1000 on the shop's own.
     */
    private static boolean isVat(Map<String, String> row) {
        BigDecimal rate = amount(row, "UST_SATZ");
        return switch (Integer.parseInt(value(row, "UST_SCHLUESSEL"))) {
            case 1 -> rate.compareTo(new BigDecimal("19")) == 0;
            case 2 -> rate.compareTo(new BigDecimal("7")) == 0;
            case 3 -> rate.compareTo(new BigDecimal("7.8")) == 0;
            case 4 -> rate.compareTo(new BigDecimal("5.5")) == 0;
            case 5, 6, 7 -> rate.signum() == 0;
            case 21 -> rate.compareTo(new BigDecimal("16")) == 0;
            case 22 -> rate.compareTo(new BigDecimal("5")) == 0;
            default -> Integer.parseInt(value(row, "UST_SCHLUESSEL")) >= 1_000;
        };
    }

    private void in(String file, String column, Set<String> list) {
        all(file, row -> list.contains(row.get(column)));
    }

    private void all(String file, Predicate<Map<String, String>> rule) {
        broken.addAll(not(file, rule));
    }

    /** The rows that a rule does not hold for. */
    List<String> not(String file, Predicate<Map<String, String>> rule) {
        return rows(file).stream().filter(rule.negate()).map(row -> file + ": " + row).toList();
    }

    List<Map<String, String>> rows(String file) {
        return Objects.requireNonNull(tables.get(file), file);
    }

    /** Those of a Beleg, which alone count. */
    List<Map<String, String>> counted(String file) {
        Set<String> counted =
                rows("transactions.csv").stream()
                        .filter(row -> is(row, "BON_TYP", "Beleg"))
                        .map(row -> key(row, BON))
                        .collect(Collectors.toSet());
        return rows(file).stream().filter(row -> counted.contains(key(row, BON))).toList();
    }

    Map<String, BigDecimal> sums(String file, String columns, String amount) {
        return sums(rows(file), columns, amount);
    }

    static Map<String, BigDecimal> sums(
            List<Map<String, String>> rows, String columns, String amount) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Map<String, String> row : rows)
            sums.merge(key(row, columns), amount(row, amount), BigDecimal::add);
        return sums;
    }

    static BigDecimal sumAt(Map<String, BigDecimal> sums, String key) {
        return sums.getOrDefault(key, BigDecimal.ZERO);
    }

    static boolean adds(Map<String, String> row, String all, String one, String other) {
        return amount(row, all).compareTo(amount(row, one).add(amount(row, other))) == 0;
    }

    static String key(Map<String, String> row, String columns) {
        return split(columns).stream()
                .map(each -> value(row, each))
                .collect(Collectors.joining(" "));
    }

    static BigDecimal amount(Map<String, String> row, String column) {
        return new BigDecimal(value(row, column).replace(',', '.'));
    }

    static String value(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    static boolean is(Map<String, String> row, String column, String value) {
        return Objects.equals(row.get(column), value);
    }

    static boolean has(Map<String, String> row, String column) {
        return !is(row, column, "");
    }

    static List<String> split(String words) {
        return List.of(words.split(" ", -1));
    }

    static Set<String> words(String all) {
        return Set.copyOf(split(all));
    }
}
