package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes records of RFC 4180, as they come. Every text is quoted, so that nothing in it counts. */
public final class CsvWriter {
    private static final int BUFFER = 1 << 16;

    private final Writer out;
    private final char delimiter;
    private boolean begun;

    public CsvWriter(OutputStream out, char delimiter) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), BUFFER);
        this.delimiter = delimiter;
    }

    /** A text, with its quotes doubled. */
    public CsvWriter text(String text) {
        return field('"' + text.replace("\"", "\"\"") + '"');
    }

    /** A number, a date or nothing, which needs no quotes. */
    public CsvWriter bare(String value) {
        return field(value);
    }

    /** The end of a record. */
    public void end() {
        write("\r\n");
        begun = false;
    }

    /** Hands on what was written; the stream stays open. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvWriter field(String value) {
        if (begun) write(String.valueOf(delimiter));
        begun = true;
        write(value);
        return this;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
