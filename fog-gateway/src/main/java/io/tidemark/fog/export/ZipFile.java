package io.tidemark.fog.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several files in one, written one after another. */
public final class ZipFile {
    private final ZipOutputStream zip;
    private final LocalDateTime at;

    private ZipFile(ZipOutputStream zip, LocalDateTime at) {
        this.zip = zip;
        this.at = at;
    }

    /**
     * Does not close the stream.
     *
     * @param at the time that its files get
     */
    public static void write(OutputStream out, LocalDateTime at, Consumer<ZipFile> content) {
        try {
            ZipOutputStream zip = new ZipOutputStream(out);
            content.accept(new ZipFile(zip, at));
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void file(String name, Consumer<OutputStream> content) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(at);
            zip.putNextEntry(entry);
            content.accept(zip);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
