package io.tidemark.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.identity.Ed25519;
import io.tidemark.identity.NodeBundle.KeyAndChain;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Role;
import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handshakes of the real TLS engines: who gets in, and who does not. */
class TlsTest {
    private static final String ORGANISATION = "lab.example";
    private static final NodeName GATEWAY = new NodeName(ORGANISATION, "s001", "gateway");

    @TempDir static Path directory;

    private static Shop shop;
    private static CertificateAuthority storeCa;
    private static CertificateAuthority otherStoreCa;

    @BeforeAll
    static void provision() throws IOException {
        shop = Shop.in(directory);
        storeCa = shop.ca("s001");
        otherStoreCa = shop.ca("s002");
    }

    @Test
    void a_till_and_its_gateway_know_each_other_and_speak_tls_1_3() throws Exception {
        Handshake.Met met =
                Handshake.between(
                        shop.till().tls().clientContext(GATEWAY),
                        shop.gateway().tls().serverContext());

        assertThat(met.protocol()).isEqualTo("TLSv1.3");
        assertThat(met.clientSeen()).isEqualTo(shop.till().tls().certificate());
    }

    @Test
    void a_gateway_and_head_office_know_each_other() throws Exception {
        NodeIdentity headOffice = shop.headOffice();

        Handshake.Met met =
                Handshake.between(
                        shop.gateway().tls().clientContext(headOffice.name()),
                        headOffice.tls().serverContext());

        assertThat(met.clientSeen()).isEqualTo(shop.gateway().tls().certificate());
    }

    @Test
    void a_server_of_another_name_is_refused() {
        assertClientRefuses(
                shop.headOffice().tls().serverContext(),
                "this is tidemark://head-office.lab.example/ledger");
    }

    @Test
    void another_stores_gateway_is_refused() {
        assertClientRefuses(shop.otherGateway().tls().serverContext(), "this is tidemark://s002.");
    }

    @Test
    void a_server_of_another_organisations_authority_is_refused_whatever_its_name()
            throws Exception {
        CertificateAuthority root = issuer().root(ORGANISATION);
        CertificateAuthority ca = issuer().storeCa(root, ORGANISATION, "s001");

        assertClientRefuses(server(ca, GATEWAY, Role.GATEWAY), "the chain does not hold");
    }

    @Test
    void a_certificate_for_clients_only_does_not_make_a_server() {
        SSLContext tillAsGateway = server(storeCa, GATEWAY, Role.TILL);

        assertClientRefuses(tillAsGateway, "not one for a server");
    }

    @Test
    void a_store_ca_cannot_issue_for_another_store() {
        SSLContext fromAnotherStoresCa = server(otherStoreCa, GATEWAY, Role.GATEWAY);

        assertClientRefuses(fromAnotherStoresCa, "the chain does not hold");
    }

    @Test
    void a_certificate_that_has_run_out_is_refused() {
        CertificateIssuer longAgo =
                new CertificateIssuer(
                        Clock.offset(Clock.systemUTC(), CertificateIssuer.LEAF_LIFE.negated()));
        KeyPair key = Keys.p256();
        X509Certificate old = longAgo.tlsLeaf(storeCa, GATEWAY, Role.GATEWAY, key.getPublic());

        assertClientRefuses(server(storeCa, old, key), "the chain does not hold");
    }

    @Test
    void a_certificate_that_will_only_be_valid_later_is_refused() {
        CertificateIssuer tomorrow =
                new CertificateIssuer(Clock.offset(Clock.systemUTC(), Duration.ofDays(3)));
        KeyPair key = Keys.p256();
        X509Certificate early = tomorrow.tlsLeaf(storeCa, GATEWAY, Role.GATEWAY, key.getPublic());

        assertClientRefuses(server(storeCa, early, key), "the chain does not hold");
    }

    @Test
    void a_valid_certificate_that_is_not_the_one_in_the_roster_is_refused() {
        SSLContext secondGateway = server(storeCa, GATEWAY, Role.GATEWAY);

        assertClientRefuses(secondGateway, "not the one in the roster");
    }

    @Test
    void a_leaf_without_its_store_ca_is_refused() {
        KeyPair key = Keys.p256();
        X509Certificate leaf = issuer().tlsLeaf(storeCa, GATEWAY, Role.GATEWAY, key.getPublic());

        assertClientRefuses(
                Handshake.context(key.getPrivate(), List.of(leaf)),
                "shows its certificate and its store CA");
    }

    @Test
    void a_client_without_a_certificate_gets_nowhere() {
        assertServerRefuses(Handshake.anonymous());
    }

    @Test
    void a_client_of_another_organisations_authority_gets_nowhere() {
        CertificateAuthority root = issuer().root(ORGANISATION);
        CertificateAuthority ca = issuer().storeCa(root, ORGANISATION, "s001");

        assertServerRefuses(server(ca, new NodeName(ORGANISATION, "s001", "till-1"), Role.TILL));
    }

    @Test
    void a_client_that_is_not_in_the_roster_gets_nowhere() {
        NodeName unknown = new NodeName(ORGANISATION, "s001", "till-9");

        assertServerRefuses(server(storeCa, unknown, Role.TILL));
    }

    @Test
    void a_second_certificate_for_a_tills_name_gets_nowhere() {
        NodeName till = new NodeName(ORGANISATION, "s001", "till-1");

        assertServerRefuses(server(storeCa, till, Role.TILL));
    }

    @Test
    void another_stores_till_gets_nowhere() {
        assertServerRefuses(Handshake.trustingAnyone(shop.otherTill()));
    }

    @Test
    void a_signing_key_does_not_open_a_connection() {
        KeyPair key = Ed25519.newKeys();
        NodeName till = new NodeName(ORGANISATION, "s001", "till-1");
        X509Certificate leaf = issuer().signingLeaf(storeCa, till, key.getPublic());

        assertServerRefuses(
                Handshake.context(
                        new KeyAndChain(key.getPrivate(), List.of(leaf, storeCa.certificate()))));
    }

    @Test
    void an_older_protocol_is_refused_on_both_sides() {
        SSLContext gateway = shop.gateway().tls().serverContext();
        SSLContext till = shop.till().tls().clientContext(GATEWAY);

        assertThatThrownBy(() -> Handshake.between(till, gateway, "TLSv1.2"))
                .hasStackTraceContaining("only TLS 1.3");
        assertThatThrownBy(() ->
                        Handshake.between(
                                Handshake.trustingAnyone(shop.till()), gateway, "TLSv1.2"))
                .hasStackTraceContaining("only TLS 1.3");
    }

    @Test
    void a_client_takes_no_connections_and_a_server_makes_none() {
        SSLContext till = shop.till().tls().clientContext(GATEWAY);
        SSLContext gateway = shop.gateway().tls().serverContext();

        assertThatThrownBy(() -> Handshake.between(Handshake.trustingAnyone(shop.till()), till))
                .hasStackTraceContaining("this is a client");
        assertThatThrownBy(() -> Handshake.between(gateway, gateway))
                .hasStackTraceContaining("this is a server");
    }

    private static void assertClientRefuses(SSLContext server, String why) {
        assertThatThrownBy(
                        () -> Handshake.between(shop.till().tls().clientContext(GATEWAY), server))
                .hasStackTraceContaining(why);
    }

    private static void assertServerRefuses(SSLContext client) {
        assertThatThrownBy(() -> Handshake.between(client, shop.gateway().tls().serverContext()))
                .isInstanceOf(Handshake.Refused.class)
                .extracting(thrown -> ((Handshake.Refused) thrown).by())
                .isEqualTo("server");
    }

    private static CertificateIssuer issuer() {
        return new CertificateIssuer(Clock.systemUTC());
    }

    private static SSLContext server(CertificateAuthority ca, NodeName name, Role role) {
        KeyPair key = Keys.p256();
        return server(ca, issuer().tlsLeaf(ca, name, role, key.getPublic()), key);
    }

    private static SSLContext server(CertificateAuthority ca, X509Certificate leaf, KeyPair key) {
        return Handshake.context(key.getPrivate(), List.of(leaf, ca.certificate()));
    }
}
