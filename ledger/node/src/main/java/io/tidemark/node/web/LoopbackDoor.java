package io.tidemark.node.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Nobody signs in on the loopback listener yet, so a web page from elsewhere, opened in a browser
 * on this machine, must not reach it: neither by a name that is rebound to 127.0.0.1 (the Host is
 * checked), nor by a form or script (Origin, Referer and Sec-Fetch-Site are). Requests over TLS
 * come with a client's certificate through another listener and are not this door's.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LoopbackDoor {
    private static final Pattern HOST =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]{1,5})?");
    private static final Set<HttpMethod> SAFE =
            EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    @RequestFilter
    @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
        if (request.isSecure()) return null;
        return refusal(request)
                .map(why ->
                        (HttpResponse<?>)
                                ProblemAnswer.to(request, Problem.of(HttpStatus.FORBIDDEN, why)))
                .orElse(null);
    }

    private static Optional<String> refusal(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        String host = headers.get(HttpHeaders.HOST);
        if (host == null || !HOST.matcher(host).matches())
            return Optional.of(
                    "the Host header is not this machine's loopback address: call http://127.0.0.1");
        if ("cross-site".equals(headers.get(FETCH_SITE)))
            return Optional.of(
                    "a page of another site may not call a node: open the node's own page");
        if (!isOwn(headers.get(HttpHeaders.ORIGIN), host))
            return Optional.of(
                    "the Origin header names another page than the node's own: open the node's own page");
        if (!SAFE.contains(request.getMethod()) && !isOwn(headers.get(HttpHeaders.REFERER), host))
            return Optional.of(
                    "the Referer header names another page than the node's own: open the node's own page");
        return Optional.empty();
    }

    /** Programs send neither header. */
    private static boolean isOwn(@Nullable String url, String host) {
        if (url == null) return true;
        try {
            URI uri = URI.create(url);
            return "http".equals(uri.getScheme()) && host.equals(uri.getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
