package io.tidemark.fog.export.table;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.Register;
import io.tidemark.fog.export.Survey;
import io.tidemark.fog.export.ZipFile;
import java.io.OutputStream;
import java.util.function.BiFunction;

/** Writes a day as tables. */
public final class CsvExport {
    private final ClosedDay day;

    private CsvExport(ClosedDay day) {
        this.day = day;
    }

    /** Does not close the stream. */
    public static void write(Survey survey, OutputStream out) {
        CsvExport export = new CsvExport(survey.day());
        ZipFile.write(
                out,
                survey.day().writing().at().toLocalDateTime(),
                zip -> {
                    zip.file("receipts.csv", file -> export.each(file, ReceiptRows::of));
                    zip.file("lines.csv", file -> export.each(file, LineRows::of));
                    zip.file("tenders.csv", file -> export.each(file, TenderRows::of));
                    zip.file("cash.csv", file -> export.each(file, CashRows::of));
                    zip.file("z.csv", file -> ZRows.write(survey.day(), file));
                });
    }

    private void each(OutputStream file, BiFunction<OutputStream, ClosedDay, EntryRows> made) {
        EntryRows rows = made.apply(file, day);
        for (Register register : day.registers()) register.show(rows.of(register));
        rows.flush();
    }
}
