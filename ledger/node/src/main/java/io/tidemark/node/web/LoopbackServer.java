package io.tidemark.node.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The node's pages and API, for this machine only. Controllers are found on the class path; what
 * they need is handed over.
 */
public final class LoopbackServer implements AutoCloseable {
    /** Bytes of a request: a basket of 10,000 lines with room. */
    public static final int BODY_BYTES_MAX = 8 << 20;

    static final int JSON_DEPTH_MAX = 32;

    /** A deployable's own files, from its {@code src/main/resources/assets}. */
    static final String ASSETS = "/assets/";

    static final String WEBJARS = "/webjars/";

    /** Of the API: generated when a deployable is built, under the name that {@link #API} says. */
    static final String DESCRIPTIONS = "/openapi/";

    /** The property that names a deployable's API. */
    public static final String API = "tidemark.api";

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private LoopbackServer(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /**
     * @param port 0 for any free one
     * @param properties Micronaut's, beyond or instead of those that all nodes share
     * @param parts beans by their classes, for controllers to be made with; not closed with the
     *     server
     */
    public static LoopbackServer start(int port, Map<String, Object> properties, Object... parts) {
        return prepare(port, properties, parts).open();
    }

    /** The same, but they answer only when they are opened. Returns at once. */
    public static Prepared prepare(int port, Map<String, Object> properties, Object... parts) {
        return new Prepared(settings(port, properties), parts);
    }

    /**
     * Pages and API that are being made ready on a thread of their own, while the node opens what
     * they are to show: it takes as long as that.
     */
    public static final class Prepared implements AutoCloseable {
        private final CompletableFuture<LoopbackServer> ready;

        private Prepared(Map<String, Object> settings, Object... parts) {
            ready =
                    CompletableFuture.supplyAsync(
                            () -> ofOneContext(settings, parts),
                            task -> Thread.ofPlatform().name("pages").daemon().start(task));
        }

        /**
         * Waits until they are ready, and has them answer from now on.
         *
         * @throws RuntimeException as the server gives it, such as when the port is taken
         */
        public LoopbackServer open() {
            LoopbackServer made = made();
            try {
                made.server.start();
                return made;
            } catch (RuntimeException e) {
                made.close();
                throw e;
            }
        }

        private LoopbackServer made() {
            try {
                return ready.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException failed) throw failed;
                throw e;
            }
        }

        /** Also of one that was opened, which has no more to do then. */
        @Override
        public void close() {
            boolean isMade = ready.handle((_, failed) -> failed == null).join();
            if (isMade) ready.join().close();
        }
    }

    private static LoopbackServer ofOneContext(Map<String, Object> settings, Object... parts) {
        ApplicationContext context =
                ApplicationContext.builder()
                        .properties(settings)
                        .singletons(parts)
                        .banner(false)
                        .deduceEnvironment(false)
                        .environmentPropertySource(false)
                        .build();
        try {
            context.start();
            return new LoopbackServer(context, context.getBean(EmbeddedServer.class));
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    public int port() {
        return server.getPort();
    }

    public ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    /**
     * Environment variables are left out: none may bind the pages to another address. Every request
     * has a thread of its own to wait in, so that waiting for a force never holds the network's
     * threads.
     */
    private static Map<String, Object> settings(int port, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("micronaut.server.host", "127.0.0.1");
        settings.put("micronaut.server.port", port == 0 ? -1 : port);
        settings.put("micronaut.server.max-request-size", BODY_BYTES_MAX);
        settings.put("micronaut.server.max-request-buffer-size", BODY_BYTES_MAX);
        settings.put("micronaut.server.thread-selection", "BLOCKING");
        settings.put("micronaut.server.date-header", false);
        settings.put("micronaut.router.static-resources.assets.mapping", ASSETS + "**");
        settings.put("micronaut.router.static-resources.assets.paths", "classpath:assets");
        settings.put("micronaut.router.static-resources.webjars.mapping", WEBJARS + "**");
        settings.put(
                "micronaut.router.static-resources.webjars.paths",
                "classpath:META-INF/resources/webjars");
        settings.put("micronaut.router.static-resources.openapi.mapping", DESCRIPTIONS + "**");
        settings.put(
                "micronaut.router.static-resources.openapi.paths", "classpath:META-INF/swagger");
        settings.putAll(json());
        settings.putAll(more);
        return settings;
    }

    /**
     * What a caller leaves out or misspells is refused, not overlooked; what an answer holds is
     * shown, even if empty.
     */
    private static Map<String, Object> json() {
        return Map.of(
                "micronaut.serde.deserialization.strict-nullable", true,
                "micronaut.serde.deserialization.fail-on-null-for-primitives", true,
                "micronaut.serde.deserialization.ignore-unknown", false,
                "micronaut.serde.maximum-nesting-depth", JSON_DEPTH_MAX,
                "micronaut.serde.serialization.inclusion", "ALWAYS");
    }
}
