package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authority.ProvisionedStore;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.Verifier;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Head office's receiving end, over real TLS sockets, on real files. */
class IngestTest {
    @TempDir private Path directory;

    private Organisation organisation;
    private RunningHeadOffice headOffice;
    private NodeIdentity gateway;
    private Caller caller;
    private StoreWriting store;

    @BeforeEach
    void a_store_and_its_head_office() throws Exception {
        organisation = Organisation.found(directory);
        ProvisionedStore provisioned = organisation.store("s001", 1);
        gateway = provisioned.gateway().openIdentity();
        caller = Caller.as(gateway, organisation.headOffice().name());
        store = new StoreWriting(gateway);
        headOffice = organisation.run();
    }

    @AfterEach
    void stop() {
        caller.close();
        headOffice.close();
    }

    @Test
    void http_2_is_negotiated_with_a_client_certificate_and_a_hello_is_answered_with_a_signed_mark()
            throws Exception {
        HttpResponse<byte[]> response = caller.hello(headOffice, store.hello());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(believed(response).head()).isEqualTo(Head.genesis(gateway.journal()));
    }

    @Test
    void a_batch_is_marked_at_its_head_and_marked_again_when_it_comes_twice() throws Exception {
        record(3);

        Mark first = believed(caller.batch(headOffice, store.all()));
        Mark again = believed(caller.batch(headOffice, store.all()));

        assertThat(first.head()).isEqualTo(store.head());
        assertThat(again.head()).isEqualTo(store.head());
    }

    @Test
    void an_overlap_is_compared_and_only_what_is_new_is_taken() throws Exception {
        record(5);
        caller.batch(headOffice, store.batch(1, 3));

        Mark mark = believed(caller.batch(headOffice, store.batch(2, 5)));

        assertThat(mark.head()).isEqualTo(store.head());
    }

    @Test
    void a_gap_is_answered_with_the_mark_to_resume_at() throws Exception {
        record(5);
        caller.batch(headOffice, store.batch(1, 2));

        HttpResponse<byte[]> response = caller.batch(headOffice, store.batch(4, 5));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Caller.answer(response))
                .isInstanceOfSatisfying(
                        Answer.Gap.class, gap -> assertThat(gap.mark().sequence()).isEqualTo(2));
    }

    @Test
    void a_fork_gets_409_its_message_is_kept_and_nothing_more_is_taken_until_a_person_decides()
            throws Exception {
        record(1);
        StoreWriting clone = store.cloned();
        record(1);
        clone.record(Days.MONDAY.plusDays(7), Days.closed(Days.MONDAY.plusDays(7), 9, 900, 1));
        caller.batch(headOffice, store.all());

        HttpResponse<byte[]> response = caller.batch(headOffice, clone.all());

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(Caller.answer(response))
                .isEqualTo(new Answer.Forked(2, store.head().hash(), clone.head().hash()));
        try (var kept = Files.list(organisation.home().resolve("quarantine/s001.gateway.1"))) {
            assertThat(kept)
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(clone.all().toBytes()));
        }
        record(1);
        assertThat(refusal(caller.batch(headOffice, store.all())))
                .isEqualTo(Answer.Reason.QUARANTINED);
        restart();
        assertThat(refusal(caller.batch(headOffice, store.all())))
                .isEqualTo(Answer.Reason.QUARANTINED);
    }

    @Test
    void a_gateway_that_was_set_back_forks_with_its_hello() throws Exception {
        record(1);
        StoreWriting clone = new StoreWriting(gateway);
        clone.record(Days.MONDAY, Days.closed(Days.MONDAY, 1, 1, 1));
        caller.batch(headOffice, store.all());

        HttpResponse<byte[]> response = caller.hello(headOffice, clone.hello());

        assertThat(response.statusCode()).isEqualTo(409);
    }

    @Test
    void a_batch_signed_by_another_key_is_refused_and_leaves_no_trace() throws Exception {
        NodeIdentity other = organisation.store("s002", 1).gateway().openIdentity();
        record(1);
        Batch good = store.all();
        Batch forged =
                new Batch(
                        gateway.journal(),
                        1,
                        good.entries(),
                        io.tidemark.ledger.SignedHead.sign(
                                gateway.journal(), good.head().head(), other.signer()));

        HttpResponse<byte[]> response = caller.batch(headOffice, forged);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(refusal(response)).isEqualTo(Answer.Reason.FORGED);
        assertThat(believed(caller.hello(headOffice, store.hello())).sequence()).isZero();
    }

    @Test
    void what_is_not_a_message_or_too_large_is_refused_with_a_reason() throws Exception {
        HttpResponse<byte[]> noise =
                caller.post(headOffice.peers("/v1/journal/batch"), new byte[] {1, 2, 3});
        HttpResponse<byte[]> flood =
                caller.post(
                        headOffice.peers("/v1/journal/batch"),
                        new byte[Limits.BATCH_BYTES_MAX + 1]);

        assertThat(noise.statusCode()).isEqualTo(400);
        assertThat(refusal(noise)).isEqualTo(Answer.Reason.MALFORMED);
        assertThat(flood.statusCode()).isEqualTo(413);
        assertThat(refusal(flood)).isEqualTo(Answer.Reason.TOO_LARGE);
    }

    @Test
    void what_was_marked_is_there_after_a_kill() throws Exception {
        record(3);
        caller.batch(headOffice, store.all());
        Path image = organisation.imageOfKilled("killed");

        try (RunningHeadOffice revived = organisation.run(image)) {
            Mark mark = believed(caller.hello(revived, store.hello()));

            assertThat(mark.head()).isEqualTo(store.head());
        }
    }

    private void record(int entries) {
        for (int i = 0; i < entries; i++) {
            var day = Days.MONDAY.plusDays(store.head().sequence());
            store.record(day, Days.closed(day, store.head().sequence() + 1, 1_000, 1));
        }
    }

    private void restart() {
        headOffice.close();
        headOffice = organisation.run();
    }

    /** The mark of an answer that is one, after the checks that a gateway makes. */
    private Mark believed(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        Mark mark = ((Answer.Marked) Caller.answer(response)).mark();
        Verifier verifier = gateway.roster().verifier(organisation.headOffice().name());
        assertThat(mark.isBy(organisation.headOffice().name(), verifier)).isTrue();
        assertThat(mark.origin()).isEqualTo(gateway.journal());
        return mark;
    }

    private static Answer.Reason refusal(HttpResponse<byte[]> response) {
        return ((Answer.Refused) Caller.answer(response)).reason();
    }
}
