package io.tidemark.lab.torture;

import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.Dealing;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.RetailFile;
import io.tidemark.lab.retail.TradingDay;
import io.tidemark.lab.shop.DriverRecord;
import io.tidemark.lab.shop.LabStore;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.Laboratory;
import io.tidemark.lab.shop.Opening;
import io.tidemark.lab.shop.Provisioning;
import io.tidemark.lab.shop.ShopClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Founds the stores to be tortured, and opens them. */
final class Shop implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private static final Instant NINE = Instant.parse("2024-03-01T09:00:00Z");

    /** Two weeks: the business day stays what it is for as long as anybody tortures. */
    private static final long CLOCK_SECONDS = 14L * 24 * 3600;

    private final Laboratory laboratory;
    private final DriverRecord record;
    private final List<Scene> scenes;
    private final TradingDay day;

    private Shop(Laboratory laboratory, DriverRecord record, List<Scene> scenes, TradingDay day) {
        this.laboratory = laboratory;
        this.record = record;
        this.scenes = scenes;
        this.day = day;
    }

    /** Nothing is started yet. */
    static Shop found(TortureSettings settings, Path directory) {
        TradingDay day = articles(directory);
        ShopClock clock =
                new ShopClock(NINE, Instant.now(), NINE.plusSeconds(CLOCK_SECONDS), BigDecimal.ONE);
        Machinery machinery = new Machinery(false);
        Laboratory laboratory =
                new Provisioning(
                                directory,
                                Deployables.besideThis().checked(),
                                machinery,
                                () -> Optional.of(clock.setting()))
                        .provision(
                                Dealing.deal(day, settings.stores(), settings.tills()),
                                Baskets.CURRENCY,
                                settings.handhelds());
        DriverRecord record = new DriverRecord(directory.resolve("driver-record.jsonl"));
        List<Scene> scenes = new ArrayList<>();
        for (LabStore store : laboratory.stores()) {
            Random random = new Random(settings.seed() + 31L * scenes.size());
            Waiting waiting = new Waiting();
            List<Seller> sellers = sellers(store, waiting, random, record);
            scenes.add(
                    new Scene(
                            laboratory,
                            store,
                            sellers,
                            waiting,
                            smallDisks(store, machinery),
                            clock,
                            DAY,
                            directory));
        }
        return new Shop(laboratory, record, List.copyOf(scenes), day);
    }

    /** At each till one, and at each handheld one who looks after the goods. */
    private static List<Seller> sellers(
            LabStore store, Waiting waiting, Random random, DriverRecord record) {
        List<Seller> sellers = new ArrayList<>();
        for (LabTill till : store.tills())
            sellers.add(Seller.selling(till, waiting, new Random(random.nextLong()), record));
        for (LabTill handheld : store.handhelds())
            sellers.add(
                    Seller.keepingStock(
                            handheld,
                            new Goods(
                                    handheld.index(),
                                    store.handhelds().size(),
                                    new Random(random.nextLong())),
                            record));
        return sellers;
    }

    /** Everything runs, every till has the catalogue and is open. */
    void open() {
        Opening opening = new Opening(laboratory);
        opening.startNodes();
        opening.publish(Catalogue.of(day), new HouseRule(day.money()));
        for (Scene scene : scenes)
            for (Seller seller : scene.sellers())
                if (seller.hasDrawer()) seller.say(Baskets.opening());
    }

    Laboratory laboratory() {
        return laboratory;
    }

    DriverRecord record() {
        return record;
    }

    List<Scene> scenes() {
        return scenes;
    }

    /** Whether any disk could be mounted to be filled. */
    boolean hasSmallDisks() {
        return scenes.stream().anyMatch(scene -> !scene.disks().isEmpty());
    }

    @Override
    public void close() {
        laboratory.close();
        record.close();
    }

    private static Map<LabNode, SmallDisk> smallDisks(LabStore store, Machinery machinery) {
        Map<LabNode, SmallDisk> disks = new HashMap<>();
        List<LabNode> nodes = new ArrayList<>(List.of(store.gateway()));
        store.devices().forEach(device -> nodes.add(device.node()));
        for (LabNode node : nodes)
            SmallDisk.under(node.home(), machinery).ifPresent(disk -> disks.put(node, disk));
        return disks;
    }

    /** A file with one row for each article, to have them published. */
    private static TradingDay articles(Path directory) {
        StringBuilder rows =
                new StringBuilder(
                        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice\n");
        for (int article = 0; article < Baskets.ARTICLES; article++)
            rows.append(
                    "%d,%s,ARTICLE %d,1,%s 10:00,%s%n"
                            .formatted(
                                    article + 1,
                                    Baskets.plu(article),
                                    article,
                                    DAY,
                                    BigDecimal.valueOf(Baskets.price(article), 2)));
        try {
            Path csv = Files.writeString(directory.resolve("articles.csv"), rows);
            return TradingDay.read(
                    RetailFile.at(csv), Optional.empty(), MinorUnits.of(Baskets.CURRENCY));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + directory, e);
        }
    }
}
