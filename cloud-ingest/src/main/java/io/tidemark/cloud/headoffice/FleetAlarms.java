package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.telemetry.StoreFleet;
import io.tidemark.ledger.telemetry.Concern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What stores' devices say of themselves that a person should see to: one for each store and kind,
 * however many devices it is, since head office has thousands of them. The store's own gateway
 * names each.
 */
final class FleetAlarms {
    /** Beyond this they are on the devices' page: what the journals show must not go under. */
    static final int ALARMS_MAX = 100;

    /** Where devices are shown. */
    private static final String PAGES = "/fleet";

    private static final int DEVICES_NAMED = 3;

    private FleetAlarms() {}

    private record Told(String device, Concern concern) {}

    static List<Alarm> of(List<StoreFleet> stores) {
        List<Alarm> all = stores.stream().flatMap(FleetAlarms::of).toList();
        if (all.size() <= ALARMS_MAX) return all;
        List<Alarm> some = new ArrayList<>(all.subList(0, ALARMS_MAX));
        some.add(
                Alarm.ofDevices(
                        "",
                        "devices",
                        Shown.count(all.size() - (long) ALARMS_MAX)
                                + " more stores or kinds: see the devices' page",
                        new Page.Link(PAGES, "See all devices")));
        return some;
    }

    private static Stream<Alarm> of(StoreFleet fleet) {
        if (fleet.heard().isPresent() && fleet.isSilent())
            return Stream.of(
                    alarm(
                            fleet,
                            Concern.Kind.SILENT,
                            "its gateway reported "
                                    + FleetWords.heard(fleet)
                                    + ": what its devices do is not known here. The store goes on"
                                    + " without head office"));
        Map<Concern.Kind, List<Told>> kinds = new EnumMap<>(Concern.Kind.class);
        for (StoreFleet.Device device : fleet.devices())
            for (Concern concern : device.concerns())
                kinds.computeIfAbsent(concern.kind(), _ -> new ArrayList<>())
                        .add(new Told(device.told().device(), concern));
        return kinds.entrySet().stream()
                .map(each -> alarm(fleet, each.getKey(), text(each.getValue())));
    }

    private static String text(List<Told> told) {
        List<String> named =
                new ArrayList<>(
                        told.stream()
                                .limit(DEVICES_NAMED)
                                .map(one -> one.device() + ": " + one.concern().text())
                                .toList());
        if (told.size() > DEVICES_NAMED)
            named.add("and " + (told.size() - DEVICES_NAMED) + " more devices");
        return String.join("; ", named);
    }

    private static Alarm alarm(StoreFleet fleet, Concern.Kind kind, String text) {
        String store = fleet.store().store();
        return Alarm.ofDevices(
                store,
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                text,
                new Page.Link(PAGES + "/" + store, "See the devices"));
    }
}
