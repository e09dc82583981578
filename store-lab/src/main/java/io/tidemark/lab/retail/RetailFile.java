package io.tidemark.lab.retail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tukaani.xz.XZInputStream;

/**
 * A file of invoice rows: CSV (RFC 4180), plain, gzip or xz, told apart by its first bytes. Read as
 * UTF-8, and as windows-1252 if it is not valid UTF-8. It is read anew for every pass, so a year of
 * rows is never held.
 */
public final class RetailFile {
    /** The trading days that come with Tidemark: see their credit beside them. */
    private static final String SHIPPED = "/online-retail/online-retail-2011-12-05-and-08.csv.xz";

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final int XZ_MEMORY_KIB_MAX = 128 << 10;
    private static final int MAGIC_BYTES = 6;

    private final String name;
    private final Source source;
    private final Charset charset;

    /** Where the bytes come from; opened once for each pass. */
    private interface Source {
        InputStream open() throws IOException;
    }

    private RetailFile(String name, Source source) {
        this.name = name;
        this.source = source;
        this.charset = charset();
    }

    /**
     * @throws DataRefused if there is no such file, or it can't be read
     */
    public static RetailFile at(Path path) {
        if (Files.isDirectory(path))
            throw new DataRefused(path + " is a directory; give --data a CSV file");
        if (!Files.isRegularFile(path))
            throw new DataRefused("there is no file " + path + "; give --data a CSV file");
        if (!Files.isReadable(path))
            throw new DataRefused("the file " + path + " can't be read; check its permissions");
        return new RetailFile(path.toString(), () -> Files.newInputStream(path));
    }

    /** Two real trading days of a British shop. */
    public static RetailFile shipped() {
        return new RetailFile(
                "the shipped trading days",
                () -> {
                    InputStream resource = RetailFile.class.getResourceAsStream(SHIPPED);
                    if (resource == null)
                        throw new IOException(
                                "the resource " + SHIPPED + " is missing from this build");
                    return resource;
                });
    }

    public String name() {
        return name;
    }

    /** Hands over every row after the header, in order; empty rows are passed over. */
    void forEach(Consumer<RawRow> each) {
        try (InputStream bytes = plain();
                CSVParser parser = CSVParser.parse(new InputStreamReader(bytes, charset), FORMAT)) {
            Iterator<CSVRecord> rows = parser.iterator();
            if (!rows.hasNext())
                throw new DataRefused(name + " is empty; it must begin with a row of column names");
            RetailColumns columns = RetailColumns.in(rows.next(), name);
            while (rows.hasNext()) {
                CSVRecord row = rows.next();
                if (!isEmpty(row)) each.accept(columns.row(row));
            }
        } catch (IOException e) {
            throw unreadable(e);
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private static boolean isEmpty(CSVRecord row) {
        return row.size() == 1 && row.get(0).isBlank();
    }

    private Charset charset() {
        var strict = StandardCharsets.UTF_8.newDecoder();
        try (Reader text = new InputStreamReader(plain(), strict)) {
            char[] buffer = new char[1 << 16];
            int length = text.read(buffer);
            while (length >= 0) {
                refuseBinary(buffer, length);
                length = text.read(buffer);
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return WINDOWS_1252;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void refuseBinary(char[] buffer, int length) {
        for (int i = 0; i < length; i++)
            if (buffer[i] == 0)
                throw new DataRefused(
                        name + " is no text but binary data; give a CSV file (or .gz, .xz)");
    }

    private InputStream plain() throws IOException {
        InputStream bytes = new BufferedInputStream(source.open(), 1 << 16);
        bytes.mark(MAGIC_BYTES);
        byte[] magic = bytes.readNBytes(MAGIC_BYTES);
        bytes.reset();
        if (startsWith(magic, 0x1f, 0x8b)) return new GZIPInputStream(bytes, 1 << 16);
        if (startsWith(magic, 0xfd, '7', 'z', 'X', 'Z'))
            return new XZInputStream(bytes, XZ_MEMORY_KIB_MAX);
        if (startsWith(magic, 0xff, 0xfe) || startsWith(magic, 0xfe, 0xff))
            throw new DataRefused(name + " is UTF-16; save it as UTF-8");
        return bytes;
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) return false;
        for (int i = 0; i < magic.length; i++) if ((bytes[i] & 0xff) != magic[i]) return false;
        return true;
    }

    private DataRefused unreadable(Exception e) {
        return new DataRefused(name + " is not a readable CSV file: " + e.getMessage(), e);
    }
}
