package io.tidemark.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real connections to head office, through the JDK's sockets and its HTTP client. */
class ConnectionTest {
    @TempDir static Path directory;

    private static Shop shop;
    private static HttpsServer headOffice;

    @BeforeAll
    static void listen() throws IOException {
        shop = Shop.in(directory);
        headOffice =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        headOffice.setHttpsConfigurator(needingClients(shop.headOffice().tls().serverContext()));
        headOffice.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(204, -1);
                    }
                });
        headOffice.start();
    }

    @AfterAll
    static void stop() {
        headOffice.stop(0);
    }

    @Test
    void the_http_clients_own_host_check_gives_way_to_the_name_in_the_certificate()
            throws Exception {
        SSLContext toHeadOffice = shop.gateway().tls().clientContext(shop.headOffice().name());

        assertThat(get(toHeadOffice)).isEqualTo(204);
    }

    @Test
    void the_http_client_refuses_a_server_that_is_not_the_expected_one() {
        SSLContext toTheGateway = shop.till().tls().clientContext(shop.gateway().name());

        assertThatThrownBy(() -> get(toTheGateway))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("not tidemark://s001.lab.example/gateway");
    }

    @Test
    void a_plain_socket_is_held_to_the_same() throws Exception {
        SSLContext toHeadOffice = shop.gateway().tls().clientContext(shop.headOffice().name());
        SSLContext toTheGateway = shop.till().tls().clientContext(shop.gateway().name());

        try (SSLSocket socket = connected(toHeadOffice)) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
        try (SSLSocket socket = connected(toTheGateway)) {
            assertThatThrownBy(socket::startHandshake)
                    .hasStackTraceContaining("not tidemark://s001.lab.example/gateway");
        }
    }

    private static int get(SSLContext context) throws IOException, InterruptedException {
        URI address = URI.create("https://127.0.0.1:" + headOffice.getAddress().getPort() + "/");
        try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static SSLSocket connected(SSLContext context) throws IOException {
        InetSocketAddress address = headOffice.getAddress();
        return (SSLSocket)
                context.getSocketFactory().createSocket(address.getAddress(), address.getPort());
    }

    private static HttpsConfigurator needingClients(SSLContext context) {
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters needed = context.getDefaultSSLParameters();
                needed.setNeedClientAuth(true);
                parameters.setSSLParameters(needed);
            }
        };
    }
}
