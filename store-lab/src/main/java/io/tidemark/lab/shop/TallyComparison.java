package io.tidemark.lab.shop;

import io.tidemark.lab.shop.StoreOutcome.TallyTiers;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what was out of the ordinary on a day against what the driver asked for: each device's Z,
 * the store Z and head office's.
 */
final class TallyComparison {
    private final LabStore store;
    private final DriverRecord record;
    private final TallyTiers tiers;

    TallyComparison(LabStore store, DriverRecord record) {
        this.store = store;
        this.record = record;
        this.tiers =
                new TallyTiers(
                        Tallies.sum(
                                store.devices().stream()
                                        .map(device -> record.talliesTold(device.origin()))
                                        .toList()),
                        Tallies.sum(
                                store.devices().stream()
                                        .map(device -> record.talliesOf(device.origin()))
                                        .toList()));
    }

    TallyTiers tiers() {
        return tiers;
    }

    List<String> differences(ClosedDay z, ClosedDay filed) {
        List<String> differences = new ArrayList<>();
        for (LabTill device : store.devices())
            differs(
                    "the Z of " + device.name(),
                    record.talliesOf(device.origin()),
                    record.talliesTold(device.origin()),
                    differences);
        differs(store.name() + "'s Z", z.tallies(), tiers.told(), differences);
        differs("head office's Z of " + store.name(), filed.tallies(), tiers.told(), differences);
        return differences;
    }

    private static void differs(String tier, Tallies is, Tallies should, List<String> differences) {
        if (!is.equals(should))
            differences.add(
                    tier + " has tallies " + is.kinds() + " where " + should.kinds() + " was told");
    }
}
