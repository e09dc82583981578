package io.tidemark.fog.export;

import io.tidemark.fog.export.dsfinvk.DsfinvkExport;
import io.tidemark.fog.export.hledger.HledgerExport;
import io.tidemark.fog.export.pdf.PdfExport;
import io.tidemark.fog.export.poslog.PoslogExport;
import io.tidemark.fog.export.saft.SaftExport;
import io.tidemark.fog.export.table.CsvExport;
import java.io.OutputStream;

/**
 * A closed day that has been read through once, so that whatever is in the way of an export, such
 * as receipts that are pruned, is known before the first byte of it is written.
 */
public final class DayExport {
    private final ExportFormat format;
    private final Survey survey;

    private DayExport(ExportFormat format, Survey survey) {
        this.format = format;
        this.survey = survey;
    }

    /**
     * @throws io.tidemark.ledger.event.EntryPruned if receipts of the day are no longer here
     */
    public static DayExport of(ClosedDay day, ExportFormat format) {
        return new DayExport(format, Survey.of(day));
    }

    public String fileName() {
        return format.fileName(survey.day());
    }

    /**
     * Writes all of it, and leaves the stream open.
     *
     * @throws java.io.UncheckedIOException where the stream takes no more
     */
    public void write(OutputStream out) {
        switch (format) {
            case SAFT -> SaftExport.write(survey, out);
            case DSFINVK -> DsfinvkExport.write(survey, out);
            case POSLOG -> PoslogExport.write(survey, out);
            case HLEDGER -> HledgerExport.write(survey, out);
            case CSV -> CsvExport.write(survey, out);
            case PDF -> PdfExport.write(survey, out);
        }
    }
}
