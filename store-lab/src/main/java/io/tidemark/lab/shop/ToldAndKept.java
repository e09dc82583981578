package io.tidemark.lab.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One kind of figure of a store's day, as the driver reckons it from what devices answered, held
 * against what their Zs keep of it, and the tiers after them.
 */
final class ToldAndKept<T> {
    private final LabStore store;
    private final Function<Told.Origin, T> told;
    private final Function<Told.Origin, T> kept;
    private final Function<List<T>, T> sum;

    /**
     * @param told of a device, by the driver's record
     * @param kept of a device, by its Z
     */
    ToldAndKept(
            LabStore store,
            Function<Told.Origin, T> told,
            Function<Told.Origin, T> kept,
            Function<List<T>, T> sum) {
        this.store = store;
        this.told = told;
        this.kept = kept;
        this.sum = sum;
    }

    T told() {
        return sum.apply(ofDevices(told));
    }

    T kept() {
        return sum.apply(ofDevices(kept));
    }

    private List<T> ofDevices(Function<Told.Origin, T> figure) {
        return store.devices().stream().map(LabTill::origin).map(figure).toList();
    }

    /** At each device's Z, the store Z and head office's. */
    List<String> differences(T z, T filed) {
        List<String> differences = new ArrayList<>();
        for (LabTill device : store.devices())
            differences.addAll(
                    differences(
                            "the Z of " + device.name(),
                            kept.apply(device.origin()),
                            told.apply(device.origin())));
        differences.addAll(differences(store.name() + "'s Z", z, told()));
        differences.addAll(differences("head office's Z of " + store.name(), filed, told()));
        return differences;
    }

    /** None, or one. */
    List<String> differences(String tier, T is, T should) {
        if (is.equals(should)) return List.of();
        return List.of(tier + " has " + is + " where " + should + " was told");
    }
}
