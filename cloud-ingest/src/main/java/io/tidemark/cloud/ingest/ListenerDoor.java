package io.tidemark.cloud.ingest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Keeps the two listeners apart: what came over TLS reaches {@code /v1} only, what came over
 * loopback never does. The wrong one is told nothing but that there is nothing.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ListenerDoor {
    static final String PEERS_ROOT = "/v1/";

    @RequestFilter
    @Nullable
    HttpResponse<?> admit(HttpRequest<?> request) {
        boolean forPeers = request.getPath().startsWith(PEERS_ROOT);
        boolean fromPeer = request.getSslSession().isPresent();
        return forPeers == fromPeer ? null : HttpResponse.notFound();
    }
}
