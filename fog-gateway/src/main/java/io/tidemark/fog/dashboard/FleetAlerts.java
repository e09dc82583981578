package io.tidemark.fog.dashboard;

import io.tidemark.fog.telemetry.StandingConcerns.Standing;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.telemetry.Concern;
import java.util.List;

/** What devices say of themselves that a person should see to, as alerts among the others. */
final class FleetAlerts {
    private FleetAlerts() {}

    static List<Alert> of(List<Standing> standing) {
        return standing.stream().map(FleetAlerts::of).toList();
    }

    private static Alert of(Standing standing) {
        Concern concern = standing.concern();
        return new Alert(kind(concern), standing.device(), concern.text(), standing.since());
    }

    private static Alert.Kind kind(Concern concern) {
        return switch (concern.kind()) {
            case CLOCK -> Alert.Kind.DEVICE_CLOCK;
            case BATTERY -> Alert.Kind.DEVICE_BATTERY;
            case DISK -> Alert.Kind.DEVICE_DISK;
            case UNMARKED -> Alert.Kind.DEVICE_UNMARKED;
            case FORCES -> Alert.Kind.DEVICE_SLOW;
            case MASTER_DATA -> Alert.Kind.DEVICE_MASTER_DATA;
            case VERSION -> Alert.Kind.DEVICE_VERSION;
            case SILENT -> Alert.Kind.DEVICE_SILENT;
        };
    }
}
