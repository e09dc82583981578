package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.authority.ProvisionedStore;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in at head office's door for peers, and how far. */
class PeerDoorTest {
    @TempDir private Path directory;

    @Test
    void without_a_certificate_nobody_gets_in() throws Exception {
        Organisation organisation = Organisation.found(directory);
        NodeIdentity gateway = organisation.store("s001", 1).gateway().openIdentity();
        SSLContext nobody = SSLContext.getInstance("TLSv1.3");
        nobody.init(null, trusting(gateway, organisation.headOffice().name()), null);

        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.with(nobody)) {
            assertThatThrownBy(() -> caller.hello(headOffice, new StoreWriting(gateway).hello()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void with_another_organisations_certificate_nobody_gets_in() throws Exception {
        Organisation organisation = Organisation.found(directory.resolve("ours"));
        NodeIdentity ours = organisation.store("s001", 1).gateway().openIdentity();
        NodeIdentity theirs =
                Organisation.found(directory.resolve("theirs"))
                        .store("s001", 1)
                        .gateway()
                        .openIdentity();
        SSLContext foreign = SSLContext.getInstance("TLSv1.3");
        foreign.init(
                new javax.net.ssl.KeyManager[] {theirs.tls().keyManager()},
                trusting(ours, organisation.headOffice().name()),
                null);

        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.with(foreign)) {
            assertThatThrownBy(() -> caller.hello(headOffice, new StoreWriting(theirs).hello()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_gateway_that_the_roster_does_not_name_does_not_get_in() throws Exception {
        Organisation organisation = Organisation.found(directory);
        Path roster = organisation.home().resolve("identity/roster");
        Path before = Files.copy(roster, directory.resolve("roster-before"));
        NodeIdentity later = organisation.store("s001", 1).gateway().openIdentity();
        Files.copy(before, roster, StandardCopyOption.REPLACE_EXISTING);

        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(later, organisation.headOffice().name())) {
            assertThatThrownBy(() -> caller.hello(headOffice, new StoreWriting(later).hello()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_till_gets_in_and_no_further() throws Exception {
        Organisation organisation = Organisation.found(directory);
        ProvisionedStore store = organisation.store("s001", 1);
        NodeIdentity till = store.tills().getFirst().openIdentity();

        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(till, organisation.headOffice().name())) {
            HttpResponse<byte[]> response =
                    caller.hello(headOffice, new StoreWriting(till).hello());

            assertThat(response.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_gateway_cannot_speak_for_another_store() throws Exception {
        Organisation organisation = Organisation.found(directory);
        NodeIdentity first = organisation.store("s001", 1).gateway().openIdentity();
        NodeIdentity second = organisation.store("s002", 1).gateway().openIdentity();

        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(first, organisation.headOffice().name())) {
            StoreWriting others =
                    new StoreWriting(second)
                            .record(Days.MONDAY, Days.closed(Days.MONDAY, 1, 1_000, 1));

            HttpResponse<byte[]> response = caller.batch(headOffice, others.all());

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(Caller.answer(response))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused ->
                                    assertThat(refused.reason())
                                            .isEqualTo(Answer.Reason.WRONG_SENDER));
        }
    }

    @Test
    void each_listener_serves_its_own_people_only() throws Exception {
        Organisation organisation = Organisation.found(directory);
        NodeIdentity gateway = organisation.store("s001", 1).gateway().openIdentity();

        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            HttpResponse<byte[]> pageForPeer =
                    caller.send(HttpRequest.newBuilder(headOffice.peers("/")).build());
            HttpResponse<byte[]> apiForPeer =
                    caller.send(HttpRequest.newBuilder(headOffice.peers("/api/v1/stores")).build());
            HttpResponse<String> protocolForPeople =
                    headOffice.send(
                            HttpRequest.newBuilder(headOffice.people("/v1/journal/hello"))
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build());

            assertThat(pageForPeer.statusCode()).isEqualTo(404);
            assertThat(apiForPeer.statusCode()).isEqualTo(404);
            assertThat(protocolForPeople.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_api_is_described_to_people_as_what_it_is() throws Exception {
        Organisation organisation = Organisation.found(directory);

        try (RunningHeadOffice headOffice = organisation.run()) {
            String described = told(headOffice, "/openapi/head-office.yml");

            assertThat(described)
                    .contains("title: Tidemark head office", "version: \"1\"")
                    .contains("/api/v1/stores/{store}/days/{day}:", "/api/v1/books/trial-balance:")
                    .doesNotContain("  /v1/journal", "title: Service");
            assertThat(told(headOffice, "/api/v1/nothing")).contains("/openapi/head-office.yml");
        }
    }

    private static String told(RunningHeadOffice headOffice, String path) throws Exception {
        return headOffice.send(HttpRequest.newBuilder(headOffice.people(path)).build()).body();
    }

    @Test
    void a_page_of_another_site_cannot_reach_head_office_from_this_machine() throws Exception {
        Organisation organisation = Organisation.found(directory);

        try (RunningHeadOffice headOffice = organisation.run()) {
            HttpResponse<String> foreign =
                    headOffice.send(
                            HttpRequest.newBuilder(headOffice.people("/api/v1/stores"))
                                    .header("Origin", "http://elsewhere.example")
                                    .build());

            assertThat(foreign.statusCode()).isEqualTo(403);
            // Head office is up before its tables are: until then it says so with a 503.
            await().untilAsserted(() ->
                    assertThat(headOffice.get("/api/v1/stores").statusCode()).isEqualTo(200));
        }
    }

    private static TrustManager[] trusting(NodeIdentity node, NodeName headOffice) {
        return new TrustManager[] {node.tls().trustServer(headOffice)};
    }
}
