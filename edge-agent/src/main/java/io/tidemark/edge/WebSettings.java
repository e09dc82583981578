package io.tidemark.edge;

import java.util.Map;

/** Micronaut's settings that only a till has: the API's description. */
final class WebSettings {
    static final Map<String, Object> ALL =
            Map.of(
                    "micronaut.router.static-resources.openapi.mapping",
                    "/openapi/**",
                    "micronaut.router.static-resources.openapi.paths",
                    "classpath:META-INF/swagger");

    private WebSettings() {}
}
