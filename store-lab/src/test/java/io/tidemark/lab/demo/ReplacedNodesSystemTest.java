package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.ClosedDay;
import io.tidemark.lab.shop.ClosingTime;
import io.tidemark.lab.shop.Figures;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway and then a till are lost for good within a day; on real processes, up to its close. */
class ReplacedNodesSystemTest {
    private static final int APPLE_MINOR = 35;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path dir;

    @Test
    void a_day_over_which_gateway_and_till_were_replaced_is_what_was_told() throws IOException {
        try (TestShop shop = TestShop.open(dir, 2)) {
            shop.sell(0, 1);
            shop.sell(1, 2);
            shop.awaitMarked();
            theSecondTillGoesOnInItsNextEpoch(shop);
            shop.sell(1, 3);
            shop.awaitMarked();

            theGatewayIsLost(shop);
            awaitReceiptsAtTheNewGateway(shop);
            LabTill next = theFirstTillIsLost(shop);
            shop.sell(2, 4);

            JsonNode report = next.api().get("/api/v1/x-report");
            assertThat(report.path("transactions").asLong()).as("the whole day's").isEqualTo(2);
            for (int till : List.of(1, 2)) {
                shop.count(till);
                shop.closeTill(till);
            }
            assertTheDayIsWhole(shop);
        }
    }

    /** Signed by hand, upon where the gateway says that it stands. */
    private void theSecondTillGoesOnInItsNextEpoch(TestShop shop) throws IOException {
        LabNode gateway = shop.store().gateway();
        Path standing = standing(shop, "till-2");
        Path grant = dir.resolve("second.grant");
        shop.provision(
                "epoch",
                "--recovery-key",
                recoveryKey().toString(),
                "--standing",
                standing.toString(),
                "--reason",
                "its disk was exchanged",
                "--approver",
                "Grace",
                "--out",
                grant.toString());
        Path dropped = Files.createDirectories(gateway.home().resolve("grants"));
        Files.move(grant, dropped.resolve("second.grant"));
        Patience.until(
                "till-2 to go on in epoch 2",
                () -> shop.till(1).api().get("/api/v1/status").path("epoch").asInt() == 2);
    }

    /** Head office has no archive of what was sold: no segment was closed yet. */
    private static void theGatewayIsLost(TestShop shop) throws IOException {
        LabNode gateway = shop.store().gateway();
        Patience.until(
                "head office to have the store's journal",
                () -> ClosingTime.unforwarded(shop.store()) == 0);
        shop.store().killGateway();
        Losses.loseDisk(gateway);
        NodeApi.Answer granted = shop.replaceGateway();
        LabNode.Ended recovered = gateway.recover();
        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(200);
        assertThat(recovered.code()).as(recovered.words()).isZero();
        shop.start(gateway);
    }

    /** Of the three receipts, one was sold in an epoch that is over: its till brings it again. */
    private static void awaitReceiptsAtTheNewGateway(TestShop shop) {
        String receipts = "/api/v1/days/" + TestShop.DAY + "/receipts";
        Patience.until(
                "the tills to bring again what the lost gateway had marked",
                () -> shop.store().gatewayApi().get(receipts).size() == 3);
    }

    private LabTill theFirstTillIsLost(TestShop shop) throws IOException {
        LabNode gateway = shop.store().gateway();
        LabNode lost = shop.till(0).node();
        Path settings = Files.copy(lost.home().resolve("node.yaml"), dir.resolve("node.yaml"));
        lost.kill();
        delete(lost.home());
        shop.provision(
                "replace-till",
                "--device",
                shop.identity("store-1", "gateway").name().uri().replace("gateway", "till-1"),
                "--new-device",
                "till-3",
                "--settings",
                settings.toString(),
                "--standing",
                standing(shop, "till-1").toString(),
                "--recovery-key",
                recoveryKey().toString(),
                "--approver",
                "Grace");
        shop.store().killGateway();
        shop.start(gateway);
        LabTill next = shop.replacement(0, "till-3");
        next.node().start();
        Patience.until("till-3 to have the catalogue", () -> next.status().masterDataVersion() > 0);
        return next;
    }

    private static void assertTheDayIsWhole(TestShop shop) {
        ClosingTime closing = new ClosingTime(shop.laboratory(), TestShop.DAY);
        closing.closeDown(shop.store());
        closing.awaitFiled();

        Figures told = new Figures(4, 4, (1L + 2 + 3 + 4) * APPLE_MINOR);
        String day = "/api/v1/days/" + TestShop.DAY + "/z";
        ClosedDay z = ClosedDay.of(shop.store().gatewayApi().get(day));
        assertThat(z.status()).isEqualTo(ClosedDay.COMPLETE);
        assertThat(z.figures()).isEqualTo(told);
    }

    private Path standing(TestShop shop, String device) {
        Path file = dir.resolve(device + ".standing");
        LabNode.Ended said = shop.store().gateway().standing(device, file);
        assertThat(said.code()).as(said.words()).isZero();
        return file;
    }

    private Path recoveryKey() {
        return dir.resolve("safe").resolve("store-1-recovery.pem");
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
