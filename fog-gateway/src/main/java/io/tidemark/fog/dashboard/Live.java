package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.sse.Event;
import io.tidemark.fog.watch.Changes;
import io.tidemark.node.web.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Sends a page's sections, as HTML under their names, whenever they have changed. */
final class Live {
    /** Open pages of one kind at a time. */
    private static final int WATCHERS_MAX = 16;

    /** Between two pushes at least, so that a busy day does not become a flood. */
    private static final Duration PUSH_MIN = Duration.ofMillis(250);

    /** Without news the page is rendered again all the same: clocks go on, and tables catch up. */
    private static final Duration PUSH_MAX = Duration.ofSeconds(2);

    private final Changes changes;
    private final Semaphore watchers = new Semaphore(WATCHERS_MAX);

    Live(Changes changes) {
        this.changes = changes;
    }

    /**
     * @param sections each one's HTML as it is now, by its name
     */
    Publisher<Event<String>> watch(Supplier<Map<String, String>> sections) {
        if (!watchers.tryAcquire())
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    WATCHERS_MAX + " dashboards are open already: close one");
        return Flux.<Event<String>>create(
                        sink ->
                                Thread.ofVirtual()
                                        .name("dashboard")
                                        .start(() -> push(sink, sections)),
                        FluxSink.OverflowStrategy.BUFFER)
                .doFinally(_ -> watchers.release());
    }

    private void push(FluxSink<Event<String>> sink, Supplier<Map<String, String>> sections) {
        Map<String, String> shown = new HashMap<>();
        long seen = 0;
        try {
            while (!sink.isCancelled()) {
                // A watcher that is still busy with the last push gets the next one later, not all.
                if (sink.requestedFromDownstream() > 0)
                    sections.get()
                            .forEach((section, html) -> {
                                if (!html.equals(shown.put(section, html)))
                                    sink.next(Event.of(html).name(section));
                            });
                // First the least time between two pushes, whatever happens; then until more does.
                Thread.sleep(PUSH_MIN);
                seen = changes.awaitBeyond(seen, PUSH_MAX);
            }
        } catch (InterruptedException | RuntimeException e) {
            // Nobody else hears of what ends this thread. The browser asks again by itself.
            sink.error(e);
        }
    }
}
