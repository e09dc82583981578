package io.tidemark.lab.demo;

import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.Dealing;
import io.tidemark.lab.retail.Dealing.StoreShare;
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
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Provisioning;
import io.tidemark.lab.shop.ShopClock;
import io.tidemark.lab.shop.StoreOutcome;
import io.tidemark.ledger.money.CurrencyCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run: provision, start, replay the day while things fail, close, compare. */
final class Demo implements AutoCloseable {
    private static final Duration BEFORE_FIRST_SALE = Duration.ofMinutes(20);
    private static final Duration AFTER_LAST_SALE = Duration.ofMinutes(10);

    private final DemoSettings settings;
    private final TradingDay day;
    private final Progress progress;
    private final Instant began = Instant.now();
    private final Words.Shop shop;
    private final DriverRecord record;
    private final Laboratory laboratory;
    private final ClosingTime closing;
    private final List<Fault> faults = new ArrayList<>();
    private volatile Optional<ShopClock> clock = Optional.empty();

    /** Provisions everything below the directory; nothing is started yet. */
    Demo(DemoSettings settings, TradingDay day, Path directory, Progress progress) {
        this.settings = settings;
        this.day = day;
        this.progress = progress;
        this.shop =
                new Words.Shop(Catalogue.of(day), settings.rule(), Provisioning.ZONE, hours(day));
        this.record = new DriverRecord(directory.resolve("driver-record.jsonl"));
        List<StoreShare> shares = Dealing.deal(day, settings.stores(), settings.tills());
        Machinery machinery = new Machinery(settings.directory().isPresent());
        this.laboratory =
                new Provisioning(
                                directory,
                                Deployables.besideThis().checked(),
                                machinery,
                                () -> clock.map(ShopClock::setting))
                        .provision(shares, day.money().currency(), settings.handhelds());
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
            for (LabTill till : store.devices())
                pages.add("%-16s %s".formatted(till.name(), till.node().address()));
        }
        return pages;
    }

    @Override
    public void close() {
        laboratory.close();
        record.close();
    }

    private ShopClock open() {
        ShopClock time =
                new Morning(laboratory, settings, shop, progress)
                        .open(setting -> clock = Optional.of(setting));
        pages().forEach(page -> progress.say("  " + page));
        Patience.untilTime(time.anchor());
        return time;
    }

    private void trade(ShopClock time) {
        progress.say(
                "Trading "
                        + day.day()
                        + ": "
                        + shop.hours().open().toLocalTime()
                        + " to "
                        + shop.hours().close().toLocalTime()
                        + " in about "
                        + settings.dayTakes().toSeconds()
                        + " s");
        var trade = new Trade(laboratory, shop, new Trade.Seen(record, progress));
        faults.addAll(trade.run(time, settings.chaos()));
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
        Figures file = new Figures(source.transactions(), source.lines(), source.grossMinor());
        Figures beside = record.besideTheFile(store.name());
        Figures told =
                Figures.ofTold(
                        store.tills().stream()
                                .flatMap(till -> record.receiptsAt(till.origin()).stream())
                                .toList());
        Figures expected = Figures.sum(List.of(file, beside));
        List<String> differences = new ArrayList<>();
        if (!told.equals(expected))
            differences.add(
                    "the driver was told "
                            + told
                            + " of "
                            + store.name()
                            + " where the file and what is beside it come to "
                            + expected);
        return differences;
    }

    /** Entries that the driver was told of and that their gateway's mark covers by now. */
    private long acknowledged() {
        long acknowledged = 0;
        for (LabTill till : laboratory.devices()) {
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
    private static Words.Hours hours(TradingDay day) {
        var midnight = day.day().atStartOfDay();
        var open = day.firstSale().minus(BEFORE_FIRST_SALE);
        return new Words.Hours(
                open.isBefore(midnight) ? midnight : open, day.lastSale().plus(AFTER_LAST_SALE));
    }
}
