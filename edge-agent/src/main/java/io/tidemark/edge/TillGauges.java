package io.tidemark.edge;

import io.tidemark.ledger.telemetry.Software;
import io.tidemark.ledger.telemetry.Unmarked;
import io.tidemark.node.home.NodeSettings;
import io.tidemark.node.telemetry.ForceTimes;
import io.tidemark.node.telemetry.MachineGauge;
import io.tidemark.node.telemetry.OwnTelemetry;
import io.tidemark.node.telemetry.RunningSoftware;
import io.tidemark.profiles.HardwareProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a till measures itself by, from its start to its end.
 *
 * @param profile the name of the hardware profile it runs with
 */
record TillGauges(MachineGauge machine, ForceTimes forces, String profile, Duration interval) {
    /**
     * @param steady goes on evenly from now, the till's start
     */
    static TillGauges of(TillSite site, InstantSource steady) {
        NodeSettings settings = site.home().settings();
        HardwareProfile profile = HardwareProfile.of(settings.profile(), settings.role().label());
        try {
            return new TillGauges(
                    new MachineGauge(site.home().directory(), steady),
                    new ForceTimes(),
                    profile.name(),
                    settings.telemetry().interval(profile.telemetrySeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot find out which disk " + site.home().directory() + " is on", e);
        }
    }

    OwnTelemetry telemetry(
            LongSupplier masterData, Supplier<Unmarked> unmarked, InstantSource business) {
        Supplier<Software> software = () -> RunningSoftware.with(profile, masterData.getAsLong());
        return new OwnTelemetry(
                new OwnTelemetry.Sources(machine, forces, software, unmarked, business));
    }
}
