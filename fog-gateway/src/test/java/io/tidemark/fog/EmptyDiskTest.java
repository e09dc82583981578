package io.tidemark.fog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.forward.LaboratoryHeadOffice;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.Signer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What head office's greeting tells a gateway that finds nothing on its disk. */
class EmptyDiskTest {
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final JournalId own = new JournalId(store.gateway(), 1);
    private final Signer headOffice = store.signer(LaboratoryHeadOffice.NAME);

    @Test
    void a_mark_of_its_journal_shows_that_its_disk_is_gone() {
        assertThat(known(marked(67, headOffice))).contains("head office has marked entry 67");
    }

    @Test
    void an_epoch_that_is_over_shows_it_too() {
        Answer over =
                new Answer.Refused(Answer.Reason.UNKNOWN_EPOCH, "it ended at entry 67; go on in 2");

        assertThat(known(over).orElseThrow()).contains("it is over", "entry 67");
    }

    @Test
    void a_stores_first_start_is_let_go_on() {
        Head nothing = Head.genesis(own);
        Answer first =
                new Answer.Marked(
                        Mark.sign(
                                new JournalId(LaboratoryHeadOffice.NAME, 1),
                                own,
                                nothing,
                                headOffice));

        assertThat(known(first)).isEmpty();
        assertThat(known(marked(67, store.signer(store.gateway())))).isEmpty();
        assertThat(known(new Answer.Refused(Answer.Reason.FORGED, "unreadable"))).isEmpty();
    }

    private Answer marked(long sequence, Signer by) {
        Head head = new Head(sequence, Hash.of(new byte[Hash.BYTES]));
        return new Answer.Marked(
                Mark.sign(new JournalId(LaboratoryHeadOffice.NAME, 1), own, head, by));
    }

    private Optional<String> known(Answer answer) {
        return EmptyDisk.known(
                answer,
                own,
                LaboratoryHeadOffice.NAME,
                store.roster().verifier(LaboratoryHeadOffice.NAME));
    }
}
