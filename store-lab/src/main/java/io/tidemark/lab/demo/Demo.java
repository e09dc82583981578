package io.tidemark.lab.demo;

import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.Dealing;
import io.tidemark.lab.retail.Dealing.StoreShare;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.Invoice;
import io.tidemark.lab.retail.SourceTotals;
import io.tidemark.lab.retail.TradingDay;
import io.tidemark.lab.shop.ClosingTime;
import io.tidemark.lab.shop.Comparison;
import io.tidemark.lab.shop.DriverRecord;
import io.tidemark.lab.shop.Figures;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.LabStore;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.Laboratory;
import io.tidemark.lab.shop.Opening;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Provisioning;
import io.tidemark.lab.shop.ShopClock;
import io.tidemark.lab.shop.StoreOutcome;
import io.tidemark.lab.shop.Told;
import io.tidemark.ledger.money.CurrencyCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** One run: provision, start, replay the day while things fail, close, compare. */
final class Demo implements AutoCloseable {
    private static final Duration BEFORE_FIRST_SALE = Duration.ofMinutes(20);
    private static final Duration AFTER_LAST_SALE = Duration.ofMinutes(10);
    private static final Duration LATE_MAX_LEAST = Duration.ofSeconds(15);
    private static final int STARTS_MAX = 3;

    private final DemoSettings settings;
    private final TradingDay day;
    private final Progress progress;
    private final Instant began = Instant.now();
    private final TillScript.Shop shop;
    private final TillScript.Hours hours;
    private final DriverRecord record;
    private final Laboratory laboratory;
    private final ClosingTime closing;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Fault> faults = new ArrayList<>();
    private volatile Optional<ShopClock> clock = Optional.empty();

    /** Provisions everything below the directory; nothing is started yet. */
    Demo(DemoSettings settings, TradingDay day, Path directory, Progress progress) {
        this.settings = settings;
        this.day = day;
        this.progress = progress;
        this.shop =
                new TillScript.Shop(
                        Catalogue.of(day), new HouseRule(day.money()), Provisioning.ZONE);
        this.hours = hours(day);
        this.record = new DriverRecord(directory.resolve("driver-record.jsonl"));
        List<StoreShare> shares = Dealing.deal(day, settings.stores(), settings.tills());
        Machinery machinery = new Machinery(settings.directory().isPresent());
        this.laboratory =
                new Provisioning(
                                directory,
                                Deployables.besideThis().checked(),
                                machinery,
                                () -> clock.map(ShopClock::setting))
                        .provision(shares, day.money().currency());
        this.closing = new ClosingTime(laboratory, day.day());
    }

    Outcome run() {
        ShopClock time = open();
        long refusedBefore = laboratory.headOfficeWay().refused();
        if (settings.chaos()) {
            laboratory.killHeadOffice();
            progress.say("  head office is down until the stores have closed");
        }
        trade(time);
        progress.end();
        progress.say("Closing the stores");
        laboratory.stores().forEach(closing::closeDown);
        if (settings.chaos()) faults.add(headOfficeReturns(refusedBefore));
        closing.awaitFiled();
        return outcome();
    }

    /** Where people can look, node by node. */
    List<String> pages() {
        List<String> pages = new ArrayList<>();
        pages.add("head office      " + laboratory.headOffice().address());
        for (LabStore store : laboratory.stores()) {
            pages.add("%-16s %s".formatted(store.name() + " gateway", store.gateway().address()));
            for (LabTill till : store.tills())
                pages.add("%-16s %s".formatted(till.name(), till.node().address()));
        }
        return pages;
    }

    @Override
    public void close() {
        laboratory.close();
        record.close();
    }

    /**
     * Starts the nodes on a clock that reaches opening time when they should be ready. Where they
     * were not by far, the morning would be lost, so they start again on a later clock: nothing has
     * happened yet.
     */
    private ShopClock open() {
        var opening = new Opening(laboratory);
        Duration startTakes =
                Duration.ofSeconds(
                        6 + 3L * nodes() * 4 / Runtime.getRuntime().availableProcessors());
        for (int start = 1; ; start++) {
            Instant before = Instant.now();
            ShopClock time = clockFrom(before.plus(startTakes));
            clock = Optional.of(time);
            progress.say("Starting " + nodes() + " nodes, each a process of its own");
            opening.startNodes();
            if (start == 1) opening.publish(shop.catalogue(), shop.rule());
            startTakes = Duration.between(before, Instant.now()).multipliedBy(3).dividedBy(2);
            boolean inTime = Instant.now().isBefore(time.anchor().plus(lateMax()));
            boolean last = start == STARTS_MAX;
            if (inTime || (last && isStillTheDay(time))) return opened(time);
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

    private ShopClock opened(ShopClock time) {
        pages().forEach(page -> progress.say("  " + page));
        Patience.untilTime(time.anchor());
        return time;
    }

    private ShopClock clockFrom(Instant anchor) {
        Instant open = hours.open().atZone(Provisioning.ZONE).toInstant();
        Instant close = hours.close().atZone(Provisioning.ZONE).toInstant();
        return ShopClock.over(open, close, anchor, settings.dayTakes());
    }

    private int nodes() {
        return 1 + settings.stores() * (1 + settings.tills());
    }

    private void trade(ShopClock time) {
        progress.say(
                "Trading "
                        + day.day()
                        + ": "
                        + hours.open().toLocalTime()
                        + " to "
                        + hours.close().toLocalTime()
                        + " in about "
                        + settings.dayTakes().toSeconds()
                        + " s");
        List<CompletableFuture<Void>> running = new ArrayList<>();
        var failure = new CompletableFuture<Void>();
        int receipts = 0;
        for (LabStore store : laboratory.stores()) {
            var chaosIsOver = new CompletableFuture<Void>();
            List<Cashier> cashiers = cashiers(store, time, chaosIsOver);
            receipts += cashiers.stream().mapToInt(Cashier::receipts).sum();
            progress.expect(receipts);
            for (Cashier cashier : cashiers)
                running.add(watched(CompletableFuture.runAsync(cashier, threads), failure));
            running.add(
                    watched(
                            harm(new Chaos(store, cashiers, time, progress), chaosIsOver),
                            failure));
        }
        CompletableFuture<Void> all =
                CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
        CompletableFuture.anyOf(all, failure).join();
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
        var driver = new Cashier.Driver(record, progress, chaosIsOver);
        List<Cashier> cashiers = new ArrayList<>();
        for (LabTill till : store.tills()) {
            boolean last = till.index() == store.tills().size() - 1;
            List<Invoice> invoices =
                    store.share().tills().get(till.index()).stream()
                            .sorted(
                                    Comparator.comparing(
                                            invoice -> invoice.lines().getFirst().at()))
                            .toList();
            cashiers.add(
                    new Cashier(
                            till,
                            TillScript.of(shop, till.index(), last, invoices, hours),
                            time,
                            driver));
        }
        return cashiers;
    }

    /** All faults of a store at their times; with chaos off, none. */
    private CompletableFuture<Void> harm(Chaos chaos, CompletableFuture<Void> isOver) {
        if (!settings.chaos()) {
            isOver.complete(null);
            return isOver;
        }
        CompletableFuture<Fault> cut = doing(chaos::cutOff);
        CompletableFuture<Fault> kill = doing(chaos::killTill);
        CompletableFuture<Fault> gateway =
                cut.thenCombine(kill, (_, _) -> 0)
                        .thenApplyAsync(_ -> chaos.killGateway(), threads);
        return gateway.thenAccept(
                        fault -> {
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

    private Fault headOfficeReturns(long refusedBefore) {
        long unsent = laboratory.stores().stream().mapToLong(ClosingTime::unforwarded).sum();
        if (unsent == 0) throw new LabFailed("nothing waited for head office while it was down");
        Patience.until(
                "a gateway to call head office in vain",
                () -> laboratory.headOfficeWay().refused() > refusedBefore);
        long refused = laboratory.headOfficeWay().refused() - refusedBefore;
        laboratory.startHeadOffice();
        progress.say("  head office is back: " + laboratory.headOffice().address());
        return new Fault(
                "head office killed (kill -9) before opening, and down until after the close",
                refused
                        + " connections refused; "
                        + unsent
                        + (unsent == 1 ? " entry" : " entries")
                        + " of the store journals waited for it");
    }

    private Outcome outcome() {
        var comparison =
                new Comparison(
                        laboratory, record, day.day(), new CurrencyCode(day.money().currency()));
        List<StoreOutcome> stores =
                laboratory.stores().stream()
                        .map(store -> comparison.of(store).and(fromTheSource(store)))
                        .toList();
        return new Outcome(
                day.day(),
                day.money(),
                stores,
                record.all().size(),
                acknowledged(),
                faults,
                Duration.between(began, Instant.now()));
    }

    /** The driver said the file's invoices, all of them, and was told so. */
    private List<String> fromTheSource(LabStore store) {
        SourceTotals source = store.share().totals();
        Figures expected = new Figures(source.transactions(), source.lines(), source.grossMinor());
        List<Told> told =
                store.tills().stream()
                        .flatMap(till -> record.receiptsAt(till.origin()).stream())
                        .toList();
        Figures is = Figures.ofTold(told);
        return is.equals(expected)
                ? List.of()
                : List.of(
                        "the driver was told "
                                + is
                                + " of "
                                + store.name()
                                + " where the file comes to "
                                + expected);
    }

    /** Entries that the driver was told of and that their gateway's mark covers by now. */
    private long acknowledged() {
        long acknowledged = 0;
        for (LabTill till : laboratory.tills()) {
            Patience.until(
                    till.name() + " to have everything marked", () -> till.status().unsent() == 0);
            long marked = till.status().marked();
            acknowledged +=
                    record.all().stream()
                            .filter(told ->
                                    told.origin().equals(till.origin())
                                            && told.sequence() <= marked)
                            .count();
        }
        return acknowledged;
    }

    /** Opening early enough before the first sale, but never on the day before. */
    private static TillScript.Hours hours(TradingDay day) {
        var midnight = day.day().atStartOfDay();
        var open = day.firstSale().minus(BEFORE_FIRST_SALE);
        return new TillScript.Hours(
                open.isBefore(midnight) ? midnight : open, day.lastSale().plus(AFTER_LAST_SALE));
    }
}
