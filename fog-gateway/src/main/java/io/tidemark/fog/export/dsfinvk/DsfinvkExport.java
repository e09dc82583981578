package io.tidemark.fog.export.dsfinvk;

import io.tidemark.fog.export.Asides;
import io.tidemark.fog.export.Survey;
import io.tidemark.fog.export.ZipFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Writes a day as the files of DSFinV-K, in one ZIP file. */
public final class DsfinvkExport {
    private final Survey survey;
    private final List<Closings.Closing> closings;
    private final Map<String, BiConsumer<Closings.Closing, Rows>> ofClosings;
    private final Map<String, BiConsumer<Bon, Rows>> ofBons;

    private DsfinvkExport(Survey survey) {
        this.survey = survey;
        this.closings = Closings.of(survey);
        ClosingTables closing = new ClosingTables(survey.day());
        BonTables bon = new BonTables(survey);
        ofClosings =
                Map.of(
                        "cashpointclosing.csv", closing::closing,
                        "location.csv", closing::location,
                        "cashregister.csv", closing::register,
                        "vat.csv", closing::vat,
                        "businesscases.csv", closing::cases,
                        "payment.csv", closing::payments,
                        "cash_per_currency.csv", closing::cash);
        ofBons =
                Map.of(
                        "transactions.csv", bon::head,
                        "transactions_vat.csv", bon::vat,
                        "allocation_groups.csv", bon::groups,
                        "datapayment.csv", bon::payments,
                        "references.csv", bon::references,
                        "transactions_tse.csv", bon::security,
                        "lines.csv", bon::positions,
                        "lines_vat.csv", bon::positionVat,
                        "itemamounts.csv", bon::prices);
    }

    /** Does not close the stream. */
    public static void write(Survey survey, OutputStream out) {
        DsfinvkExport export = new DsfinvkExport(survey);
        ZipFile.write(out, survey.day().writing().at().toLocalDateTime(), export::files);
    }

    private void files(ZipFile zip) {
        int decimals = survey.currencies().stream().mapToInt(each -> each.digits()).max().orElse(0);
        zip.file("index.xml", out -> IndexXml.write(survey.day(), decimals, out));
        zip.file(IndexXml.DTD, DsfinvkExport::dtd);
        try (Asides asides = new Asides(ofBons.keySet())) {
            bons(asides);
            for (Table table : Table.ALL.values())
                zip.file(
                        table.file(),
                        asides.has(table.file())
                                ? asides.content(table.file())
                                : out -> rows(table, out));
        }
    }

    /** All tables of what happened at tills, while it is read once. */
    private void bons(Asides asides) {
        Map<String, Rows> rows = new HashMap<>();
        for (String file : ofBons.keySet())
            rows.put(file, new Rows(Objects.requireNonNull(Table.ALL.get(file)), asides.out(file)));
        Bons.show(
                survey,
                bon ->
                        ofBons.forEach((file, write) ->
                                write.accept(bon, Objects.requireNonNull(rows.get(file)))));
        rows.values().forEach(Rows::flush);
    }

    /** What a shop here does not have (terminals, agencies, a TSE, menus) is a table of no rows. */
    private void rows(Table table, OutputStream out) {
        Rows rows = new Rows(table, out);
        BiConsumer<Closings.Closing, Rows> ofClosing = ofClosings.get(table.file());
        if (ofClosing != null) closings.forEach(each -> ofClosing.accept(each, rows));
        rows.flush();
    }

    private static void dtd(OutputStream out) {
        try (InputStream dtd =
                Objects.requireNonNull(DsfinvkExport.class.getResourceAsStream(IndexXml.DTD))) {
            dtd.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
