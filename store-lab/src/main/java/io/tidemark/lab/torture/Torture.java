package io.tidemark.lab.torture;

import io.tidemark.lab.shop.Comparison;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.StoreOutcome;
import io.tidemark.ledger.money.CurrencyCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One run: open, sell while harm is done, heal, close, compare, verify. */
final class Torture implements AutoCloseable {
    private final TortureSettings settings;
    private final Tools tools;
    private final Consumer<String> progress;
    private final Instant began = Instant.now();
    private final Shop shop;
    private final Tally tally;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Provisions everything below the directory; nothing is started yet. */
    Torture(TortureSettings settings, Tools tools, Path directory, Consumer<String> progress) {
        this.settings = settings;
        this.tools = tools;
        this.progress = progress;
        this.tally = new Tally(directory);
        this.shop = Shop.found(settings, directory);
    }

    TortureOutcome run() {
        if (!shop.hasSmallDisks())
            progress.accept(
                    "no tmpfs can be mounted here (it takes root and CAP_SYS_ADMIN): no disk is filled");
        progress.accept("starting the shop");
        shop.open();
        List<CompletableFuture<Void>> selling = new ArrayList<>();
        for (Scene scene : shop.scenes())
            for (Seller seller : scene.sellers())
                selling.add(watched(CompletableFuture.runAsync(seller, threads)));
        harm();
        progress.accept("harm is over: what is recorded must arrive, and the day is closed");
        ClosingUnderFire closing = new ClosingUnderFire(shop, tally, threads, settings.seed());
        closing.setRight();
        shop.scenes().forEach(scene -> scene.sellers().forEach(Seller::close));
        selling.forEach(one -> Patience.result("the last customer to be served", one));
        List<Drawn> oldDisks = oldDisks();
        closing.close();
        List<StoreOutcome> stores = compared();
        oldDisks.forEach(this::putBack);
        progress.accept("verifying every node");
        closing.verify();
        return outcome(stores);
    }

    /** Leaves the nodes' data where they can be looked into. */
    void keep() {
        shop.laboratory().stopAll();
        for (Scene scene : shop.scenes()) scene.disks().values().forEach(SmallDisk::keep);
    }

    @Override
    public void close() {
        shop.close();
    }

    /** Ends early when a till's answer was wrong. */
    private void harm() {
        Instant end = Instant.now().plus(settings.harming());
        List<CompletableFuture<Void>> waves = new ArrayList<>();
        for (Scene scene : shop.scenes()) {
            Random random = new Random(settings.seed() + shop.scenes().indexOf(scene));
            Waves of =
                    new Waves(
                            scene,
                            new Deck(scene, tools, settings.kinds(), random),
                            tally,
                            threads,
                            progress);
            waves.add(CompletableFuture.runAsync(() -> of.until(end), threads));
        }
        CompletableFuture<Void> all =
                CompletableFuture.allOf(waves.toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(all, failure).join();
    }

    /** Of each store's last till. */
    private List<Drawn> oldDisks() {
        if (!settings.kinds().contains(Kind.OLD_DISK)) return List.of();
        List<Drawn> drawn = new ArrayList<>();
        for (Scene scene : shop.scenes()) {
            OldDisk oldDisk = new OldDisk(scene, scene.store().tills().getLast());
            oldDisk.remember();
            drawn.add(new Drawn(Kind.OLD_DISK, oldDisk, Set.of()));
        }
        return drawn;
    }

    private void putBack(Drawn oldDisk) {
        progress.accept(oldDisk.harm().what());
        try {
            oldDisk.harm().bite().ifPresent(evidence -> tally.bit(oldDisk, evidence));
        } catch (HarmUncovered e) {
            tally.uncovered(String.valueOf(e.getMessage()));
        }
    }

    private CompletableFuture<Void> watched(CompletableFuture<Void> seller) {
        return seller.whenComplete((_, thrown) -> {
            if (thrown != null) failure.completeExceptionally(thrown);
        });
    }

    private List<StoreOutcome> compared() {
        var comparison =
                new Comparison(
                        shop.laboratory(),
                        shop.record(),
                        Shop.DAY,
                        new CurrencyCode(Baskets.CURRENCY));
        return shop.scenes().stream().map(scene -> comparison.of(scene.store())).toList();
    }

    private TortureOutcome outcome(List<StoreOutcome> stores) {
        List<Seller> sellers =
                shop.scenes().stream().flatMap(scene -> scene.sellers().stream()).toList();
        return new TortureOutcome(
                settings,
                count(Scripted.Kind::isReceipt),
                count(Goods::is),
                count(Scripted.Kind.POST_VOID::equals),
                count(Scripted.Kind.RESUME::equals),
                shop.scenes().stream().mapToLong(scene -> scene.waiting().takenUpElsewhere()).sum(),
                sellers.stream().mapToLong(Seller::unanswered).sum(),
                sellers.stream().mapToLong(Seller::refused).sum(),
                stores,
                tally,
                Duration.between(began, Instant.now()));
    }

    private long count(Predicate<Scripted.Kind> kind) {
        return shop.record().all().stream().filter(one -> kind.test(one.kind())).count();
    }
}
