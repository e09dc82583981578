package io.tidemark.lab.demo;

import io.tidemark.lab.shop.DriverRecord;
import io.tidemark.lab.shop.LabStore;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.Laboratory;
import io.tidemark.lab.shop.ShopClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** One day's trade in all stores, while things fail. */
final class Trade {
    private final Laboratory laboratory;
    private final Words.Shop shop;
    private final Seen seen;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Fault> faults = new ArrayList<>();

    /** What is written down and shown meanwhile. */
    record Seen(DriverRecord record, Progress progress) {}

    Trade(Laboratory laboratory, Words.Shop shop, Seen seen) {
        this.laboratory = laboratory;
        this.shop = shop;
        this.seen = seen;
    }

    /**
     * Returns when every till has closed its day.
     *
     * @param chaos whether anything fails
     * @return what failed
     */
    List<Fault> run(ShopClock time, boolean chaos) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        var failure = new CompletableFuture<Void>();
        int receipts = 0;
        for (LabStore store : laboratory.stores()) {
            var chaosIsOver = new CompletableFuture<Void>();
            List<Cashier> cashiers = cashiers(store, time, chaosIsOver);
            for (Cashier worker : handhelds(store, time, chaosIsOver))
                running.add(watched(CompletableFuture.runAsync(worker, threads), failure));
            receipts += cashiers.stream().mapToInt(Cashier::receipts).sum();
            seen.progress().expect(receipts);
            for (Cashier cashier : cashiers)
                running.add(watched(CompletableFuture.runAsync(cashier, threads), failure));
            Chaos harming = new Chaos(store, cashiers, time, seen.progress());
            if (chaos) running.add(watched(harm(harming, chaosIsOver), failure));
            else chaosIsOver.complete(null);
        }
        CompletableFuture<Void> all =
                CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(all, failure).join();
        return List.copyOf(faults);
    }

    /** The first failure ends the wait for all. */
    private static CompletableFuture<Void> watched(
            CompletableFuture<Void> one, CompletableFuture<Void> failure) {
        return one.whenComplete((_, thrown) -> {
            if (thrown != null) failure.completeExceptionally(thrown);
        });
    }

    private List<Cashier> cashiers(
            LabStore store, ShopClock time, CompletableFuture<Void> chaosIsOver) {
        var driver = new Cashier.Driver(seen.record(), seen.progress(), chaosIsOver);
        List<List<Act>> scripts = StoreScript.of(shop, store.share());
        return store.tills().stream()
                .map(till -> new Cashier(till, scripts.get(till.index()), time, driver))
                .toList();
    }

    private List<Cashier> handhelds(
            LabStore store, ShopClock time, CompletableFuture<Void> chaosIsOver) {
        var driver = new Cashier.Driver(seen.record(), seen.progress(), chaosIsOver);
        List<Cashier> workers = new ArrayList<>();
        for (LabTill handheld : store.handhelds()) {
            var place =
                    new HandheldScript.Place(
                            laboratory.stores().indexOf(store),
                            laboratory.stores().size(),
                            handheld.index(),
                            store.handhelds().size());
            workers.add(
                    new Cashier(
                            handheld, HandheldScript.of(shop, place, store.share()), time, driver));
        }
        return workers;
    }

    /** All faults of a store at their times. */
    private CompletableFuture<Void> harm(Chaos chaos, CompletableFuture<Void> isOver) {
        CompletableFuture<Fault> cut = doing(chaos::cutOff);
        CompletableFuture<Fault> kill = doing(chaos::killTill);
        return cut.thenCombine(kill, (_, _) -> 0)
                .thenApplyAsync(_ -> chaos.killGateway(), threads)
                .thenAccept(fault -> {
                    synchronized (faults) {
                        faults.addAll(List.of(cut.join(), kill.join(), fault));
                    }
                })
                .whenComplete((_, failure) -> {
                    if (failure == null) isOver.complete(null);
                    else isOver.completeExceptionally(failure);
                });
    }

    private CompletableFuture<Fault> doing(Supplier<Fault> fault) {
        return CompletableFuture.supplyAsync(fault, threads);
    }
}
