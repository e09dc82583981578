package io.tidemark.cloud.ingest;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.tidemark.identity.Recognition;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.Answer;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only gateways through to {@code /v1}, and tells the routes which one is calling. That the
 * organisation issued a certificate is not enough: the roster must name exactly this one, as a
 * store's gateway.
 */
@ServerFilter("/v1/**")
public final class PeerDoor {
    /** The request's attribute that holds the calling gateway's {@link Roster.Member}. */
    public static final String GATEWAY = "tidemark.gateway";

    private static final Logger LOG = LoggerFactory.getLogger(PeerDoor.class);

    private final Roster roster;

    PeerDoor(Roster roster) {
        this.roster = roster;
    }

    @RequestFilter
    @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
        return switch (recognise(request.getCertificate())) {
            case Recognition.Known(Roster.Member member) when member.role() == Role.GATEWAY -> {
                request.setAttribute(GATEWAY, member);
                yield null;
            }
            case Recognition.Known(Roster.Member member) ->
                    refused(
                            request,
                            member.name()
                                    + " is a "
                                    + member.role().label()
                                    + "; only gateways report here");
            case Recognition.Stranger(String why) -> refused(request, why);
        };
    }

    private Recognition recognise(Optional<Certificate> certificate) {
        if (certificate.isPresent() && certificate.get() instanceof X509Certificate x509)
            return roster.recognise(x509);
        return new Recognition.Stranger("no certificate was shown");
    }

    private static HttpResponse<?> refused(HttpRequest<?> request, String why) {
        LOG.warn(
                "refused {} {} of {}: {}",
                request.getMethod(),
                request.getPath(),
                request.getRemoteAddress(),
                why);
        return JournalController.response(
                new Answer.Refused(
                        Answer.Reason.WRONG_SENDER, "not a gateway that head office knows"));
    }
}
