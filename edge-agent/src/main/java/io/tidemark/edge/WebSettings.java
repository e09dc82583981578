package io.tidemark.edge;

import io.tidemark.edge.till.Counter;
import io.tidemark.node.writer.UndisturbedThread;
import java.util.Map;

/** Micronaut's settings that only a till has: the API's description, and threads for commands. */
final class WebSettings {
    /** Commands at a time; more wait for a thread. They share forces, so it need not be many. */
    private static final int COMMANDS_MAX = 32;

    private static final String THREADS = "micronaut.executors." + Counter.THREADS + ".";

    static final Map<String, Object> ALL =
            Map.of(
                    "micronaut.router.static-resources.openapi.mapping",
                    "/openapi/**",
                    "micronaut.router.static-resources.openapi.paths",
                    "classpath:META-INF/swagger",
                    THREADS + "type",
                    "fixed",
                    THREADS + "n-threads",
                    COMMANDS_MAX,
                    THREADS + "thread-factory-class",
                    UndisturbedThread.Factory.class.getName());

    private WebSettings() {}
}
