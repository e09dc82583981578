package io.tidemark.cloud.masterdata;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.masterdata.MasterDataController.PublishedJson;
import io.tidemark.cloud.masterdata.Staging.NotStaged;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where tables are imported: each is put by itself, then all of them are checked and staged
 * together, and published when a person says so.
 */
@Controller("/api/v1/master-data")
final class ImportController {
    /** Bytes of one table. */
    private static final long TABLE_BYTES_MAX = 128L << 20;

    private static final int PIECE_BYTES = 64 << 10;

    private final Publishing publishing;
    private final Staging staging;

    ImportController(Publishing publishing, Staging staging) {
        this.publishing = publishing;
        this.staging = staging;
    }

    /**
     * @param operator who publishes it, for the journal
     */
    @Serdeable.Deserializable
    record PublishJson(@Nullable String operator) {}

    /**
     * A table of the import that the caller names with an id of its own. One that did not come
     * whole is none.
     */
    @Put(value = "/imports/{id}/{table}", consumes = MediaType.ALL)
    HttpResponse<?> table(UUID id, String table, @Body InputStream csv) throws IOException {
        Path whole = file(id, known(table));
        Path arriving = publishing.drafts().file(UUID.randomUUID() + KeptFiles.UNFINISHED);
        try {
            take(csv, table, arriving);
            Files.move(arriving, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(arriving);
        }
        return HttpResponse.noContent();
    }

    private void take(InputStream csv, String table, Path file) throws IOException {
        try (OutputStream out = publishing.drafts().into(file)) {
            byte[] piece = new byte[PIECE_BYTES];
            long bytes = 0;
            for (int read = csv.read(piece); read >= 0; read = csv.read(piece)) {
                bytes += read;
                if (bytes > TABLE_BYTES_MAX) throw tooLarge(table);
                out.write(piece, 0, read);
            }
        }
    }

    /** Checks every row, and stages the whole unless a row is bad or it is only tried. */
    @Post("/imports/{id}")
    HttpResponse<Staging.Report> stage(
            UUID id,
            @QueryValue(defaultValue = "false") boolean dryRun,
            @QueryValue(defaultValue = "false") boolean allowEmpty)
            throws IOException {
        Map<Table, Path> tables = new EnumMap<>(Table.class);
        for (Table table : Table.values())
            if (Files.isRegularFile(file(id, table))) tables.put(table, file(id, table));
        if (tables.isEmpty())
            throw new Refusal(
                    HttpStatus.NOT_FOUND, "there is no table of the import " + id + ": put one");
        try {
            Staging.Report report = staging.take(tables, new Staging.How(dryRun, allowEmpty));
            return report.badRows() == 0
                    ? HttpResponse.ok(report)
                    : HttpResponse.<Staging.Report>unprocessableEntity().body(report);
        } finally {
            for (Path file : tables.values()) Files.delete(file);
        }
    }

    @Post("/publish")
    PublishedJson publish(@Body PublishJson by) throws IOException {
        try {
            return PublishedJson.of(staging.publish(by.operator() == null ? "" : by.operator()));
        } catch (NotStaged e) {
            throw new Refusal(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    /** What is staged is not published any more. */
    @Delete("/staged")
    HttpResponse<?> drop() throws IOException {
        return staging.drop() ? HttpResponse.noContent() : HttpResponse.notFound();
    }

    private Path file(UUID id, Table table) {
        return publishing.drafts().file(id + "-" + table.file());
    }

    private static Table known(String name) {
        return Table.named(name)
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.NOT_FOUND,
                                "there is no table '"
                                        + name
                                        + "': taxes, products, prices, operators and rules can be imported"));
    }

    private static Refusal tooLarge(String table) {
        return new Refusal(
                HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                table + " has more than " + (TABLE_BYTES_MAX >> 20) + " MiB");
    }
}
