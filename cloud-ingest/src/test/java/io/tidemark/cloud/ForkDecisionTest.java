package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.node.forks.Evidence;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store's journal forks, and a person at head office decides. */
class ForkDecisionTest {
    private static final LocalDate MONDAY = Days.MONDAY;
    private static final String FORK = "s001.gateway.1";

    @TempDir private Path directory;

    private Organisation organisation;
    private RunningHeadOffice headOffice;
    private NodeIdentity gateway;
    private Caller caller;

    @BeforeEach
    void a_store_whose_gateways_old_disk_was_put_back() throws Exception {
        organisation = Organisation.found(directory);
        gateway = organisation.store("s001", 1).gateway().openIdentity();
        caller = Caller.as(gateway, organisation.headOffice().name());
        headOffice = organisation.run();
        StoreWriting store =
                new StoreWriting(gateway).record(MONDAY, Days.closed(MONDAY, 1, 60_000, 1));
        StoreWriting putBack = store.cloned();
        LocalDate tuesday = MONDAY.plusDays(1);
        caller.batch(headOffice, store.record(tuesday, Days.closed(tuesday, 2, 70_000, 1)).all());
        caller.batch(headOffice, putBack.record(tuesday, Days.closed(tuesday, 2, 99_900, 1)).all());
    }

    @AfterEach
    void stop() {
        caller.close();
        headOffice.close();
    }

    @Test
    void both_branches_are_shown_from_where_they_part() throws Exception {
        String fork = headOffice.get("/api/v1/forks/" + FORK).body();

        assertThat(fork)
                .contains("\"at\":2")
                .contains("\"minor\":70000")
                .contains("\"minor\":99900");
        await().untilAsserted(() ->
                assertThat(headOffice.get("/forks/" + FORK).body())
                        .contains("Two histories of gateway")
                        .contains("700.00")
                        .contains("999.00"));
        assertThat(headOffice.get("/alerts").body()).contains("/forks/" + FORK);
    }

    @Test
    void what_is_approved_is_signed_and_goes_down_to_the_gateway() throws Exception {
        HttpResponse<String> approved =
                approve("{\"approver\":\"Ann\",\"reason\":\"old disk put back\"}");

        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(approved.body()).contains("\"epoch\":2", "\"shared\":1", "\"lastSequence\":2");
        EpochGrant grant = grants().getFirst();
        assertThat(grant.isBy(gateway.roster().verifier(organisation.headOffice().name())))
                .isTrue();
        assertThat(grant.continued().label()).isEqualTo(FORK);
        assertThat(grant.approver()).isEqualTo("Ann");
        assertThat(headOffice.get("/api/v1/forks").body()).isEqualTo("[]");
    }

    @Test
    void a_decision_is_the_same_when_asked_again_and_after_a_restart() throws Exception {
        String first = approve("{\"approver\":\"Ann\",\"reason\":\"old disk put back\"}").body();
        headOffice.close();
        headOffice = organisation.run();

        assertThat(approve("{\"approver\":\"Bob\",\"reason\":\"another\"}").body())
                .isEqualTo(first);
        assertThat(grants()).hasSize(1);
    }

    @Test
    void the_granted_epoch_is_taken_and_the_one_before_it_is_over() throws Exception {
        StoreWriting second = new StoreWriting(gateway, 2);
        LocalDate wednesday = MONDAY.plusDays(2);
        second.record(wednesday, Days.closed(wednesday, 3, 50_000, 1));
        Answer before = Caller.answer(caller.hello(headOffice, second.hello()));

        approve("{\"approver\":\"Ann\",\"reason\":\"old disk put back\"}");

        Answer greeted = Caller.answer(caller.hello(headOffice, second.hello()));
        Answer taken = Caller.answer(caller.batch(headOffice, second.all()));
        Answer over = Caller.answer(caller.hello(headOffice, new StoreWriting(gateway).hello()));
        assertThat(((Answer.Refused) before).reason()).isEqualTo(Answer.Reason.UNKNOWN_EPOCH);
        assertThat(greeted).isInstanceOf(Answer.Marked.class);
        assertThat(((Answer.Marked) taken).mark().head()).isEqualTo(second.head());
        assertThat(((Answer.Refused) over).why()).contains("go on in epoch 2");
        await().untilAsserted(() ->
                assertThat(headOffice.get("/api/v1/stores/s001/days/2010-12-08").body())
                        .contains("\"status\":\"closed\""));
        headOffice.close();
        headOffice = organisation.run();
        assertThat(Caller.answer(caller.hello(headOffice, second.hello())))
                .isInstanceOf(Answer.Marked.class);
    }

    @Test
    void what_a_gateway_reports_of_its_tills_is_shown_until_it_says_otherwise() throws Exception {
        JournalId till =
                new JournalId(new NodeName(gateway.name().organisation(), "s001", "till-1"), 1);
        Head genesis = Head.genesis(till);
        Evidence fork = new Evidence(till, genesis, genesis, List.of(), genesis, List.of());

        int told = report(fork).statusCode();
        String shown = headOffice.get("/api/v1/forks").body();
        int settled = report().statusCode();

        assertThat(told).isEqualTo(204);
        assertThat(shown).contains("\"id\":\"s001.till-1.1\"").contains("\"device\":\"till-1\"");
        assertThat(settled).isEqualTo(204);
        assertThat(headOffice.get("/api/v1/forks").body()).doesNotContain("till-1");
    }

    @Test
    void a_grant_that_a_gateway_shows_is_kept() throws Exception {
        approve("{\"approver\":\"Ann\",\"reason\":\"old disk put back\"}");

        int shown =
                caller.put(headOffice, "/v1/grants", grants().getFirst().toBytes()).statusCode();

        assertThat(shown).isEqualTo(204);
        assertThat(grants()).hasSize(1);
    }

    @Test
    void a_decision_stands_in_head_offices_own_journal_once() throws Exception {
        approve("{\"approver\":\"Ann\",\"reason\":\"old disk put back\"}");
        EpochGrant grant = grants().getFirst();
        caller.put(headOffice, "/v1/grants", grant.toBytes());
        headOffice.close();
        headOffice = organisation.run();
        headOffice.close();

        assertThat(organisation.recorded(EpochGranted.class))
                .containsExactly(new EpochGranted(grant));
        headOffice = organisation.run();
    }

    @Test
    void nobody_decides_without_a_name_or_a_reason() throws Exception {
        assertThat(approve("{\"approver\":\"\",\"reason\":\"x\"}").statusCode()).isEqualTo(400);
        assertThat(approve("{\"approver\":\"Ann\",\"reason\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(grants()).isEmpty();
    }

    @Test
    void a_tills_fork_is_decided_once_it_shows_where_it_parts_and_stands_until_it_has_come()
            throws Exception {
        JournalId till =
                new JournalId(new NodeName(gateway.name().organisation(), "s001", "till-1"), 1);
        String approval = "{\"approver\":\"Ann\",\"reason\":\"old disk put back\"}";
        Head shared = Head.genesis(till);
        Head told = new Head(7, Hash.of(new byte[Hash.BYTES]));
        report(new Evidence(till, shared, shared, List.of(), told, List.of()));

        HttpResponse<String> before =
                headOffice.post("/api/v1/forks/s001.till-1.1/approve", approval);
        report(new Evidence(till, shared, shared, List.of(), shared, List.of()));
        HttpResponse<String> after =
                headOffice.post("/api/v1/forks/s001.till-1.1/approve", approval);

        assertThat(before.statusCode()).isEqualTo(409);
        assertThat(before.body()).contains("has not shown its branch yet");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(headOffice.get("/api/v1/forks").body()).contains("s001.till-1.1");
        assertThat(headOffice.get("/forks/s001.till-1.1").body())
                .contains("Ann decided (old disk put back)");
    }

    @Test
    void a_disk_that_went_back_further_than_was_decided_upon_gets_an_epoch_of_its_own()
            throws Exception {
        JournalId till =
                new JournalId(new NodeName(gateway.name().organisation(), "s001", "till-1"), 1);
        Head end = new Head(9, Hash.of(new byte[Hash.BYTES]));
        Head shared = new Head(8, Hash.digest(new byte[1]));
        Head earlier = new Head(5, Hash.digest(new byte[2]));
        String approval = "{\"approver\":\"Ann\",\"reason\":\"old disk put back\"}";
        String path = "/api/v1/forks/s001.till-1.1/approve";
        report(new Evidence(till, shared, end, List.of(), shared, List.of()));
        String first = headOffice.post(path, approval).body();
        String again = headOffice.post(path, approval).body();

        report(new Evidence(till, earlier, end, List.of(), earlier, List.of()));
        String page = headOffice.get("/forks/s001.till-1.1").body();
        String second = headOffice.post(path, approval).body();

        assertThat(again).isEqualTo(first).contains("\"epoch\":2");
        assertThat(page).contains("Take the other branch in");
        assertThat(second).contains("\"epoch\":3", "\"shared\":5");
    }

    private HttpResponse<byte[]> report(Evidence... forks) throws Exception {
        CborWriter body = new CborWriter();
        body.list(List.of(forks), (fork, writer) -> writer.bytes(fork.toBytes()));
        return caller.put(headOffice, "/v1/forks", body.toBytes());
    }

    private List<EpochGrant> grants() throws Exception {
        CborReader reader = new CborReader(caller.get(headOffice, "/v1/grants").body());
        return reader.list(10, () -> EpochGrant.parse(reader.bytes(EpochGrant.BYTES_MAX)));
    }

    private HttpResponse<String> approve(String body) throws Exception {
        return headOffice.post("/api/v1/forks/" + FORK + "/approve", body);
    }
}
