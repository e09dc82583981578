package io.tidemark.fog.forks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.kept.KeptFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryTill till = store.till("till-1");
    @AutoClose private LaboratoryGateway gateway;
    private final List<EpochGrant> granted = new CopyOnWriteArrayList<>();
    private final AtomicInteger offered = new AtomicInteger();
    private Forks forks;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, DAY);
        forks = gateway.forks;
    }

    @Test
    void both_branches_stand_side_by_side_from_where_they_part() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        LaboratoryTill clone = till.cloned();
        gateway.receives(till.sells("1.00").sells("7.00"));
        clone.sells("1.00").sells("4.00").sells("3.00");

        Answer answer =
                gateway.stepped(gateway.intake.batch(clone.journal().node(), clone.batch(2)));

        assertThat(answer).isInstanceOf(Answer.Forked.class);
        Fork fork = forks.standing().getFirst();
        assertThat(fork.id()).isEqualTo("s001.till-1.1");
        assertThat(fork.at()).isEqualTo(5);
        assertThat(fork.rows()).extracting(Fork.Row::sequence).containsExactly(5L, 6L);
        assertThat(fork.here().receipts()).isEqualTo(1);
        assertThat(fork.here().amount().orElseThrow().minor()).isEqualTo(1_400);
        assertThat(fork.there().receipts()).isEqualTo(2);
        assertThat(fork.there().amount().orElseThrow().minor()).isEqualTo(1_400);
        assertThat(forks.of("s001.till-1.1")).contains(fork);
    }

    @Test
    void a_message_within_what_another_shows_adds_nothing() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        LaboratoryTill clone = till.cloned();
        gateway.receives(till.sells("1.00").sells("7.00"));
        clone.sells("4.00").sells("3.00");
        var sender = clone.journal().node();
        gateway.stepped(gateway.intake.batch(sender, clone.batch(5)));
        clone.sells("5.00");

        gateway.stepped(gateway.intake.batch(sender, clone.batch(2)));

        Fork fork = forks.standing().getFirst();
        assertThat(fork.at()).isEqualTo(4);
        assertThat(fork.there().receipts()).isEqualTo(3);
    }

    @Test
    void what_was_taken_and_is_pruned_is_said_to_be_and_the_rest_is_shown_where_it_stands() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        LaboratoryTill clone = till.cloned();
        gateway.receives(till.sells("1.00").closesDay());
        gateway.receives(till.opens(DAY.plusDays(1)).sells("7.00"));
        gateway.journals
                .of(till.journal())
                .orElseThrow()
                .journal()
                .prune(1, new Pruning(DAY.plusDays(40), 35));

        gateway.stepped(gateway.intake.batch(clone.journal().node(), clone.sells("4.00").batch(2)));

        Fork fork = forks.standing().getFirst();
        long pruned = fork.prunedUpTo();
        assertThat(fork.at()).isEqualTo(4);
        assertThat(fork.isPruned()).isTrue();
        assertThat(pruned).isLessThan(fork.accepted().sequence());
        assertThat(fork.rows().getFirst().here()).isEmpty();
        assertThat(fork.rows().getFirst().there()).isPresent();
        assertThat(fork.rows().get(1).sequence()).isEqualTo(pruned + 1);
        assertThat(fork.rows().getLast().here().orElseThrow().hash())
                .isEqualTo(till.head().hash().short6());
        assertThat(fork.here().amount().orElseThrow().minor()).isEqualTo(1_400);
        Evidence evidence = forks.evidence().getFirst();
        assertThat(Evidence.parse(evidence.toBytes())).isEqualTo(evidence);
    }

    @Test
    void evidence_reads_back_as_it_was_written() {
        gateway.receives(till.opens(DAY).sells("2.50"));
        LaboratoryTill clone = till.cloned();
        gateway.receives(till.sells("1.00"));
        gateway.stepped(gateway.intake.batch(clone.journal().node(), clone.sells("9.00").batch(2)));

        Evidence evidence = forks.evidence().getFirst();

        assertThat(Evidence.parse(evidence.toBytes())).isEqualTo(evidence);
    }

    @Test
    void head_office_is_told_of_each_fork_also_after_it_was_away() throws Exception {
        LaboratoryHeadOffice headOffice = new LaboratoryHeadOffice(store);
        headOffice.goesAway(true);
        gateway.receives(till.opens(DAY).sells("2.50"));
        LaboratoryTill clone = till.cloned();
        gateway.receives(till.sells("1.00"));
        gateway.stepped(gateway.intake.batch(clone.journal().node(), clone.sells("9.00").batch(2)));
        try (ForkExchange _ = exchange(headOffice)) {
            await().until(() -> headOffice.attempts() > 1);

            headOffice.goesAway(false);

            await().until(() -> !headOffice.forks().isEmpty());
        }
        assertThat(headOffice.forks()).isEqualTo(forks.evidence());
    }

    @Test
    void what_head_office_grants_is_kept_and_told_once() throws Exception {
        LaboratoryHeadOffice headOffice = new LaboratoryHeadOffice(store);
        gateway.receives(till.opens(DAY).sells("2.50"));
        EpochGrant grant =
                headOffice.approves(EpochGrant.Between.ending(till.journal(), till.head()));
        try (ForkExchange _ = exchange(headOffice)) {
            await().until(() -> headOffice.attempts() > 5);
        }

        assertThat(granted).containsExactly(grant);
        assertThat(kept().beginning(grant.successor())).contains(grant);
    }

    @Test
    void a_grant_dropped_while_head_office_is_away_is_taken_and_shown_to_it_later()
            throws Exception {
        LaboratoryHeadOffice headOffice = new LaboratoryHeadOffice(store);
        EpochGrant grant =
                new LaboratoryHeadOffice(store)
                        .approves(EpochGrant.Between.ending(till.journal(), till.head()));
        headOffice.goesAway(true);
        Path dropped = Files.createDirectories(directory.resolve("grants")).resolve("a.grant");
        Files.write(dropped, grant.toBytes());
        try (ForkExchange _ = exchange(headOffice)) {
            await().until(() -> granted.contains(grant));
            headOffice.goesAway(false);

            await().until(() -> headOffice.grants().contains(grant));
        }
        assertThat(dropped).doesNotExist();
        assertThat(granted).containsExactly(grant);
    }

    @Test
    void a_grant_that_nobody_who_may_has_signed_is_left_and_told() throws Exception {
        LaboratoryHeadOffice stranger = new LaboratoryHeadOffice(new LaboratoryStore("till-1"));
        EpochGrant forged =
                stranger.approves(EpochGrant.Between.ending(till.journal(), till.head()));
        Path dropped = Files.createDirectories(directory.resolve("grants")).resolve("a.grant");
        Files.write(dropped, forged.toBytes());

        try (ForkExchange _ = exchange(new LaboratoryHeadOffice(store))) {
            await().until(() -> !gateway.alerts.standing().isEmpty());
        }

        assertThat(gateway.alerts.standing().getFirst().text()).contains("a.grant is no grant");
        assertThat(dropped).exists();
        assertThat(granted).isEmpty();
    }

    private ForkExchange exchange(LaboratoryHeadOffice headOffice) {
        return new ForkExchange(
                        forks,
                        new ForkExchange.Asked(headOffice, Duration.ofMillis(20)),
                        new ForkExchange.Decided(
                                kept(),
                                LaboratoryStore.STORE,
                                granted::add,
                                offered::incrementAndGet),
                        gateway.alerts)
                .start(why -> {
                    throw new AssertionError(why);
                });
    }

    private Grants kept() {
        return new Grants(
                directory.resolve("grants"),
                new KeptFiles(why -> {
                    throw new AssertionError(why);
                }),
                Grants.Authority.of(store.roster()));
    }
}
