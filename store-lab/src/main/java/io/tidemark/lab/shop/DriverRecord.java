package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The driver's own record of what it was told, in the order in which it was told. Only ever added
 * to.
 */
public final class DriverRecord implements AutoCloseable {
    private final Writer file;
    private final List<Told> told = new ArrayList<>();
    private final List<GoodsTold> goods = new ArrayList<>();
    private final Map<Told.Origin, StockFigures> closed = new HashMap<>();

    public DriverRecord(Path path) {
        try {
            file =
                    Files.newBufferedWriter(
                            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    /** What was told of a step, the goods that went with it, and of a device's end of day its Z. */
    public synchronized void add(Told one, Scripted step, JsonNode answer) {
        try {
            file.write(one.toJson() + "\n");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot add to the driver's record", e);
        }
        told.add(one);
        goods.addAll(GoodsTold.of(one.origin(), step));
        if (step.kind() == Scripted.Kind.CLOSE_DAY)
            closed.put(one.origin(), StockFigures.of(answer.path("z").path("stock")));
    }

    public synchronized List<GoodsTold> goodsOf(String store) {
        return goods.stream().filter(one -> one.origin().store().equals(store)).toList();
    }

    /** What the device's Z says of goods. */
    public synchronized StockFigures stockOf(Told.Origin device) {
        return closed.getOrDefault(device, StockFigures.NONE);
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
