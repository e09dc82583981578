package io.tidemark.lab.shop;

import io.tidemark.lab.shop.StoreOutcome.VatTiers;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a day's VAT, rate by rate, against what the driver reckons from the lines that it was
 * answered: each device's Z, the store Z, head office's and its books.
 */
final class VatComparison {
    private final LabStore store;
    private final DriverRecord record;
    private final VatTiers tiers;

    VatComparison(LabStore store, DriverRecord record, VatFigures books) {
        this.store = store;
        this.record = record;
        this.tiers =
                new VatTiers(
                        VatFigures.sum(
                                store.devices().stream()
                                        .map(device -> record.vatTold(device.origin()))
                                        .toList()),
                        VatFigures.sum(
                                store.devices().stream()
                                        .map(device -> record.vatOf(device.origin()))
                                        .toList()),
                        books);
    }

    VatTiers tiers() {
        return tiers;
    }

    List<String> differences(ClosedDay z, ClosedDay filed) {
        List<String> differences = new ArrayList<>();
        for (LabTill device : store.devices())
            differs(
                    "the Z of " + device.name(),
                    record.vatOf(device.origin()),
                    record.vatTold(device.origin()),
                    differences);
        differs(store.name() + "'s Z", z.vat(), tiers.told(), differences);
        differs("head office's Z of " + store.name(), filed.vat(), tiers.told(), differences);
        differs("the books of " + store.name(), tiers.books(), tiers.told(), differences);
        return differences;
    }

    private static void differs(
            String tier, VatFigures is, VatFigures should, List<String> differences) {
        if (!is.equals(should))
            differences.add(
                    tier + " has VAT of " + is.rates() + " where " + should.rates() + " was told");
    }
}
