package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.ClosingTime;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** The end of the day: clocks are set right, and while tills and stores close, they are killed. */
final class ClosingUnderFire {
    private static final int SOON_MILLIS = 60;

    /** Too little to sell with, and what a till keeps for closing its day. */
    private static final long BYTES_TO_CLOSE = 12L << 20;

    private final Shop shop;
    private final Tally tally;
    private final ExecutorService threads;
    private final Random random;

    ClosingUnderFire(Shop shop, Tally tally, ExecutorService threads, long seed) {
        this.shop = shop;
        this.tally = tally;
        this.threads = threads;
        this.random = new Random(seed);
    }

    /** Every node runs, by the right time, and everything that was recorded has arrived. */
    void setRight() {
        for (Scene scene : shop.scenes()) {
            for (LabNode node : scene.nodes()) {
                if (!node.environment().isEmpty()) {
                    scene.kill(node);
                    node.environment(Map.of());
                }
                scene.startIfDown(node);
            }
            scene.awaitRecovery();
        }
    }

    void close() {
        for (Scene scene : shop.scenes()) {
            for (Seller seller : scene.sellers()) close(scene, seller);
            for (LabTill till : scene.store().devices())
                Patience.until(
                        till.name() + " to have everything marked",
                        () -> till.status().unsent() == 0);
            var closing = new ClosingTime(shop.laboratory(), Shop.DAY);
            underFire(scene, scene.store().gateway(), () -> closing.closeDown(scene.store()));
        }
        new ClosingTime(shop.laboratory(), Shop.DAY).awaitFiled();
    }

    /** Each store's first till closes with little left of its disk, the others are killed. */
    private void close(Scene scene, Seller seller) {
        LabNode node = seller.till().node();
        Optional<SmallDisk> small = Optional.ofNullable(scene.disks().get(node));
        if (small.isPresent() && seller.equals(scene.sellers().getFirst()))
            closeOnFullDisk(scene, seller, small.get());
        else {
            if (seller.hasDrawer()) seller.say(Baskets.count());
            underFire(scene, node, () -> seller.say(Baskets.closing()));
        }
    }

    private void closeOnFullDisk(Scene scene, Seller seller, SmallDisk disk) {
        LabNode node = seller.till().node();
        Harm harm = new FullDisk(scene, node, disk, BYTES_TO_CLOSE, random);
        disk.fill(BYTES_TO_CLOSE);
        try {
            seller.say(Baskets.count());
            seller.say(Baskets.closing());
            tally.bit(
                    new Drawn(Kind.FULL_DISK, harm, Set.of(node)),
                    "it counted its drawer and closed its day all the same");
        } finally {
            harm.heal();
        }
    }

    /** All nodes' data, byte by byte. */
    void verify() {
        shop.laboratory().stopAll();
        List<CompletableFuture<Void>> checks = new ArrayList<>();
        for (Scene scene : shop.scenes())
            for (LabNode node : scene.nodes())
                checks.add(CompletableFuture.runAsync(() -> verify(node), threads));
        checks.forEach(check -> Patience.result("a node to be verified", check));
    }

    private void verify(LabNode node) {
        LabNode.Ended verified = node.verify();
        if (verified.code() != 0)
            tally.uncovered(
                    "verify of "
                            + node.name()
                            + " ended with "
                            + verified.code()
                            + ": "
                            + verified.words());
    }

    /** The node dies at some moment while the work is under way, and comes back. */
    private void underFire(Scene scene, LabNode node, Runnable work) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(work, threads);
        Patience.pause(random.nextInt(SOON_MILLIS));
        boolean closing = !done.isDone();
        Harm kill = new Kill(scene, List.of(node), new Random(0));
        scene.kill(node);
        if (Kill.wasKilled(node) && closing)
            tally.bit(new Drawn(Kind.KILL_CLOSING, kill, Set.of(node)), "while it closed the day");
        scene.start(node);
        Patience.result(node.name() + " to close the day", done);
    }
}
