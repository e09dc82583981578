package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.ClosingTime;
import io.tidemark.lab.shop.Damage;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Scripted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A day that is closed, archived and seven weeks old: its receipts go, and nothing else does. */
@TestMethodOrder(OrderAnnotation.class)
class PruningSystemTest {
    private static final LocalDate LATER = TestShop.DAY.plusDays(49);
    private static final int GONE = 410;

    @TempDir static Path dir;

    private static TestShop shop;
    private static Scripted sold;
    private static JsonNode closedThen = NodeApi.JSON.nullNode();

    @BeforeAll
    static void open() throws IOException {
        shop = TestShop.open(dir, 1);
        Files.writeString(
                shop.store().gateway().home().resolve("node.yaml"),
                "\nreceiptDays: 30\n",
                StandardOpenOption.APPEND);
        sold = shop.sale(2);
        shop.remember(0, sold, till().post(sold.path(), sold.body()));
        shop.sell(0, 3);
    }

    @AfterAll
    static void close() {
        if (shop != null) shop.close();
    }

    @Test
    @Order(1)
    void a_day_that_is_just_closed_keeps_its_receipts() {
        close(TestShop.DAY);
        Patience.until("the archive to have all of it", () -> archivePending() == 0);
        closedThen = filed(TestShop.DAY);

        assertThat(pruned(shop.till(0).node())).isZero();
        assertThat(pruned(shop.store().gateway())).isZero();
    }

    @Test
    @Order(2)
    void seven_weeks_on_a_clock_alone_prunes_nothing() {
        shop.till(0).node().stop();
        shop.store().gateway().stop();
        shop.goTo(LATER);
        shop.store().startGateway();
        shop.till(0).node().start();

        shop.openDay(0);
        assertThat(shop.sell(0, 1).number()).isEqualTo(3);

        assertThat(pruned(shop.till(0).node())).isZero();
        assertThat(pruned(shop.store().gateway())).isZero();
    }

    @Test
    @Order(3)
    void when_head_office_has_a_later_day_closed_the_old_receipts_go_at_till_and_gateway() {
        close(LATER);

        awaitPruned(shop.till(0).node());
        awaitPruned(shop.store().gateway());
        assertThat(till().get("/api/v1/receipts/3").path("total").path("minor").asLong())
                .isEqualTo(35);
    }

    @Test
    @Order(4)
    void both_verify_and_say_what_they_have_no_more() throws IOException {
        for (LabNode node : List.of(shop.till(0).node(), shop.store().gateway())) {
            node.stop();

            LabNode.Ended verified = node.verify();

            assertThat(verified.code()).as(verified.words()).isZero();
            assertThat(verified.words()).contains("are pruned").contains("archive");
        }
        LabNode.Ended shown = shop.till(0).node().ledger("show", "--receipt", "1");
        assertThat(shown.words()).contains("receipt 1", "pruned on");
    }

    @Test
    @Order(5)
    void after_a_restart_without_tables_numbers_go_on_and_a_pruned_receipt_says_where_it_is()
            throws IOException {
        LabTill till = shop.till(0);
        Damage.OfH2.DELETED.doTo(till.node().home(), new Random());
        shop.goTo(LATER.plusDays(1));
        shop.store().startGateway();
        till.node().start();

        shop.openDay(0);
        assertThat(shop.sell(0, 1).number()).isEqualTo(4);

        Patience.until(
                "the tables to be built anew", () -> till().get("/api/v1/receipts").size() == 1);
        NodeApi.Answer copy = till().ask("/api/v1/receipts/1");
        assertThat(copy.status()).isEqualTo(GONE);
        assertThat(copy.problem()).contains("pruned here on", "archive");
        NodeApi.Answer again = till().post(sold.path(), sold.body());
        assertThat(again.status()).as("never sold twice").isEqualTo(GONE);
        assertThat(filed(TestShop.DAY)).isEqualTo(closedThen);
    }

    @Test
    @Order(6)
    void what_is_pruned_everywhere_and_damaged_comes_back_by_the_steps_that_a_refusal_tells(
            @TempDir Path copies) throws IOException {
        LabNode till = shop.till(0).node();
        String journal = "store-1.till-1.1";
        Path whole = copies.resolve("whole");
        till.stop();
        Losses.flipInFirstSegment(till);
        assertThat(till.verify().words()).contains("is damaged at entry");

        LabNode looked =
                shop.store().gateway().emptied(Files.createDirectory(copies.resolve("new")));
        LabNode.Ended recovered = looked.recover(withRecoveryKey());
        LabNode.Ended exported =
                looked.ledger("export", "--journal", journal, "--out", whole.toString());
        LabNode.Ended restored =
                till.ledger("restore", "--journal", journal, "--copy", whole.toString());

        assertThat(recovered.code()).as(recovered.words()).isZero();
        assertThat(exported.code()).as(exported.words()).isZero();
        assertThat(restored.code()).as(restored.words()).isZero();
        LabNode.Ended verified = till.verify();
        assertThat(verified.code()).as(verified.words()).isZero();
        till.start();
    }

    @Test
    @Order(7)
    void a_gateway_on_an_empty_disk_has_the_pruned_receipts_from_the_archive() throws IOException {
        LabNode gateway = shop.store().gateway();
        gateway.stop();
        Losses.loseDisk(gateway);

        NodeApi.Answer granted = shop.replaceGateway();
        LabNode.Ended recovered = gateway.recover(withRecoveryKey());
        shop.store().startGateway();

        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(200);
        assertThat(recovered.code()).as(recovered.words()).isZero();
        shop.awaitMarked();
        Patience.until("the first day's receipts to be listed", () -> listed(TestShop.DAY) == 2);
    }

    private static String[] withRecoveryKey() {
        return new String[] {
            "--recovery-key",
            dir.resolve("safe").resolve("store-1-recovery.pem").toString(),
            "--recovery-passphrase-file",
            shop.organisationPassphrase().toString()
        };
    }

    private static NodeApi till() {
        return shop.till(0).api();
    }

    private static void close(LocalDate day) {
        shop.count(0);
        shop.closeTill(0);
        ClosingTime closing = new ClosingTime(shop.laboratory(), day);
        closing.closeDown(shop.store());
        closing.awaitFiled();
    }

    private static JsonNode filed(LocalDate day) {
        return shop.laboratory().headOfficeApi().get("/api/v1/stores/store-1/days/" + day);
    }

    private static long archivePending() {
        return shop.store()
                .gatewayApi()
                .get("/api/v1/forwarding")
                .path("archivePending")
                .asLong(-1);
    }

    private static long listed(LocalDate day) {
        return shop.store().gatewayApi().get("/api/v1/days/" + day + "/receipts").size();
    }

    private static void awaitPruned(LabNode node) {
        Patience.until(node.name() + " to prune the first day", () -> pruned(node) > 0);
    }

    /** How many segments its log says it has pruned. */
    private static long pruned(LabNode node) {
        try {
            return Files.readAllLines(node.log()).stream()
                    .filter(line -> line.contains("are pruned on"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
