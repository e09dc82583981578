package io.tidemark.node.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Pages take everything from the node itself, stand in nobody's frame, and figures are never
 * cached.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'";

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        response.getHeaders()
                .set(HttpHeaders.CACHE_CONTROL, isAsset(request) ? "no-cache" : "no-store");
    }

    /** Assets are asked for again each time, and answered with "not modified". */
    private static boolean isAsset(HttpRequest<?> request) {
        return request.getPath().startsWith(LoopbackServer.ASSETS)
                || request.getPath().startsWith(LoopbackServer.WEBJARS);
    }
}
