package io.tidemark.fog.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.fog.forward.HeadOfficeAway;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.proof.ReceiptGist;
import io.tidemark.ledger.proof.ReceiptProof;
import io.tidemark.ledger.proof.ReceiptQuestion;
import io.tidemark.ledger.proof.ReceiptReply;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Head office asks, and the gateway answers out of what its tills sent. */
class ReceiptDeskTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryTill till = store.till("till-1");
    @AutoClose private LaboratoryGateway gateway;
    private ReceiptLookup lookup;
    private TillDay part;

    @BeforeEach
    void a_day_is_closed_and_another_has_begun() {
        gateway = new LaboratoryGateway(store, directory, DAY.plusDays(1));
        gateway.receives(till.opens(DAY).sells("2.50").sells("1.00"));
        gateway.receives(till.sells("4.00").closesDay());
        part = gateway.closed(DAY).tills().getFirst();
        gateway.receives(till.opens(DAY.plusDays(1)).sells("9.00"));
        lookup = new ReceiptLookup(id -> gateway.journals.of(id).map(DeviceJournal::journal));
    }

    @Test
    void the_receipts_that_a_close_down_took_in_give_its_digest() {
        List<ReceiptGist> receipts = receipts();

        assertThat(receipts).hasSize(3);
        assertThat(ReceiptGist.digest(receipts)).isEqualTo(part.receipts());
    }

    @Test
    void each_receipt_is_proven_with_the_tills_key() {
        for (ReceiptGist receipt : receipts()) {
            ReceiptReply reply = one(receipt.sequence());

            assertThat(reply).isInstanceOf(ReceiptReply.Found.class);
            ReceiptProof proof = ((ReceiptReply.Found) reply).proof();
            EntryBytes expected = till.entries().get((int) receipt.sequence() - 1);
            assertThat(proof.verify(till.journal(), receipt.sequence(), key()))
                    .isEqualTo(
                            new ReceiptProof.Verdict.Proven(
                                    expected,
                                    new Head(receipt.sequence(), till.hashAt(receipt.sequence()))));
        }
    }

    @Test
    void what_is_pruned_is_said_to_be() {
        long sequence = receipts().getFirst().sequence();
        gateway.journals
                .of(till.journal())
                .orElseThrow()
                .journal()
                .prune(1, new Pruning(DAY.plusDays(40), 35));

        assertThat(one(sequence))
                .isInstanceOfSatisfying(
                        ReceiptReply.NotHere.class,
                        gone -> {
                            assertThat(gone.pruned()).isTrue();
                            assertThat(gone.why()).contains("was pruned here", "kept for 35 days");
                        });
        assertThat(lookup.answer(ofDay()))
                .isInstanceOfSatisfying(
                        ReceiptReply.NotHere.class, gone -> assertThat(gone.pruned()).isTrue());
    }

    @Test
    void what_is_not_here_is_said_not_to_be() {
        JournalId other = new JournalId(till.journal().node(), 7);

        assertThat(lookup.answer(new ReceiptQuestion.One(1, other, 1)))
                .isEqualTo(
                        new ReceiptReply.NotHere(
                                1, false, "this gateway has no journal s001.till-1.7"));
        assertThat(one(99)).isInstanceOf(ReceiptReply.NotHere.class);
        assertThat(lookup.answer(new ReceiptQuestion.OfDay(1, till.journal(), DAY, 1, 99)))
                .isInstanceOf(ReceiptReply.NotHere.class);
    }

    @Test
    void questions_are_answered_after_what_is_to_be_forwarded_and_when_head_office_is_back() {
        HeadOfficeAsking asking = new HeadOfficeAsking();
        AtomicBoolean behind = new AtomicBoolean(true);
        asking.away.set(1);
        asking.wanted.add(ofDay());
        try (ReceiptDesk _ =
                new ReceiptDesk(asking, lookup, behind::get)
                        .start(why -> {
                            throw new AssertionError(why);
                        })) {
            assertThat(asking.replies).isEmpty();
            behind.set(false);

            await().until(() -> !asking.replies.isEmpty());
        }

        assertThat(asking.replies).containsExactly(lookup.answer(ofDay()));
    }

    private static final class HeadOfficeAsking implements Questions {
        private final BlockingQueue<ReceiptQuestion> wanted = new LinkedBlockingQueue<>();
        private final BlockingQueue<ReceiptReply> replies = new LinkedBlockingQueue<>();
        private final AtomicInteger away = new AtomicInteger();

        @Override
        public List<ReceiptQuestion> wanted() throws HeadOfficeAway {
            if (away.getAndDecrement() > 0) throw new HeadOfficeAway("nobody listens there");
            ReceiptQuestion next = wanted.poll();
            return next == null ? List.of() : List.of(next);
        }

        @Override
        public void answer(ReceiptReply reply) {
            replies.add(reply);
        }
    }

    private List<ReceiptGist> receipts() {
        ReceiptReply reply = lookup.answer(ofDay());
        assertThat(reply).isInstanceOf(ReceiptReply.Listed.class);
        return ((ReceiptReply.Listed) reply).receipts();
    }

    private ReceiptReply one(long sequence) {
        return lookup.answer(new ReceiptQuestion.One(1, till.journal(), sequence));
    }

    private ReceiptQuestion ofDay() {
        return new ReceiptQuestion.OfDay(2, till.journal(), DAY, part.first(), part.last());
    }

    private Verifier key() {
        return store.roster().verifier(till.journal().node());
    }
}
