package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.telemetry.ClockOffset;
import io.tidemark.ledger.telemetry.ClockTold;
import io.tidemark.ledger.telemetry.FleetReport;
import io.tidemark.ledger.telemetry.Machine;
import io.tidemark.ledger.telemetry.Software;
import io.tidemark.ledger.telemetry.Telemetry;
import io.tidemark.ledger.telemetry.Unmarked;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gateways tell head office how their devices are. */
class FleetTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String PATH = "/v1/telemetry";

    @TempDir private Path directory;

    private Organisation organisation;
    private NodeIdentity gateway;
    private NodeIdentity till;
    private RunningHeadOffice headOffice;

    @BeforeEach
    void a_store_and_another_one_that_is_silent() throws Exception {
        organisation = Organisation.found(directory);
        var store = organisation.store("s001", 2);
        organisation.store("s002", 1);
        gateway = store.gateway().openIdentity();
        till = store.tills().getFirst().openIdentity();
        Path telemetry = Files.createDirectories(organisation.home().resolve("telemetry"));
        Files.write(telemetry.resolve("telemetry-1.mv.db"), new byte[40_000]);
        headOffice = organisation.run();
    }

    @AfterEach
    void stop() {
        headOffice.close();
    }

    @Test
    void what_a_gateway_reports_is_on_the_pages_and_it_is_told_the_time() throws Exception {
        HttpResponse<byte[]> answer = reported(gateway, report("till-1").toBytes());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ClockTold.parse(answer.body()).number()).isEqualTo(5);
        assertThat(headOffice.get("/api/v1/fleet").body())
                .contains(
                        "\"store\":\"s001\"",
                        "\"devicesOnMasterData\":0",
                        "\"masterDataVersion\":4",
                        "\"store\":\"s002\"");
        assertThat(headOffice.get("/api/v1/fleet/s001").body())
                .contains(
                        "\"masterDataVersion\":3", "it sells by master data v3, its store has v4");
        assertThat(headOffice.get("/fleet").body()).contains("not since the start", "0 of 2", "v4");
        assertThat(headOffice.get("/fleet/s001").body())
                .contains("till-1", "its clock is 90.0 s ahead", "+90.00 s ± 12 ms");
        assertThat(headOffice.get("/api/v1/alerts").body())
                .contains("\"kind\":\"clock\"", "till-1: its clock is 90.0 s ahead");
        assertThat(headOffice.get("/alerts").body())
                .contains("master-data", "href=\"/fleet/s001\">See the devices");
        assertThat(headOffice.get("/stores/s001").body()).contains("its clock is 90.0 s ahead");
        await().untilAsserted(() ->
                assertThat(headOffice.get("/api/v1/fleet/s001/till-1").body())
                        .contains("\"masterDataVersion\":3"));
        assertThat(headOffice.get("/api/v1/fleet/s002/till-1").body()).isEqualTo("[]");
        assertThat(headOffice.get("/api/v1/fleet/s001/none").statusCode()).isEqualTo(404);
        assertThat(headOffice.get("/api/v1/fleet/s001/none").body())
                .contains("store s001 has no device 'none': see /api/v1/fleet/s001");
    }

    @Test
    void a_close_down_that_its_gateway_does_not_bear_out_is_an_alert_that_says_in_what()
            throws Exception {
        String words = "tills › till-2 › head: 1f, where the journals give 2e";
        FleetReport.Differing waits =
                new FleetReport.Differing(LocalDate.of(2026, 11, 20), 12, 0, false, words);
        FleetReport.Differing came =
                new FleetReport.Differing(LocalDate.of(2026, 11, 19), 11, 1, true, words);

        reported(gateway, report("till-1").with(List.of(waits, came)).toBytes());

        for (String page : List.of("/api/v1/alerts", "/alerts", "/stores/s001"))
            assertThat(headOffice.get(page).body())
                    .as(page)
                    .contains(
                            "close-down-differs",
                            "Z 12 of 2026-11-20 does not come, nor does what the store recorded",
                            "Z 11 of 2026-11-19, supplement 1 is here already, and counted by",
                            words);
        assertThat(headOffice.get("/stores/s002").body()).doesNotContain("close-down-differs");
    }

    @Test
    void a_damaged_database_stopped_nothing_and_is_told_of() {
        await().untilAsserted(() ->
                assertThat(headOffice.get("/fleet").body())
                        .contains("telemetry database was damaged"));
    }

    @Test
    void a_till_and_a_report_of_no_device_and_nonsense_are_refused() throws Exception {
        byte[] nonsense = new byte[2_000];
        new Random(1).nextBytes(nonsense);

        assertThat(reported(till, report("till-1").toBytes()).statusCode()).isEqualTo(403);
        assertThat(reported(gateway, report("../till").toBytes()).statusCode()).isEqualTo(400);
        assertThat(reported(gateway, nonsense).statusCode()).isEqualTo(400);
        assertThat(headOffice.get("/api/v1/fleet/s001").body()).isEqualTo("[]");
        assertThat(headOffice.get("/fleet/s003").statusCode()).isEqualTo(404);
    }

    @Test
    void who_reports_too_often_is_not_listened_to_for_a_moment() throws Exception {
        byte[] report = report("till-1").toBytes();
        try (Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            await().until(() -> caller.post(headOffice.peers(PATH), report).statusCode() == 429);

            await().until(() -> caller.post(headOffice.peers(PATH), report).statusCode() == 200);
        }
    }

    private HttpResponse<byte[]> reported(NodeIdentity as, byte[] report) throws Exception {
        try (Caller caller = Caller.as(as, organisation.headOffice().name())) {
            return caller.post(headOffice.peers(PATH), report);
        }
    }

    private static FleetReport report(String device) {
        return new FleetReport(
                NOON,
                5,
                List.of(
                        new FleetReport.Device("gateway", true, NOON, NOON, 0, said(4, 0)),
                        new FleetReport.Device(device, false, NOON, NOON, 0, said(3, 90)),
                        new FleetReport.Device("till-2", false, NOON, null, 0, null)));
    }

    private static Telemetry said(long masterData, int ahead) {
        return new Telemetry(
                NOON,
                9,
                new Machine(
                        35,
                        420,
                        new Machine.Memory(40 << 20, 96 << 20),
                        110L << 20,
                        10L << 30,
                        16L << 30,
                        new Machine.Battery(81, true),
                        Duration.ofHours(9)),
                new Software("0.1.0", "25.0.1", "till-2gb", masterData),
                Unmarked.NONE,
                new ClockOffset(Duration.ofSeconds(ahead), Duration.ofMillis(12)),
                null);
    }
}
