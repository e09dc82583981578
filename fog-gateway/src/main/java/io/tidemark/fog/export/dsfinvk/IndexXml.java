package io.tidemark.fog.export.dsfinvk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.Fitting;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** {@code index.xml}: what stands in which file, by the description standard for data carriers. */
final class IndexXml {
    static final String DTD = "gdpdu-01-09-2004.dtd";
    private static final int TEXT_MAX = 1_000;

    private final StringBuilder xml = new StringBuilder();
    private final int moneyDecimals;

    private IndexXml(int moneyDecimals) {
        this.moneyDecimals = moneyDecimals;
    }

    /**
     * @param moneyDecimals of the day's currency that has the most
     */
    static void write(ClosedDay day, int moneyDecimals, OutputStream out) {
        IndexXml index = new IndexXml(moneyDecimals);
        index.all(day);
        try {
            out.write(index.xml.toString().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void all(ClosedDay day) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<!DOCTYPE DataSet SYSTEM \"").append(DTD).append("\">\n<DataSet>\n");
        xml.append("  <Version>1.0</Version>\n  <DataSupplier>\n");
        element("    ", "Name", day.gateway().organisation());
        element("    ", "Location", day.facts().inFull());
        element("    ", "Comment", "DSFinV-K 2.4, " + day.day() + ". " + day.status());
        xml.append("  </DataSupplier>\n  <Media>\n");
        element("    ", "Name", "Kassendaten");
        Table.ALL.values().forEach(this::table);
        xml.append("  </Media>\n</DataSet>\n");
    }

    private void table(Table table) {
        xml.append("    <Table>\n");
        element("      ", "URL", table.file());
        element("      ", "Name", table.name());
        element("      ", "Description", table.file());
        xml.append("      <UTF8/>\n      <DecimalSymbol>,</DecimalSymbol>\n");
        xml.append("      <DigitGroupingSymbol>.</DigitGroupingSymbol>\n");
        xml.append("      <Range>\n        <From>2</From>\n      </Range>\n");
        xml.append("      <VariableLength>\n");
        element("        ", "ColumnDelimiter", String.valueOf(Rows.DELIMITER));
        xml.append("        <RecordDelimiter>&#13;&#10;</RecordDelimiter>\n");
        element("        ", "TextEncapsulator", "\"");
        table.columns().forEach(this::column);
        xml.append("      </VariableLength>\n    </Table>\n");
    }

    private void column(Table.Column column) {
        xml.append("        <VariableColumn>\n");
        element("          ", "Name", column.name());
        element("          ", "Description", column.description());
        if (column.kind().isNumeric()) number(column);
        else {
            xml.append("          <AlphaNumeric/>\n");
            element("          ", "MaxLength", String.valueOf(column.size()));
        }
        xml.append("        </VariableColumn>\n");
    }

    private void number(Table.Column column) {
        int decimals =
                column.kind() == Table.Kind.M
                        ? Math.max(column.size(), moneyDecimals)
                        : column.size();
        if (decimals == 0) xml.append("          <Numeric/>\n");
        else
            xml.append("          <Numeric>\n            <Accuracy>")
                    .append(decimals)
                    .append("</Accuracy>\n          </Numeric>\n");
    }

    private void element(String indent, String name, String text) {
        xml.append(indent).append('<').append(name).append('>');
        xml.append(
                Fitting.text(text, TEXT_MAX)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;"));
        xml.append("</").append(name).append(">\n");
    }
}
