package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.ProvisionedOrganisation;
import io.tidemark.authority.StoreSpec;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.ClosedDay;
import io.tidemark.lab.shop.ClosingTime;
import io.tidemark.lab.shop.Damage;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.Matching;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Opening;
import io.tidemark.lab.shop.Patience;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.StoreOutcome;
import io.tidemark.lab.shop.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One store on real processes through one day: what fails in between must not show in the end. */
@TestMethodOrder(OrderAnnotation.class)
class StoreSystemTest {
    @TempDir static Path dir;

    private static final long SEED = Long.getLong("seed", ThreadLocalRandom.current().nextLong());

    private static TestShop shop;
    private static final Random random = new Random(SEED);

    @BeforeAll
    static void open() throws IOException {
        System.out.println("seed " + SEED);
        shop = TestShop.open(dir, 2);
    }

    @AfterAll
    static void close() {
        if (shop != null) shop.close();
    }

    @Test
    @Order(1)
    void a_sale_is_on_the_gateway_a_moment_after_the_receipt() {
        shop.sell(0, 3);

        shop.awaitMarked();

        assertThat(shop.receiptsAtEveryTier()).allMatch(Matching::isTrue);
        assertThat(shop.till(0).status().online()).isTrue();
    }

    @Test
    @Order(2)
    void without_a_gateway_the_receipt_comes_at_once() {
        shop.store().gateway().stop();
        await().until(() -> !shop.till(0).status().online());
        long before = shop.till(0).status().unsent();

        Told told = shop.sell(0, 1);

        assertThat(told.number()).isPositive();
        assertThat(shop.till(0).status().unsent()).isEqualTo(before + 1);
    }

    @Test
    @Order(3)
    void without_its_h2_either_a_till_sells() {
        LabNode till = shop.till(1).node();
        till.stop();
        Damage.OfH2.DELETED.doTo(till.home(), new Random());

        till.start();
        Told told = shop.sell(1, 4);

        assertThat(told.number()).isPositive();
        assertThat(shop.till(1).status().unsent()).isPositive();
    }

    @Test
    @Order(4)
    void a_gateway_that_comes_back_catches_up_by_itself() {
        shop.store().startGateway();

        shop.awaitMarked();

        assertThat(shop.receiptsAtEveryTier()).allMatch(Matching::isTrue);
    }

    @Test
    @Order(5)
    void every_device_says_how_it_is_and_how_its_clock_stands_as_far_as_head_office() {
        FleetSeen fleet = new FleetSeen(shop);

        Patience.until("every clock to be known at the gateway", fleet::clocksAreRight);
        Patience.until(
                "every device's master data to be known at head office", fleet::isOnMasterData);
    }

    @Test
    @Order(6)
    void asked_again_a_till_gives_the_same_receipt_and_to_another_body_it_says_no()
            throws IOException {
        Scripted sale = shop.sale(2);
        NodeApi till = shop.till(1).api();

        NodeApi.Answer first = till.post(sale.path(), sale.body());
        NodeApi.Answer again = till.post(sale.path(), sale.body());
        NodeApi.Answer other =
                till.post(sale.path(), shop.sale(3).body().put("commandId", sale.commandId()));

        assertThat(again.body().path("receipt")).isEqualTo(first.body().path("receipt"));
        assertThat(again.repeated()).isTrue();
        assertThat(other.status()).isEqualTo(409);
        shop.remember(1, sale, first);
    }

    @Test
    @Order(7)
    void who_has_no_certificate_or_one_of_another_authority_or_store_gets_nowhere()
            throws IOException {
        int broker = shop.store().gateway().process().ports().mqtt();
        int listener = shop.laboratory().headOffice().process().ports().tls();
        var nobody = new Caller(Optional.empty());
        var stranger = new Caller(Optional.of(ofAnotherAuthority().openIdentity()));
        var neighbour = new Caller(Optional.of(shop.identity("store-2", "till-1")));
        var till = new Caller(Optional.of(shop.identity("store-1", "till-2")));
        var gateway = new Caller(Optional.of(shop.identity("store-1", "gateway")));

        assertThat(nobody.isLetIn(broker, "till-2")).isFalse();
        assertThat(stranger.isLetIn(broker, "till-1")).isFalse();
        assertThat(neighbour.isLetIn(broker, "till-1")).isFalse();
        assertThat(till.isLetIn(broker, "till-1")).as("a till under another's name").isFalse();
        for (Caller caller : List.of(nobody, stranger, till))
            assertThat(caller.status(listener)).as(caller.toString()).isIn("", "403");
        assertThat(till.isLetIn(broker, "till-2")).as("itself").isTrue();
        assertThat(gateway.status(listener)).as("a gateway").isNotIn("", "403");
    }

    /**
     * Every process dies at moments nobody chose while both tills sell; then everything must agree.
     */
    @Test
    @Order(8)
    void processes_killed_at_any_moment_lose_and_double_nothing() {
        var selling = new AtomicBoolean(true);
        List<CompletableFuture<Void>> sellers = List.of(selling(0, selling), selling(1, selling));

        for (Runnable harm : harms()) {
            Patience.pause(random.nextInt(400));
            harm.run();
        }
        selling.set(false);

        sellers.forEach(CompletableFuture::join);
        shop.awaitMarked();
        assertThat(shop.receiptsAtEveryTier()).allMatch(Matching::isTrue);
    }

    @Test
    @Order(9)
    void each_tier_forces_its_journal_before_it_answers() throws IOException {
        ForcedFirst forced = new ForcedFirst(dir.resolve("strace"));

        forced.assertOf(shop.till(0).node(), () -> shop.sell(0, 6));
        shop.awaitMarked(); // or its answer leaves the gateway while the next is written
        forced.assertOf(
                shop.store().gateway(),
                () -> {
                    shop.sell(0, 7);
                    shop.awaitMarked();
                });
        forced.assertOf(shop.laboratory().headOffice(), StoreSystemTest::closeTheDay);
    }

    @Test
    @Order(10)
    void the_closed_day_is_complete_and_the_same_at_head_office() {
        StoreOutcome outcome = shop.outcome();

        assertThat(outcome.closeDown()).isEqualTo(outcome.headOffice());
        assertThat(outcome.closeDown().status()).isEqualTo(ClosedDay.COMPLETE);
        assertThat(outcome.lost() + outcome.duplicated()).isZero();
        assertThat(outcome.closeDown().figures()).isEqualTo(outcome.edge());
    }

    /** Every harm to every kind of node is for their own tests; here, each gets one at a time. */
    @Test
    @Order(11)
    void h2_files_may_be_harmed_and_every_tier_shows_the_same() {
        StoreOutcome before = shop.outcome();
        shop.laboratory().stopAll();

        List<Damage.OfH2> harms = new ArrayList<>(List.of(Damage.OfH2.values()));
        Collections.shuffle(harms, random);
        for (LabNode node : shop.nodes()) harms.removeFirst().doTo(node.home(), random);
        new Opening(shop.laboratory()).startNodes();

        assertThat(shop.outcome()).isEqualTo(before);
    }

    @Test
    @Order(12)
    void one_flipped_byte_is_named_by_verify_and_stops_the_node_and_turned_back_all_is_well() {
        shop.laboratory().stopAll();

        for (LabNode node : shop.nodes()) {
            try (var flipped = Damage.FlippedByte.in(journalThatStops(node), random)) {
                LabNode.Ended verified = node.verify();
                LabNode.Ended refused = node.runToTheEnd();

                String where = flipped.file().getFileName().toString();
                assertThat(verified.words())
                        .as(flipped.toString())
                        .contains(where)
                        .containsPattern("entry \\d+");
                assertThat(verified.code()).as(verified.words()).isEqualTo(1);
                assertThat(refused.words()).as(flipped.toString()).contains(where);
                assertThat(refused.code()).as(refused.words()).isEqualTo(3);
            }
        }
        new Opening(shop.laboratory()).startNodes(); // each reads every byte
    }

    @Test
    @Order(13)
    void what_a_damaged_journal_lacks_is_fetched_from_the_peer_that_runs() throws IOException {
        StoreOutcome before = shop.outcome();

        for (LabNode node : List.of(shop.till(0).node(), shop.store().gateway())) {
            node.stop();
            Losses.flipInOwnJournal(node);
            LabNode.Ended restored = node.ledger("restore", "--from-peer");
            shop.start(node);

            assertThat(restored.words()).contains("is whole again");
            assertThat(restored.code()).as(restored.words()).isZero();
        }

        awaitOutcome(after -> assertThat(after).isEqualTo(before));
    }

    @Test
    @Order(14)
    void what_a_gateway_has_of_a_till_is_damaged_and_comes_again_from_the_till()
            throws IOException {
        StoreOutcome before = shop.outcome();
        LabNode gateway = shop.store().gateway();
        String label = "store-1." + shop.till(0).origin().device() + ".1";
        gateway.stop();
        Damage.FlippedByte.in(gateway.home().resolve("journal").resolve(label), random);
        int found = gateway.verify().code();
        shop.start(gateway);

        Patience.until("the damaged journal to come again", () -> !alerts().contains("DAMAGED"));
        awaitOutcome(after -> assertThat(after).isEqualTo(before));
        gateway.stop();
        int left = gateway.verify().code();
        shop.start(gateway);

        assertThat(found).isEqualTo(1);
        assertThat(left).isZero();
    }

    private static String alerts() {
        return shop.store().gatewayApi().get("/api/v1/alerts").toString();
    }

    @Test
    @Order(15)
    void a_gateway_on_an_empty_disk_shows_the_same_figures_and_the_store_goes_on()
            throws IOException {
        StoreOutcome before = shop.outcome();
        LabNode gateway = shop.store().gateway();
        gateway.stop();
        Losses.loseDisk(gateway);

        NodeApi.Answer granted = shop.replaceGateway();
        LabNode.Ended recovered = gateway.recover();
        shop.start(gateway);

        assertThat(granted.status()).as(granted.body().toString()).isEqualTo(200);
        assertThat(recovered.code()).as(recovered.words()).isZero();
        shop.awaitMarked();
        awaitOutcome(after -> {
            assertThat(after.differences()).isEmpty();
            assertThat(after.closeDown()).isEqualTo(before.closeDown());
            assertThat(after.headOffice()).isEqualTo(before.headOffice());
            assertThat(after.lost() + after.duplicated()).isZero();
        });
    }

    /** Tables follow journals, and what a gateway lacks follows its start. */
    private static void awaitOutcome(Consumer<StoreOutcome> expected) {
        await().atMost(Patience.MAX)
                .ignoreExceptionsInstanceOf(LabFailed.class)
                .untilAsserted(() -> expected.accept(shop.outcome()));
    }

    /** What a gateway has of a till it asks the till for again; its own journal nobody sends it. */
    private static Path journalThatStops(LabNode node) {
        Path journals = node.home().resolve("journal");
        Path own = journals.resolve("store-1.gateway.1");
        return Files.isDirectory(own) ? own : journals;
    }

    private static ProvisionedNode ofAnotherAuthority() throws IOException {
        Path other = dir.resolve("another-authority");
        ProvisionedOrganisation organisation = Authority.laboratory(other);
        return organisation
                .authority()
                .provisionStore(StoreSpec.forLaboratory("store-1", 1), other)
                .node("till-1");
    }

    private static void closeTheDay() {
        for (int till = 0; till < 2; till++) {
            shop.count(till);
            shop.closeTill(till);
        }
        var closing = new ClosingTime(shop.laboratory(), TestShop.DAY);
        closing.closeDown(shop.store());
        Patience.until("head office to have it", () -> ClosingTime.unforwarded(shop.store()) == 0);
    }

    private static List<Runnable> harms() {
        List<Runnable> harms = new ArrayList<>();
        for (int till = 0; till < 2; till++) {
            LabNode node = shop.till(till).node();
            harms.add(() -> {
                node.kill();
                node.start();
            });
        }
        for (int i = 0; i < 2; i++)
            harms.add(() -> {
                shop.store().killGateway();
                shop.store().startGateway();
            });
        harms.add(() -> {
            shop.laboratory().killHeadOffice();
            shop.laboratory().startHeadOffice();
        });
        Collections.shuffle(harms, random);
        return harms;
    }

    private static CompletableFuture<Void> selling(int till, AtomicBoolean go) {
        return CompletableFuture.runAsync(() -> {
            while (go.get()) {
                shop.sell(till, 1 + ThreadLocalRandom.current().nextInt(5));
                // Customers come quickly, and leave the machine some of its time to start nodes.
                Patience.pause(ThreadLocalRandom.current().nextInt(30));
            }
        });
    }
}
