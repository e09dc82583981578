package io.tidemark.fog.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedOrganisation;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.authority.StoreSpec;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.TlsStoreFiles;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real HTTP/2 server, with certificates of the authority on both sides. */
class HttpHeadOfficeTest {
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static final AtomicReference<byte[]> SERVED = new AtomicReference<>(new byte[0]);
    private static final String ENABLED = "laboratory.head-office";

    @TempDir private static Path directory;

    private static NodeIdentity headOffice;
    private static NodeIdentity gateway;

    @BeforeEach
    void nothing_is_published() {
        SERVED.set(new byte[0]);
    }

    @BeforeAll
    static void provision() throws Exception {
        ProvisionedOrganisation organisation = Authority.laboratory(directory);
        ProvisionedStore store =
                organisation
                        .authority()
                        .provisionStore(
                                StoreSpec.forLaboratory("s001", 1), directory.resolve("out"));
        headOffice = organisation.headOffice().openIdentity();
        gateway = store.gateway().openIdentity();
    }

    @Test
    void head_office_is_spoken_to_over_http_2_with_this_gateways_certificate() throws Exception {
        try (EmbeddedServer server = server(headOffice, "2.0");
                HttpLink link = link(server.getPort())) {
            Answer answer = new HttpHeadOffice(link).hello(hello());

            assertThat(answer).isInstanceOf(Answer.Marked.class);
            assertThat(((Answer.Marked) answer).mark().sequence()).isZero();
            assertThat(SEEN.getLast()).isEqualTo("HTTP_2_0 " + gateway.name().uri());
            assertThat(new HttpHeadOffice(link).masterDataAfter(7, incoming())).isFalse();
        }
    }

    @Test
    void a_server_that_speaks_only_http_1_is_not_head_office() throws Exception {
        try (EmbeddedServer server = server(headOffice, "1.1");
                HttpLink link = link(server.getPort())) {
            assertThatThrownBy(() -> new HttpHeadOffice(link).hello(hello()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("HTTP/2");
        }
    }

    @Test
    void a_server_with_another_certificate_of_the_organisation_is_not_head_office()
            throws Exception {
        try (EmbeddedServer server = server(gateway, "2.0");
                HttpLink link = link(server.getPort())) {
            assertThatThrownBy(() -> new HttpHeadOffice(link).hello(hello()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_head_office_that_is_down_is_soon_left_alone() throws Exception {
        int nobodysPort;
        try (ServerSocket free = new ServerSocket(0)) {
            nobodysPort = free.getLocalPort();
        }
        try (HttpLink link = link(nobodysPort)) {
            HttpHeadOffice office = new HttpHeadOffice(link);
            for (int attempt = 0; attempt < 4; attempt++)
                assertThatThrownBy(() -> office.hello(hello()))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("nothing listens");

            long start = System.nanoTime();
            assertThatThrownBy(() -> office.hello(hello())).hasMessageContaining("nothing listens");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofMillis(40));
        }
    }

    /** A master data file may take half an hour; that nothing begins to come may take seconds. */
    @Test
    void a_head_office_that_takes_the_question_and_says_nothing_is_not_waited_for()
            throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                HttpLink link = link(silent.getLocalPort())) {
            HttpHeadOffice office = new HttpHeadOffice(link);

            long start = System.nanoTime();
            assertThatThrownBy(() -> office.masterDataAfter(0, incoming()))
                    .isInstanceOf(IOException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(40));
        }
    }

    /** As a router does that forgets a connection: nothing is refused, and nothing comes back. */
    @Test
    void a_connection_that_falls_silent_is_replaced_by_a_new_one() throws Exception {
        try (EmbeddedServer server = server(headOffice, "2.0");
                ForgetfulRouter router = ForgetfulRouter.before(server.getPort());
                HttpLink link = link(router.port())) {
            Attempts attempts = new Attempts("test");
            assertThat(askedForNews(link, attempts)).isEqualTo(204);
            router.forget();

            assertThatThrownBy(() -> askedForNews(link, attempts))
                    .isInstanceOf(HeadOfficeAway.class)
                    .hasMessageContaining("no answer");

            assertThat(askedForNews(link, attempts)).isEqualTo(204);
        }
    }

    /** As a head office does that is stopped or started at that moment. */
    @Test
    void a_head_office_that_hangs_up_on_a_greeting_is_asked_over_http_2_again() throws Exception {
        try (EmbeddedServer server = server(headOffice, "2.0");
                ForgetfulRouter router = ForgetfulRouter.before(server.getPort());
                HttpLink link = link(router.port())) {
            Attempts attempts = new Attempts("test");
            router.hangUpOnNextCaller();

            assertThatThrownBy(() -> askedForNews(link, attempts))
                    .isInstanceOf(HeadOfficeAway.class);

            // The client may come back with HTTP/1.1 at once, or only when it is asked again.
            boolean first = answered(link, attempts);
            boolean second = answered(link, attempts);
            assertThat(first || second).isTrue();
        }
    }

    @Test
    void a_master_data_file_that_was_cut_off_goes_on_where_it_ended() throws Exception {
        byte[] file = serving(3 << 20, 1);
        Incoming into = incoming("cut-off");
        try (EmbeddedServer server = server(headOffice, "2.0");
                ForgetfulRouter router = ForgetfulRouter.before(server.getPort());
                HttpLink link = link(router.port())) {
            HttpHeadOffice office = new HttpHeadOffice(link);
            router.hangUpAfter(2 << 20);
            assertThatThrownBy(() -> office.masterDataAfter(0, into))
                    .isInstanceOf(HeadOfficeAway.class);
            assertThat(Files.size(into.file())).isBetween(1L << 20, 2L << 20);

            router.hangUpAfter(Long.MAX_VALUE);
            assertThat(new HttpHeadOffice(link).masterDataAfter(0, into)).isTrue();

            assertThat(Files.readAllBytes(into.file())).isEqualTo(file);
            assertThat(router.passedOn()).isLessThan(2L << 20);
        }
    }

    @Test
    void a_part_of_another_version_is_given_up_for_the_whole_of_the_new_one() throws Exception {
        serving(1 << 20, 2);
        Incoming into = incoming("overtaken");
        try (EmbeddedServer server = server(headOffice, "2.0");
                ForgetfulRouter router = ForgetfulRouter.before(server.getPort());
                HttpLink link = link(router.port())) {
            router.hangUpAfter(512 << 10);
            assertThatThrownBy(() -> new HttpHeadOffice(link).masterDataAfter(0, into))
                    .isInstanceOf(HeadOfficeAway.class);
            byte[] newer = serving(1 << 20, 3);

            assertThat(new HttpHeadOffice(link).masterDataAfter(0, into)).isTrue();

            assertThat(Files.readAllBytes(into.file())).isEqualTo(newer);
        }
    }

    @Test
    void a_whole_that_was_not_taken_is_fetched_from_its_start() throws Exception {
        byte[] file = serving(1 << 16, 4);
        Incoming into = incoming("damaged");
        try (EmbeddedServer server = server(headOffice, "2.0");
                HttpLink link = link(server.getPort())) {
            HttpHeadOffice office = new HttpHeadOffice(link);
            assertThat(office.masterDataAfter(0, into)).isTrue();
            Files.write(into.file(), new byte[file.length]);

            assertThat(office.masterDataAfter(0, into)).isTrue();

            assertThat(Files.readAllBytes(into.file())).isEqualTo(file);
        }
    }

    private static Incoming incoming(String name) {
        return new Incoming(directory.resolve(name), 8 << 20);
    }

    private static byte[] serving(int bytes, long seed) {
        byte[] file = new byte[bytes];
        new Random(seed).nextBytes(file);
        SERVED.set(file);
        return file;
    }

    private static boolean answered(HttpLink link, Attempts attempts) {
        try {
            return askedForNews(link, attempts) == 204;
        } catch (HeadOfficeAway e) {
            assertThat(e).hasMessageContaining("HTTP/2");
            return false;
        }
    }

    private static int askedForNews(HttpLink link, Attempts attempts) throws HeadOfficeAway {
        Duration limit = Duration.ofSeconds(2);
        var request = link.request("/v1/master-data?have=0").GET().build();
        return link.send(attempts, limit, request, 1).status();
    }

    private static HttpLink link(int port) {
        return new HttpLink("127.0.0.1", port, gateway.tls().clientContext(headOffice.name()));
    }

    private static Hello hello() {
        JournalId journal = gateway.journal();
        return new Hello(SignedHead.sign(journal, Head.genesis(journal), gateway.signer()));
    }

    private Incoming incoming() {
        return new Incoming(directory.resolve("file"), Long.MAX_VALUE);
    }

    private static EmbeddedServer server(NodeIdentity as, String httpVersion) throws Exception {
        try (TlsStoreFiles stores = as.tls().writeStores(directory.resolve("tls"))) {
            return ApplicationContext.builder()
                    .deduceEnvironment(false)
                    .banner(false)
                    .properties(
                            Map.ofEntries(
                                    Map.entry(ENABLED, "true"),
                                    Map.entry("micronaut.server.host", "127.0.0.1"),
                                    Map.entry("micronaut.server.http-version", httpVersion),
                                    Map.entry("micronaut.server.ssl.enabled", true),
                                    Map.entry("micronaut.server.ssl.port", -1),
                                    Map.entry("micronaut.server.ssl.protocols", "TLSv1.3"),
                                    Map.entry("micronaut.server.ssl.client-authentication", "need"),
                                    Map.entry(
                                            "micronaut.server.ssl.key-store.path",
                                            "file:" + stores.keyStore()),
                                    Map.entry("micronaut.server.ssl.key-store.type", "PKCS12"),
                                    Map.entry(
                                            "micronaut.server.ssl.key-store.password",
                                            stores.password()),
                                    Map.entry(
                                            "micronaut.server.ssl.trust-store.path",
                                            "file:" + stores.trustStore()),
                                    Map.entry("micronaut.server.ssl.trust-store.type", "PKCS12"),
                                    Map.entry(
                                            "micronaut.server.ssl.trust-store.password",
                                            stores.password())))
                    .start()
                    .getBean(EmbeddedServer.class)
                    .start();
        }
    }

    /** As much of head office as the link needs to be spoken to. */
    @Requires(property = ENABLED)
    @Controller("/v1")
    static class Door {
        @Post(
                value = "/journal/hello",
                consumes = "application/cbor",
                produces = "application/cbor")
        HttpResponse<byte[]> hello(HttpRequest<?> request, @Body byte[] body) throws Exception {
            X509Certificate shown = (X509Certificate) request.getCertificate().orElseThrow();
            String name = (String) shown.getSubjectAlternativeNames().iterator().next().get(1);
            SEEN.add(request.getHttpVersion() + " " + NodeName.parse(name).uri());
            JournalId origin = Hello.parse(body).head().journal();
            Mark mark =
                    Mark.sign(
                            headOffice.journal(),
                            origin,
                            Head.genesis(origin),
                            headOffice.signer());
            return HttpResponse.ok(new Answer.Marked(mark).toBytes())
                    .contentType("application/cbor");
        }

        @Get(value = "/master-data", produces = "application/cbor")
        HttpResponse<?> masterData(
                @Header(HttpHeaders.RANGE) @Nullable String range,
                @Header(HttpHeaders.IF_RANGE) @Nullable String ifRange) {
            byte[] file = SERVED.get();
            if (file.length == 0) return HttpResponse.noContent();
            String tag = '"' + Hash.digest(file).hex() + '"';
            if (range == null || !tag.equals(ifRange))
                return HttpResponse.ok(file).header(HttpHeaders.ETAG, tag);
            int from = Integer.parseInt(range.replaceAll("\\D", ""));
            if (from >= file.length)
                return HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
            return HttpResponse.ok(Arrays.copyOfRange(file, from, file.length))
                    .status(HttpStatus.PARTIAL_CONTENT)
                    .header(
                            HttpHeaders.CONTENT_RANGE,
                            "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
    }
}
