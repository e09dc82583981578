package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.tidemark.fog.export.DayExport;
import io.tidemark.fog.export.DayExports;
import io.tidemark.fog.export.ExportFormat;
import io.tidemark.fog.export.JournalNotHere;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;

/** A closed day with its supplements, as a file in the formats of others. */
@Controller("/api/v1/days")
final class ExportsApi {
    /** A day of a million lines keeps a core busy for a minute: the shop comes first. */
    private static final int AT_ONCE = 1;

    private final DayExports exports;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ExportsApi(DayExports exports) {
        this.exports = exports;
    }

    /**
     * The file, as it is written.
     *
     * @param format saft, dsfinvk, poslog, hledger or csv
     */
    @Get(value = "/{day}/export", produces = MediaType.ALL)
    HttpResponse<StreamedFile> export(@PathVariable String day, @QueryValue String format) {
        LocalDate wanted = GatewayApi.parsed(day);
        ExportFormat written =
                ExportFormat.of(format)
                        .orElseThrow(() ->
                                new Refusal(
                                        HttpStatus.BAD_REQUEST,
                                        "format: give one of "
                                                + ExportFormat.labels()
                                                + ", not '"
                                                + format
                                                + "'"));
        if (!places.tryAcquire())
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "another export is being written: try again when it is done");
        DayExport export = read(wanted, written);
        return HttpResponse.ok(
                new StreamedFile(
                                ExportPipe.of(export, places::release),
                                MediaType.of(written.mediaType()))
                        .attach(export.fileName()));
    }

    /** The place is kept only where there is something to write. */
    private DayExport read(LocalDate day, ExportFormat format) {
        boolean found = false;
        try {
            DayExport export =
                    exports.of(day, format)
                            .orElseThrow(() ->
                                    new Refusal(
                                            HttpStatus.NOT_FOUND,
                                            day + " has not been closed yet"));
            found = true;
            return export;
        } catch (EntryPruned pruned) {
            throw new Refusal(
                    HttpStatus.GONE,
                    "receipts of "
                            + day
                            + " are no longer on this gateway: "
                            + pruned.getMessage()
                            + ". Head office's archive has them");
        } catch (JournalNotHere lacking) {
            throw new Refusal(HttpStatus.CONFLICT, String.valueOf(lacking.getMessage()));
        } finally {
            if (!found) places.release();
        }
    }
}
