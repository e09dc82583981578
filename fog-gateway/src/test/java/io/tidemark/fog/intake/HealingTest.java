package io.tidemark.fog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.closedown.Blocker;
import io.tidemark.fog.watch.Alert;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.journal.JournalDamaged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway has of a till's journal is damaged, and the till has it still. */
class HealingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    private final LaboratoryTill till = store.till("till-1");
    @AutoClose private LaboratoryGateway gateway;

    @BeforeEach
    void a_gateway_with_a_damaged_journal() throws Exception {
        gateway = new LaboratoryGateway(store, directory, DAY);
        till.opens(DAY);
        for (int i = 0; i < 30; i++) gateway.receives(till.sells("2.50"));
        gateway.close();
        flip(till, 3_000);
        gateway = gateway.reopened();
    }

    @Test
    void it_is_fetched_again_from_the_till_and_the_mark_never_falls() {
        Healing damaged = gateway.journals.healing().getFirst();
        Answer greeting =
                gateway.stepped(gateway.intake.hello(till.journal().node(), till.hello()));
        List<Blocker> blockers = gateway.closing.checklist(DAY).ownBlockers();
        long from = damaged.wanted().from();
        long middle = (from + till.head().sequence()) / 2;

        Answer more = sent(from, middle);
        Answer whole = sent(middle + 1, till.head().sequence());

        assertThat(from).isGreaterThan(1);
        assertThat(((Answer.Marked) greeting).mark().head()).isEqualTo(till.head());
        assertThat(blockers).extracting(Blocker::kind).containsExactly(Blocker.Kind.DAMAGED);
        assertThat(more).isEqualTo(new Answer.Wanted(middle + 1, till.head().sequence()));
        assertThat(((Answer.Marked) whole).mark().head()).isEqualTo(till.head());
        assertThat(gateway.journals.healing()).isEmpty();
        assertThat(gateway.journals.of(till.journal()).orElseThrow().received())
                .isEqualTo(till.head());
        assertThat(gateway.alerts.standing()).isEmpty();
        assertThat(directory.resolve("journal/fetched-s001.till-1.1")).doesNotExist();
    }

    @Test
    void what_is_sold_meanwhile_comes_once_it_is_whole_and_other_tills_are_served() {
        LaboratoryTill other = store.till("till-2").opens(DAY).sells("1.00");
        long from = gateway.journals.healing().getFirst().wanted().from();
        till.sells("9.00");

        Answer served = gateway.receives(other);
        Answer whole = sent(from, till.head().sequence());

        assertThat(served).isInstanceOf(Answer.Marked.class);
        assertThat(whole).isInstanceOf(Answer.Marked.class);
        assertThat(gateway.journals.of(till.journal()).orElseThrow().received())
                .isEqualTo(till.head());
    }

    @Test
    void what_another_signed_is_not_taken_for_it() {
        long from = gateway.journals.healing().getFirst().wanted().from();
        LaboratoryTill stranger = new LaboratoryStore("till-1").till("till-1").opens(DAY);
        while (stranger.head().sequence() < till.head().sequence()) stranger.sells("0.01");

        Answer answer =
                gateway.stepped(gateway.intake.batch(till.journal().node(), stranger.batch(from)));

        assertThat(((Answer.Refused) answer).reason()).isEqualTo(Answer.Reason.FORGED);
        assertThat(gateway.journals.healing()).hasSize(1);
        assertThat(gateway.alerts.standing()).extracting(Alert::kind).contains(Alert.Kind.DAMAGED);
    }

    @Test
    void damage_that_no_mark_covers_still_stops_the_gateway() throws Exception {
        gateway.close();
        try (var marks = Files.list(directory.resolve("marks"))) {
            for (Path mark : new ArrayList<>(marks.toList())) Files.delete(mark);
        }

        assertThatThrownBy(gateway::reopened).isInstanceOf(JournalDamaged.class);
    }

    private Answer sent(long from, long to) {
        return gateway.stepped(gateway.intake.batch(till.journal().node(), till.batch(from, to)));
    }

    private void flip(LaboratoryTill of, int position) throws Exception {
        Path segment =
                directory
                        .resolve("journal")
                        .resolve(of.journal().label())
                        .resolve("segment-000001.tmj");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[position] ^= 1;
        Files.write(segment, bytes);
    }
}
