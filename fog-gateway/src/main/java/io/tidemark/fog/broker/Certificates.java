package io.tidemark.fog.broker;

import com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation;
import com.hivemq.extension.sdk.api.client.parameter.ConnectionInformation;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Finds the certificate a connection was made with; TLS has already checked its chain. */
final class Certificates {
    private Certificates() {}

    static Optional<X509Certificate> of(ConnectionInformation connection) {
        return connection
                .getClientTlsInformation()
                .flatMap(ClientTlsInformation::getClientCertificate);
    }
}
