package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.telemetry.StoreFleet;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.telemetry.FleetReport;
import java.util.List;
import java.util.Optional;

/**
 * Close-downs that a gateway computed a second time and that came out otherwise. Whether they do
 * not come here for that, or came before, the gateway says beside its journal, which they hold up.
 */
final class DifferingAlarms {
    private DifferingAlarms() {}

    static List<Alarm> of(List<StoreFleet> stores) {
        return stores.stream()
                .flatMap(fleet ->
                        fleet.differing().stream().map(each -> of(fleet.store().store(), each)))
                .toList();
    }

    private static Alarm of(String store, FleetReport.Differing told) {
        String where =
                told.isSent()
                        ? " is here already, and counted by"
                        : " does not come, nor does what the store recorded after it";
        return new Alarm(
                store,
                "close-down-differs",
                Optional.empty(),
                StoreDayClosed.label(told.zNumber(), told.day(), told.supplement())
                        + where
                        + ": its gateway computed it again from the journals and got something else ("
                        + told.words()
                        + "). Have the gateway stopped and `./tidemark verify DIR` run there",
                Optional.of(new Page.Link("/stores/" + store, "See the store")),
                Alarm.Witness.HEAD_OFFICE);
    }
}
