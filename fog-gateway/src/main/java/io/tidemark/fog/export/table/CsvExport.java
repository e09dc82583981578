package io.tidemark.fog.export.table;

import io.tidemark.fog.export.Asides;
import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.DayVisitor;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import io.tidemark.fog.export.ZipFile;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Writes a day as tables. */
public final class CsvExport {
    private static final Map<String, BiFunction<OutputStream, ClosedDay, EntryRows>> ENTRIES =
            new LinkedHashMap<>();

    static {
        ENTRIES.put("receipts.csv", ReceiptRows::of);
        ENTRIES.put("lines.csv", LineRows::of);
        ENTRIES.put("tenders.csv", TenderRows::of);
        ENTRIES.put("cash.csv", CashRows::of);
    }

    private final ClosedDay day;

    private CsvExport(ClosedDay day) {
        this.day = day;
    }

    /** Does not close the stream. */
    public static void write(Survey survey, OutputStream out) {
        CsvExport export = new CsvExport(survey.day());
        ZipFile.write(out, survey.day().writing().at().toLocalDateTime(), export::files);
    }

    private void files(ZipFile zip) {
        try (Asides asides = new Asides(ENTRIES.keySet())) {
            entries(asides);
            ENTRIES.keySet().forEach(file -> zip.file(file, asides.content(file)));
        }
        zip.file("z.csv", file -> ZRows.write(day, file));
    }

    /** All tables of entries, while these are read once. */
    private void entries(Asides asides) {
        List<EntryRows> tables = new ArrayList<>();
        ENTRIES.forEach((file, made) -> tables.add(made.apply(asides.out(file), day)));
        for (Register register : day.registers())
            register.show(
                    DayVisitor.all(tables.stream().map(table -> table.of(register)).toList()));
        tables.forEach(EntryRows::flush);
    }
}
