package io.tidemark.fog.forks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.ledger.Answer;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.forks.Fork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryTill till = store.till("till-1");
    private LaboratoryGateway gateway;
    private Forks forks;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, CLOCK);
        forks = new Forks(gateway.journals);
    }

    @AfterEach
    void close() {
        gateway.close();
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
        try (ForkReporting _ =
                new ForkReporting(forks, headOffice, Duration.ofMillis(20))
                        .start(why -> {
                            throw new AssertionError(why);
                        })) {
            await().until(() -> headOffice.attempts() > 1);

            headOffice.goesAway(false);

            await().until(() -> !headOffice.forks().isEmpty());
        }
        assertThat(headOffice.forks()).isEqualTo(forks.evidence());
    }
}
