package io.tidemark.lab.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The driver's own record of what it was told, in the order in which it was told. Only ever added
 * to.
 */
public final class DriverRecord implements AutoCloseable {
    private final Writer file;
    private final List<Told> told = new ArrayList<>();

    public DriverRecord(Path path) {
        try {
            file =
                    Files.newBufferedWriter(
                            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    public synchronized void add(Told one) {
        try {
            file.write(one.toJson() + "\n");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot add to the driver's record", e);
        }
        told.add(one);
    }

    public synchronized List<Told> all() {
        return List.copyOf(told);
    }

    public List<Told> receiptsAt(Told.Origin till) {
        return all().stream()
                .filter(one -> one.origin().equals(till) && one.kind().isReceipt())
                .toList();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
