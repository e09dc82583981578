package io.tidemark.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.authority.ProvisionedStore;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.seal.DayLeaf;
import io.tidemark.ledger.seal.StoreLog;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What head office makes of the heads of a store's log that come with its journal. */
class StoreLogsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path directory;
    private Organisation organisation;
    private ProvisionedStore provisioned;
    private NodeIdentity gateway;
    private StoreWriting store;
    private StoreHistory history = StoreHistory.none(Days.GBP);
    private StoreLog log = StoreLog.EMPTY;
    private int sent;

    @BeforeEach
    void found() throws Exception {
        organisation = Organisation.found(directory);
        provisioned = organisation.store("s001", 1);
        gateway = provisioned.gateway().openIdentity();
        store = new StoreWriting(gateway);
    }

    @Test
    void a_log_that_only_grows_is_told_with_its_root_and_one_that_was_altered_alerts()
            throws Exception {
        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            closes(0);
            signs(log.sign(gateway.name(), gateway.signer()));
            closes(1);
            signs(log.sign(gateway.name(), gateway.signer()));
            send(caller, headOffice);

            await().atMost(SOON).until(() -> told(headOffice).contains("\"signed\":2"));
            assertThat(told(headOffice)).contains(log.root().hex(), "\"faults\":[]");
            assertThat(headOffice.get("/stores/s001").body()).contains("the log only grew");

            LogHead rewritten =
                    LogHead.sign(gateway.name(), 3, Hash.digest(new byte[7]), gateway.signer());
            closes(2);
            signs(rewritten);
            send(caller, headOffice);

            await().atMost(SOON).until(() -> told(headOffice).contains("did not only grow"));
            assertThat(headOffice.get("/api/v1/alerts").body())
                    .contains("log-differs", "entry 6 of");
        }
        assertThat(verify().isSound()).isFalse();
        assertThat(verify().text()).contains("log of s001, 3 close-downs", "did not only grow");
    }

    @Test
    void a_gateway_with_new_keys_that_begins_another_log_is_alerted_with_what_it_left_behind()
            throws Exception {
        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            closes(0);
            signs(log.sign(gateway.name(), gateway.signer()));
            send(caller, headOffice);
        }
        gateway = organisation.replacedGateway(provisioned).openIdentity();
        store = new StoreWriting(gateway);
        history = StoreHistory.none(Days.GBP);
        log = StoreLog.EMPTY;
        sent = 0;

        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            closes(1);
            signs(log.sign(gateway.name(), gateway.signer()));
            send(caller, headOffice);

            await().atMost(SOON).until(() -> told(headOffice).contains("s001.gateway.2"));
            assertThat(told(headOffice)).contains("\"closeDownsBefore\":1,\"approver\":null");
            assertThat(headOffice.get("/api/v1/alerts").body())
                    .contains("log-begun-anew", "the 1 close-downs and supplements before it");
            assertThat(headOffice.get("/stores/s001").body()).contains("began another log");
            StoreWriting ofBefore = new StoreWriting(gateway, 1).record(Days.MONDAY, closed(2));
            assertThat(new String(caller.batch(headOffice, ofBefore.all()).body(), UTF_8))
                    .contains("its key was replaced");
        }
        assertThat(verify().isSound()).as(verify().text()).isTrue();
    }

    @Test
    void a_log_is_read_again_after_a_restart() throws Exception {
        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            closes(0);
            signs(log.sign(gateway.name(), gateway.signer()));
            send(caller, headOffice);
        }

        try (RunningHeadOffice again = organisation.run()) {
            await().atMost(SOON).until(() -> told(again).contains("\"signed\":1"));
        }
        assertThat(verify().isSound()).isTrue();
    }

    private StoreDayClosed closed(int day) {
        return CloseDown.fold(Days.MONDAY.plusDays(day), history, List.of(), 0).closed();
    }

    private void closes(int day) {
        LocalDate date = Days.MONDAY.plusDays(day);
        StoreDayClosed closed = closed(day);
        history = history.then(closed);
        store.record(date, closed);
        log = log.then(DayLeaf.of(closed, store.last()).orElseThrow());
    }

    private void signs(LogHead head) {
        store.record(Days.MONDAY, StoreLogSigned.of(head));
    }

    private void send(Caller caller, RunningHeadOffice headOffice) throws Exception {
        int last = (int) store.head().sequence();
        caller.batch(headOffice, store.batch(sent + 1, last));
        sent = last;
    }

    private static String told(RunningHeadOffice headOffice) throws Exception {
        return headOffice.get("/api/v1/stores/s001/log").body();
    }

    private Verification verify() throws Exception {
        try (NodeHome home = NodeHome.open(organisation.home())) {
            return new CloudIngest().verify(organisation.start(home));
        }
    }
}
