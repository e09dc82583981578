package io.tidemark.fog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.broker.BrokerClient;
import io.tidemark.identity.WrongPassphrase;
import io.tidemark.ledger.Answer;
import io.tidemark.node.home.NodeHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that stops and starts again, on whatever it finds. */
class GatewayRestartTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path directory;

    private LaboratoryNode gateway;

    @BeforeEach
    void provision() throws IOException {
        gateway = LaboratoryNode.provisioned(directory, 2);
    }

    @AfterEach
    void stop() {
        gateway.stop();
    }

    @Test
    void everything_is_there_after_a_restart_with_its_tables_gone() throws Exception {
        gateway.start();
        LaboratoryTill till = gateway.till("till-1").opens(DAY).sells("2.50").closesDay();
        try (BrokerClient connection = gateway.connected("till-1")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));
        }
        gateway.closeDay(DAY, "[\"till-2\"]");
        String z = gateway.get("/api/v1/days/" + DAY + "/z");
        assertThat(gateway.standing("till-1").between().end()).isEqualTo(till.head());
        gateway.stop();
        try (Stream<Path> tables =
                Files.walk(gateway.store().gateway().home().resolve("projection"))) {
            for (Path file : tables.filter(Files::isRegularFile).toList()) Files.delete(file);
        }

        gateway.start();

        assertThat(gateway.get("/api/v1/days/" + DAY + "/z")).isEqualTo(z);
        await().atMost(SOON)
                .until(() ->
                        gateway.get("/api/v1/days/" + DAY + "/receipts").contains("\"number\":1"));
        gateway.stop();
        assertThat(gateway.verified().isSound()).isTrue();
    }

    @Test
    void a_receipt_of_a_closed_day_is_proven_by_commands_and_by_the_page_of_the_running_gateway()
            throws Exception {
        gateway.start();
        LaboratoryTill till = gateway.till("till-1").opens(DAY).sells("2.50").closesDay();
        try (BrokerClient connection = gateway.connected("till-1")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));
        }
        gateway.closeDay(DAY, "[\"till-2\"]");
        String receipt = "s001.till-1.1-1-" + till.headAt(3).hash().short6();
        Path keys = Files.writeString(directory.resolve("keys"), gateway.told("keys"));
        Path proof = directory.resolve("proof");

        Files.writeString(proof, gateway.told("prove", receipt));

        assertThat(LaboratoryNode.said(0, "check", proof.toString(), "--keys", keys.toString()))
                .startsWith("proven: sale completed, receipt 1 of workstation 1, day 2026-11-20")
                .contains("is entry 3 of the 4 in Z 1 of 2026-11-20,")
                .contains("which is number 1 of the 1 in the log that store s001");
        assertThat(gateway.get("/api/v1/proofs?receipt=" + receipt))
                .contains("\"entry\":3", "BEGIN TIDEMARK PROOF");
        assertThat(gateway.get("/proofs?receipt=" + receipt))
                .contains("BEGIN TIDEMARK PROOF", "Signed up to 1 of 1");
        assertThat(gateway.get("/proofs?receipt=17")).contains("a receipt is named by its id");
        assertThat(gateway.get("/api/v1/proofs?receipt=17")).contains("a receipt is named by");
        await().atMost(SOON)
                .until(() -> gateway.get("/api/v1/log").contains("\"state\":\"AGREED\""));
        assertThat(gateway.get("/api/v1/log")).contains("\"size\":1,\"signed\":1");
        assertThat(gateway.get("/api/v1/log/consistency?from=1")).contains("\"path\":[]");
        assertThat(gateway.get("/api/v1/log/consistency?from=2"))
                .contains("the tree has 1 leaves, and never had 2");
        Files.writeString(proof, Files.readString(proof).replaceFirst("A", "B"));
        assertThat(LaboratoryNode.said(1, "check", proof.toString(), "--keys", keys.toString()))
                .startsWith("not proven: ");
    }

    @Test
    void one_flipped_byte_in_a_journal_is_found_and_its_till_brings_it_again() throws Exception {
        gateway.start();
        LaboratoryTill till = gateway.till("till-1").opens(DAY).sells("2.50").sells("3.50");
        try (BrokerClient connection = gateway.connected("till-1")) {
            connection.hello(till.hello());
            connection.batch(till.batch(1));
        }
        gateway.stop();
        Path segment =
                gateway.store()
                        .gateway()
                        .home()
                        .resolve("journal/s001.till-1.1/segment-000001.tmj");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        assertThat(gateway.verified().isSound()).isFalse();
        gateway.start();
        assertThat(gateway.get("/api/v1/alerts")).contains("DAMAGED", "s001.till-1.1");
        try (BrokerClient connection = gateway.connected("till-1")) {
            assertThat(connection.hello(till.hello())).isInstanceOf(Answer.Marked.class);
            connection.batch(till.batch(1));
        }
        gateway.stop();
        assertThat(gateway.verified().isSound()).isTrue();
    }

    @Test
    void a_wrong_passphrase_is_told() {
        NodeHome again = NodeHome.open(gateway.store().gateway().home());
        try {
            assertThatThrownBy(() ->
                            new FogGateway()
                                    .start(
                                            LaboratoryNode.started(
                                                    again, "not the passphrase".toCharArray())))
                    .isInstanceOf(WrongPassphrase.class);
        } finally {
            again.close();
        }
    }
}
