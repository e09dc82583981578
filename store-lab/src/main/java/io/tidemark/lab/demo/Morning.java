package io.tidemark.lab.demo;

import io.tidemark.lab.retail.HouseGoods;
import io.tidemark.lab.shop.Employing;
import io.tidemark.lab.shop.HouseTables;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.Laboratory;
import io.tidemark.lab.shop.Opening;
import io.tidemark.lab.shop.Provisioning;
import io.tidemark.lab.shop.ShopClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Starts all nodes on a laboratory clock that shows opening time when they should be ready. Where
 * they were not by far, the morning would be lost, so they start again on a later clock: nothing
 * has happened yet.
 */
final class Morning {
    private static final Duration LATE_MAX_LEAST = Duration.ofSeconds(15);
    private static final int STARTS_MAX = 3;

    private final Laboratory laboratory;
    private final DemoSettings settings;
    private final Words.Shop shop;
    private final Progress progress;

    Morning(Laboratory laboratory, DemoSettings settings, Words.Shop shop, Progress progress) {
        this.laboratory = laboratory;
        this.settings = settings;
        this.shop = shop;
        this.progress = progress;
    }

    /**
     * Returns once all are ready, before the shops open.
     *
     * @param setting told the clock that the nodes of this attempt are to run on
     * @throws LabFailed if the machine is too slow for so short a day
     */
    ShopClock open(Consumer<ShopClock> setting) {
        var opening = new Opening(laboratory);
        Duration startTakes =
                Duration.ofSeconds(
                        9 + 3L * nodes() * 4 / Runtime.getRuntime().availableProcessors());
        for (int start = 1; ; start++) {
            Instant before = Instant.now();
            ShopClock time = clockFrom(before.plus(startTakes));
            setting.accept(time);
            progress.say("Starting " + nodes() + " nodes, each a process of its own");
            opening.startNodes();
            if (start == 1) publish(opening);
            startTakes = Duration.between(before, Instant.now()).multipliedBy(3).dividedBy(2);
            boolean inTime = Instant.now().isBefore(time.anchor().plus(lateMax()));
            boolean last = start == STARTS_MAX;
            if (inTime || (last && isStillTheDay(time))) return time;
            if (last)
                throw new LabFailed(
                        "this machine starts the nodes too slowly for a day in "
                                + settings.dayTakes().toSeconds()
                                + " s: give --seconds more, or fewer --stores and --tills");
            progress.say(
                    "  That took longer than the clock allowed for: once more, with a later opening");
            laboratory.stopAll();
        }
    }

    private void publish(Opening opening) {
        opening.publish(Opening.masterData(shop.catalogue(), new HouseGoods(shop.rule())));
        new Employing(laboratory)
                .everybody(
                        new HouseTables(
                                shop.rule(),
                                settings.country(),
                                shop.hours().open().toLocalDate()));
    }

    /**
     * A few sales before their hours can catch up; a morning's cannot, and is worth a second start.
     * Never so late that it would be another day by then.
     */
    private Duration lateMax() {
        Duration third = settings.dayTakes().dividedBy(3);
        Duration half = halfADay();
        Duration least = half.compareTo(LATE_MAX_LEAST) < 0 ? half : LATE_MAX_LEAST;
        return third.compareTo(least) > 0 ? third : least;
    }

    private Duration halfADay() {
        return settings.dayTakes().dividedBy(2);
    }

    private boolean isStillTheDay(ShopClock time) {
        return Instant.now().isBefore(time.anchor().plus(halfADay()));
    }

    private ShopClock clockFrom(Instant anchor) {
        Instant open = shop.hours().open().atZone(Provisioning.ZONE).toInstant();
        Instant close = shop.hours().close().atZone(Provisioning.ZONE).toInstant();
        return ShopClock.over(open, close, anchor, settings.dayTakes());
    }

    private int nodes() {
        return 1 + settings.stores() * (1 + settings.tills() + settings.handhelds());
    }
}
