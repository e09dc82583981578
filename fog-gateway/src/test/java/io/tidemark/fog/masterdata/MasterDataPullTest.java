package io.tidemark.fog.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.fog.ledger.StockTables.Article;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.masterdata.MasterAsk;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.MasterPart;
import io.tidemark.ledger.masterdata.Product;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.ledger.masterdata.TaxDefinition;
import io.tidemark.ledger.money.TaxRate;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.money.UnitPrice;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterDataPullTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path directory;
    private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryHeadOffice headOffice = new LaboratoryHeadOffice(store);
    private final List<MasterPart> announced = new CopyOnWriteArrayList<>();
    private LaboratoryGateway gateway;
    private MasterDataFiles files;
    private MasterDataPull pull;

    @BeforeEach
    void open() throws Exception {
        gateway = new LaboratoryGateway(store, directory, CLOCK);
        gateway.writer.start("writer");
        Path home = Files.createDirectories(directory.resolve("master-data"));
        files =
                new MasterDataFiles(
                        home,
                        new KeptFiles(why -> {
                            throw new AssertionError(why);
                        }),
                        usable::get);
        pull =
                new MasterDataPull(
                        headOffice,
                        new MasterDataPull.Signed(
                                LaboratoryStore.ORGANISATION,
                                store.gateway().store(),
                                store.roster().verifier(LaboratoryHeadOffice.NAME)),
                        new MasterDataPull.Target(
                                files,
                                gateway.writer,
                                gateway.storeJournal,
                                gateway.calendar,
                                announced::add,
                                _ -> {},
                                Duration.ofMillis(100)),
                        gateway.alerts);
    }

    @AfterEach
    void close() {
        pull.close();
        gateway.writer.close();
        gateway.close();
    }

    @Test
    void a_new_version_is_adopted_in_the_journal_announced_and_served_in_parts() throws Exception {
        headOffice.publishes(version(1, 4_000));
        pull.start(why -> {
            throw new AssertionError(why);
        });

        await().atMost(SOON).until(() -> gateway.storeJournal.state().masterDataVersion() == 1);
        await().atMost(SOON).until(() -> !announced.isEmpty());

        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (whole.size() < announced.getFirst().size())
            whole.writeBytes(part(new MasterAsk(0, 1, whole.size())).bytes());
        SignedMasterData received = SignedMasterData.parse(whole.toByteArray());
        assertThat(received.data().products()).hasSize(4_000);
        assertThat(gateway.storeJournal.state().masterData().orElseThrow().hash())
                .isEqualTo(received.hash());
        assertThat(part(new MasterAsk(1, 0, 0)).bytes()).isEmpty();
    }

    @Test
    void it_knows_what_articles_are_called() {
        assertThat(files.articles(Set.of("P7"))).contains(Map.of());
        headOffice.publishes(version(1, 10));
        pull.start(why -> {
            throw new AssertionError(why);
        });

        await().atMost(SOON).until(() -> files.version() == 1);

        assertThat(files.articles(Set.of("P7", "gone")).orElseThrow().values())
                .containsExactly(
                        new Article(
                                "P7", null, "A product with a description of the usual length"));
    }

    @Test
    void a_file_that_cannot_be_read_any_more_is_told_and_fetched_again() throws Exception {
        headOffice.publishes(version(1, 10));
        pull.start(why -> {
            throw new AssertionError(why);
        });
        await().atMost(SOON).until(() -> files.version() == 1);
        headOffice.goesAway(true);
        Files.write(
                directory.resolve("master-data").resolve("000000000001.masterdata"), new byte[9]);

        assertThat(files.articles(Set.of("P7"))).isEmpty();
        await().atMost(SOON).until(() -> !gateway.alerts.standing().isEmpty());
        assertThat(gateway.alerts.standing().getFirst().text())
                .contains("000000000001.masterdata cannot be read any more", "fetched again");

        headOffice.goesAway(false);
        await().atMost(SOON).until(() -> files.articles(Set.of("P7")).isPresent());
        await().atMost(SOON).until(() -> gateway.alerts.standing().isEmpty());
    }

    @Test
    void the_current_version_and_the_one_before_are_kept() throws Exception {
        headOffice.publishes(version(1, 1));
        pull.start(why -> {
            throw new AssertionError(why);
        });
        for (int version = 2; version <= 4; version++) {
            long last = version - 1L;
            await().atMost(SOON)
                    .until(() -> gateway.storeJournal.state().masterDataVersion() == last);
            headOffice.publishes(version(version, 1));
        }
        await().atMost(SOON).until(() -> gateway.storeJournal.state().masterDataVersion() == 4);
        await().atMost(SOON).until(() -> announced.size() == 4);

        try (Stream<Path> kept = Files.list(directory.resolve("master-data"))) {
            assertThat(kept.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly("000000000003.masterdata", "000000000004.masterdata");
        }
    }

    @Test
    void a_file_that_head_office_has_not_signed_is_not_taken() {
        headOffice.publishes(SignedMasterData.sign(version(1, 1), store.signer(store.gateway())));
        pull.start(why -> {
            throw new AssertionError(why);
        });

        await().atMost(SOON).until(() -> !gateway.alerts.standing().isEmpty());

        assertThat(gateway.alerts.standing())
                .extracting(Alert::kind)
                .containsExactly(Alert.Kind.MASTER_DATA);
        assertThat(gateway.storeJournal.state().masterDataVersion()).isZero();
        assertThat(files.news()).isEmpty();
    }

    @Test
    void a_file_that_was_cut_for_another_store_is_not_taken() {
        MasterData whole = version(1, 1);
        headOffice.publishes(
                new MasterData(
                        whole.organisation(),
                        1,
                        whole.taxes(),
                        whole.products(),
                        List.of(),
                        Rules.NONE,
                        "another"));
        pull.start(why -> {
            throw new AssertionError(why);
        });

        await().atMost(SOON).until(() -> !gateway.alerts.standing().isEmpty());

        assertThat(gateway.alerts.standing().getFirst().text()).contains("the store another");
        assertThat(gateway.storeJournal.state().masterDataVersion()).isZero();
    }

    @Test
    void a_version_that_finds_no_room_is_told_leaves_nothing_and_comes_when_there_is_some()
            throws Exception {
        usable.set(Room.BYTES_MIN + 1_000);
        headOffice.publishes(version(1, 4_000));
        Path left = directory.resolve("master-data").resolve("incoming" + KeptFiles.UNFINISHED);
        Files.write(left, new byte[1_000]);
        pull.start(why -> {
            throw new AssertionError(why);
        });

        await().atMost(SOON).until(() -> !gateway.alerts.standing().isEmpty());
        assertThat(gateway.alerts.standing().getFirst().text()).contains("free some space");
        await().atMost(SOON).until(() -> !Files.exists(left));
        usable.set(Long.MAX_VALUE);

        await().atMost(SOON).until(() -> gateway.storeJournal.state().masterDataVersion() == 1);
        await().atMost(SOON).until(() -> gateway.alerts.standing().isEmpty());
    }

    private MasterPart part(MasterAsk ask) {
        Optional<MasterPart> part = files.part(ask);
        assertThat(part).isPresent();
        return part.get();
    }

    private static MasterData version(long version, int products) {
        List<Product> all = new ArrayList<>();
        for (int i = 0; i < products; i++)
            all.add(
                    new Product(
                            "P" + i,
                            null,
                            "A product with a description of the usual length",
                            "gifts",
                            "S",
                            Unit.of("C62"),
                            UnitPrice.of("2.55"),
                            LaboratoryStore.GBP));
        return new MasterData(
                LaboratoryStore.ORGANISATION,
                version,
                List.of(new TaxDefinition(new TaxCategory("S", new TaxRate(200_000)), "Standard")),
                all);
    }
}
