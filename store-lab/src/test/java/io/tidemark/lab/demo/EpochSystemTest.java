package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.ClosedDay;
import io.tidemark.lab.shop.ClosingTime;
import io.tidemark.lab.shop.Figures;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till's old disk is put back in the middle of the day; on real processes, up to its close. */
class EpochSystemTest {
    private static final int APPLE_MINOR = 35;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path dir;

    @Test
    void an_old_disk_put_back_is_found_and_decided_and_its_sales_are_counted_once()
            throws IOException {
        try (TestShop shop = TestShop.open(dir, 1)) {
            sellThenPutTheOldDiskBack(shop);
            shop.sell(0, 4);
            shop.sell(0, 5);
            NodeApi headOffice = shop.laboratory().headOfficeApi();
            awaitShown(headOffice, "head office");
            awaitShown(shop.store().gatewayApi(), "the gateway");
            assertThat(page(shop.store().gatewayApi())).contains("Forked, ");

            approve(headOffice);

            Patience.until(
                    "the till to go on in epoch 2", () -> status(shop).path("epoch").asInt() == 2);
            String receipt = shop.sell(0, 6).receiptId();
            assertThat(receipt).contains(".till-1.2-");
            shop.awaitMarked();
            assertTheDayIsWhole(shop);
        }
    }

    private void sellThenPutTheOldDiskBack(TestShop shop) throws IOException {
        LabNode till = shop.till(0).node();
        Path copy = dir.resolve("old-disk");
        shop.sell(0, 1);
        shop.awaitMarked();
        till.stop();
        copy(till.home(), copy);
        till.start();
        shop.sell(0, 2);
        shop.sell(0, 3);
        shop.awaitMarked();
        till.stop();
        delete(till.home().resolve("journal"));
        delete(till.home().resolve("projection"));
        copy(copy, till.home());
        till.start();
    }

    /** Sold before, beyond the fork, on the branch, and in the new epoch. */
    private static void assertTheDayIsWhole(TestShop shop) {
        int apples = 1 + 2 + 3 + 4 + 5 + 6;
        Figures whole = new Figures(6, 6, (long) apples * APPLE_MINOR);
        JsonNode report = shop.till(0).api().get("/api/v1/x-report");
        assertThat(report.path("transactions").asLong()).isEqualTo(whole.transactions());
        assertThat(report.path("gross").path("minor").asLong()).isEqualTo(whole.grossMinor());

        shop.count(0);
        shop.closeTill(0);
        ClosingTime closing = new ClosingTime(shop.laboratory(), TestShop.DAY);
        closing.closeDown(shop.store());
        closing.awaitFiled();

        ClosedDay closed = shop.outcome().closeDown();
        assertThat(closed.status()).isEqualTo(ClosedDay.COMPLETE);
        assertThat(closed.figures()).isEqualTo(whole);
        assertThat(shop.outcome().headOffice().figures()).isEqualTo(whole);
    }

    private static void awaitShown(NodeApi node, String who) {
        Patience.until(
                who + " to show both branches",
                () -> fork(node).path("there").path("receipts").asInt() >= 2);
    }

    private static void approve(NodeApi headOffice) throws IOException {
        var body =
                NodeApi.JSON
                        .createObjectNode()
                        .put("approver", "Grace")
                        .put("reason", "an old disk was put back");
        String id = fork(headOffice).path("id").asText();
        NodeApi.Answer answer = headOffice.post("/api/v1/forks/" + id + "/approve", body);
        assertThat(answer.isDone()).as(answer.problem()).isTrue();
    }

    private static JsonNode fork(NodeApi node) {
        return StreamSupport.stream(node.get("/api/v1/forks").spliterator(), false)
                .filter(fork -> fork.path("device").asText().equals("till-1"))
                .findFirst()
                .orElse(NodeApi.JSON.createObjectNode());
    }

    private static String page(NodeApi node) throws IOException {
        try (var page = node.uri("/").toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode status(TestShop shop) {
        return shop.till(0).api().get("/api/v1/status");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) Files.createDirectories(target);
                else {
                    Files.deleteIfExists(target);
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(path);
        }
    }
}
