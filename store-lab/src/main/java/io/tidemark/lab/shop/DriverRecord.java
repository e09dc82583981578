package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.ledger.event.Tally;
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
import java.util.Optional;

/**
 * The driver's own record of what it was told, in the order in which it was told. Only ever added
 * to.
 */
public final class DriverRecord implements AutoCloseable {
    private final Writer file;
    private final List<Told> told = new ArrayList<>();
    private final List<GoodsTold> goods = new ArrayList<>();
    private final Map<String, Figures> beside = new HashMap<>();
    private final Map<Told.Origin, MoneyTold> money = new HashMap<>();
    private final Map<Told.Origin, VatFigures> booked = new HashMap<>();
    private final Map<Told.Origin, Tallies> tallies = new HashMap<>();
    private final Map<Told.Origin, VatFigures> vat = new HashMap<>();
    private final Map<Told.Origin, DeviceZ> closed = new HashMap<>();

    /** What a device's end of day says of goods, VAT and what is out of the ordinary. */
    private record DeviceZ(
            StockFigures stock, Tallies tallies, VatFigures vat, MoneyFigures money) {
        static final DeviceZ NONE =
                new DeviceZ(StockFigures.NONE, Tallies.NONE, VatFigures.NONE, MoneyFigures.NONE);
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
        money.computeIfAbsent(one.origin(), _ -> new MoneyTold()).add(step, answer);
        if (one.kind().isReceipt()) addReceipt(one, step, answer.path("receipt"));
        if (step.kind() == Scripted.Kind.CLOSE_DAY) closed.put(one.origin(), z(answer.path("z")));
    }

    private void addReceipt(Told one, Scripted step, JsonNode receipt) {
        tallies.merge(one.origin(), unchecked(receipt.path("tenders")), Tallies::plus);
        vat.merge(
                one.origin(),
                VatFigures.ofLines(receipt.path("lines"), _ -> true),
                VatFigures::plus);
        booked.merge(
                one.origin(),
                VatFigures.ofLines(receipt.path("lines"), BooksSeen::isTurnover),
                VatFigures::plus);
        long rounded = step.effect().rounded();
        Figures more =
                step.reference().isEmpty()
                        ? Figures.ofTold(List.of(one))
                        : new Figures(0, rounded == 0 ? 0 : 1, rounded);
        beside.merge(one.origin().store(), more, (a, b) -> Figures.sum(List.of(a, b)));
    }

    /** Only the till itself knows whether it could ask what a gift card has left. */
    private static Tallies unchecked(JsonNode tenders) {
        Tallies all = Tallies.NONE;
        for (JsonNode tender : tenders)
            if (tender.hasNonNull("giftCard") && !tender.at("/giftCard/checked").asBoolean())
                all =
                        all.plus(
                                Tallies.of(
                                        Tally.GIFT_CARD_UNCHECKED,
                                        1,
                                        MoneyFigures.minor(tender, "base")));
        return all;
    }

    private static DeviceZ z(JsonNode z) {
        return new DeviceZ(
                StockFigures.of(z.path("stock")),
                Tallies.of(z.path("tallies")),
                VatFigures.of(z.path("taxes")),
                MoneyFigures.of(
                        z.path("drawer"),
                        z.path("kinds"),
                        z.path("exchange"),
                        z.path("noSales").asLong()));
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

    /** The part of it that goods and containers were sold at, which is turnover. */
    public synchronized VatFigures turnoverTold(Told.Origin device) {
        return booked.getOrDefault(device, VatFigures.NONE);
    }

    /** What foreign cash came to where it paid for goods at the device. */
    public synchronized MoneyFigures countedAs(Told.Origin device) {
        MoneyTold known = money.get(device);
        return known == null ? MoneyFigures.NONE : known.countedAs();
    }

    /** What the device did with money, by what it was asked for. */
    public synchronized MoneyFigures moneyTold(Told.Origin device) {
        return Optional.ofNullable(money.get(device))
                .map(MoneyTold::figures)
                .orElse(MoneyFigures.NONE);
    }

    /** What the device's Z says of it. */
    public synchronized MoneyFigures moneyOf(Told.Origin device) {
        return closed.getOrDefault(device, DeviceZ.NONE).money();
    }

    /**
     * A store's receipts that are of no invoice, and what the smallest coin added to those that are
     * of one.
     */
    public synchronized Figures besideTheFile(String store) {
        return beside.getOrDefault(store, new Figures(0, 0, 0));
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
