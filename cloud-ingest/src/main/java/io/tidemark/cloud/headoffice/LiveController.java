package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.node.web.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Tells open pages that there is something new to show; they fetch themselves again. */
@Hidden
@Controller("/events")
final class LiveController {
    /** How soon after a filing a page knows. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Open pages at a time. */
    private static final int WATCHERS_MAX = 64;

    private final Changes changes;
    private final Semaphore watchers = new Semaphore(WATCHERS_MAX);

    LiveController(Changes changes) {
        this.changes = changes;
    }

    /**
     * The first event comes at once, so that a page knows what it shows. Each page is watched for
     * by a thread of its own, which may wait for a disk without holding up another's.
     */
    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> changes() {
        if (!watchers.tryAcquire())
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    WATCHERS_MAX + " pages are open already: close one");
        return Flux.<Event<String>>create(
                        sink -> Thread.ofVirtual().name("page").start(() -> watch(sink)),
                        FluxSink.OverflowStrategy.LATEST)
                .doFinally(_ -> watchers.release());
    }

    private void watch(FluxSink<Event<String>> sink) {
        String shown = "";
        try {
            while (!sink.isCancelled()) {
                String state = changes.state();
                if (!state.equals(shown)) sink.next(Event.of(state).name("changed"));
                shown = state;
                // What is shown comes from many places, of which not all could tell of a change.
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException | RuntimeException e) {
            // Nobody else hears of what ends this thread. The browser asks again by itself.
            sink.error(e);
        }
    }
}
