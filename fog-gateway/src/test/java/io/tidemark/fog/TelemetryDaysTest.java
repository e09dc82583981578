package io.tidemark.fog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.node.kept.Room;
import io.tidemark.node.telemetry.Heard;
import io.tidemark.node.telemetry.KeepingRule;
import io.tidemark.node.telemetry.KeptTelemetry;
import io.tidemark.node.telemetry.TelemetryPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For how long a gateway keeps what devices said is its settings' word. */
class TelemetryDaysTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void what_devices_said_is_kept_for_as_many_days_as_the_settings_say() throws Exception {
        LaboratoryNode gateway = LaboratoryNode.provisioned(directory, 1);
        Path home = gateway.store().gateway().home();
        Files.writeString(
                home.resolve("node.yaml"), "\ntelemetryDays: 3\n", StandardOpenOption.APPEND);
        Instant now = Instant.now();
        keep(gateway, now.minus(Duration.ofDays(4)), 11);
        keep(gateway, now.minus(Duration.ofDays(2)), 22);
        gateway.start();
        try {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(gateway.get("/api/v1/fleet/till-1?hours=336"))
                                    .contains("\"batteryPercent\":22")
                                    .doesNotContain("\"batteryPercent\":11"));
        } finally {
            gateway.stop();
        }
    }

    /** As an earlier life of the gateway did. */
    private static void keep(LaboratoryNode gateway, Instant at, int battery) throws Exception {
        NodeIdentity identity = gateway.store().gateway().openIdentity();
        Path place = gateway.store().gateway().home().resolve("telemetry");
        try (KeptTelemetry kept =
                KeptTelemetry.start(
                        new TelemetryPlace(place, identity.journalKey()),
                        new KeptTelemetry.Ports(
                                KeepingRule.days(14),
                                () -> at,
                                Room.ENDLESS,
                                notice -> assertThat(notice).isEmpty()))) {
            kept.keep(new Heard("till-1", at, SaidAtHand.of(1, battery, Duration.ZERO)));
            await().until(() -> !kept.last().isEmpty());
        }
    }
}
