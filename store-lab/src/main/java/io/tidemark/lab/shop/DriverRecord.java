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
    private final List<Told> beside = new ArrayList<>();
    private final Map<Told.Origin, Tallies> tallies = new HashMap<>();
    private final Map<Told.Origin, VatFigures> vat = new HashMap<>();
    private final Map<Told.Origin, DeviceZ> closed = new HashMap<>();

    /** What a device's end of day says of goods, VAT and what is out of the ordinary. */
    private record DeviceZ(StockFigures stock, Tallies tallies, VatFigures vat) {
        static final DeviceZ NONE = new DeviceZ(StockFigures.NONE, Tallies.NONE, VatFigures.NONE);
    }

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
        tallies.merge(one.origin(), step.tallies(), Tallies::plus);
        if (one.kind().isReceipt())
            vat.merge(
                    one.origin(),
                    VatFigures.ofLines(answer.path("receipt").path("lines")),
                    VatFigures::plus);
        if (one.kind().isReceipt() && step.reference().isEmpty()) beside.add(one);
        if (step.kind() == Scripted.Kind.CLOSE_DAY) closed.put(one.origin(), z(answer.path("z")));
    }

    private static DeviceZ z(JsonNode z) {
        return new DeviceZ(
                StockFigures.of(z.path("stock")),
                Tallies.of(z.path("tallies")),
                VatFigures.of(z.path("taxes")));
    }

    public synchronized List<GoodsTold> goodsOf(String store) {
        return goods.stream().filter(one -> one.origin().store().equals(store)).toList();
    }

    /** What the device's Z says of goods. */
    public synchronized StockFigures stockOf(Told.Origin device) {
        return closed.getOrDefault(device, DeviceZ.NONE).stock();
    }

    /** What was out of the ordinary at the device, by what it was asked for. */
    public synchronized Tallies talliesTold(Told.Origin device) {
        return tallies.getOrDefault(device, Tallies.NONE);
    }

    /** What the device's Z says of it. */
    public synchronized Tallies talliesOf(Told.Origin device) {
        return closed.getOrDefault(device, DeviceZ.NONE).tallies();
    }

    /** The VAT of the device's receipts, by the lines that it answered. */
    public synchronized VatFigures vatTold(Told.Origin device) {
        return vat.getOrDefault(device, VatFigures.NONE);
    }

    /** What the device's Z says of it. */
    public synchronized VatFigures vatOf(Told.Origin device) {
        return closed.getOrDefault(device, DeviceZ.NONE).vat();
    }

    /** A store's receipts that are of no invoice. */
    public synchronized List<Told> besideTheFile(String store) {
        return beside.stream().filter(one -> one.origin().store().equals(store)).toList();
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
