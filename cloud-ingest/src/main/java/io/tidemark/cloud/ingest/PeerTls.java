package io.tidemark.cloud.ingest;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.server.netty.ssl.CertificateProvidedSslBuilder;
import io.micronaut.http.server.netty.ssl.ServerSslBuilder;
import io.micronaut.http.ssl.ServerSslConfiguration;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import jakarta.inject.Singleton;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * TLS for peers, from head office's own identity rather than from settings: TLS 1.3 only, and a
 * client certificate of the organisation or no connection.
 */
@Singleton
@Replaces(CertificateProvidedSslBuilder.class)
final class PeerTls implements ServerSslBuilder {
    private static final ApplicationProtocolConfig HTTP_2_FIRST =
            new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    ApplicationProtocolNames.HTTP_2,
                    ApplicationProtocolNames.HTTP_1_1);

    private final SSLContext identity;
    private final ServerSslConfiguration settings;

    PeerTls(SSLContext identity, ServerSslConfiguration settings) {
        this.identity = identity;
        this.settings = settings;
    }

    @Override
    public Optional<SslContext> build() {
        boolean isClient = false;
        boolean startTls = false;
        return Optional.of(
                new JdkSslContext(
                        identity,
                        isClient,
                        null,
                        SupportedCipherSuiteFilter.INSTANCE,
                        HTTP_2_FIRST,
                        ClientAuth.REQUIRE,
                        new String[] {"TLSv1.3"},
                        startTls));
    }

    @Override
    public ServerSslConfiguration getSslConfiguration() {
        return settings;
    }
}
