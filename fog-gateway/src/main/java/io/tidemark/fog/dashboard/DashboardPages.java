package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.fog.watch.Changes;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.web.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** The dashboard, its events, and the store Z to print. */
@Hidden
@Controller
final class DashboardPages {
    /** Open dashboards at a time. */
    private static final int WATCHERS_MAX = 16;

    /** Between two pushes at least, so that a busy day does not become a flood. */
    private static final Duration PUSH_MIN = Duration.ofMillis(250);

    /** Without news the page is rendered again all the same: clocks go on, and tables catch up. */
    private static final Duration PUSH_MAX = Duration.ofSeconds(2);

    private final StoreView view;
    private final Pages pages;
    private final Changes changes;
    private final Semaphore watchers = new Semaphore(WATCHERS_MAX);

    DashboardPages(StoreView view, Laboratory laboratory, Changes changes) {
        this.view = view;
        this.pages = new Pages(laboratory.is());
        this.changes = changes;
    }

    @Get(value = "/", produces = MediaType.TEXT_HTML)
    String dashboard(@QueryValue @Nullable String day) {
        return pages.dashboard(Board.of(view, dayOf(day)));
    }

    /** Sends a section's HTML, under its name, whenever it has changed. */
    @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> events(@QueryValue @Nullable String day) {
        if (!watchers.tryAcquire())
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    WATCHERS_MAX + " dashboards are open already: close one");
        return Flux.<Event<String>>create(
                        sink -> Thread.ofVirtual().name("dashboard").start(() -> push(sink, day)),
                        FluxSink.OverflowStrategy.BUFFER)
                .doFinally(_ -> watchers.release());
    }

    /** The store Z and its supplements, for paper. */
    @Get(value = "/days/{day}/z", produces = MediaType.TEXT_HTML)
    String z(@PathVariable String day) {
        List<StoreDayClosed> closed = view.closed(GatewayApi.parsed(day));
        if (closed.isEmpty())
            throw new Refusal(HttpStatus.NOT_FOUND, day + " has not been closed yet");
        return pages.z(
                view.facts().name() + " (" + view.facts().store() + ")",
                view.gateway().organisation(),
                closed);
    }

    /** A journal that forked, both branches side by side. */
    @Get(value = "/forks/{id}", produces = MediaType.TEXT_HTML)
    String fork(@PathVariable String id) {
        Fork fork =
                view.fork(id)
                        .orElseThrow(
                                () -> new Refusal(HttpStatus.NOT_FOUND, id + " has not forked"));
        return pages.fork(
                fork, view.decision(fork), view.facts().name() + " (" + view.facts().store() + ")");
    }

    private void push(FluxSink<Event<String>> sink, @Nullable String day) {
        Map<String, String> shown = new HashMap<>();
        long seen = 0;
        try {
            while (!sink.isCancelled()) {
                // A watcher that is still busy with the last push gets the next one later, not all.
                if (sink.requestedFromDownstream() > 0)
                    pages.sections(Board.of(view, dayOf(day)))
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

    private LocalDate dayOf(@Nullable String day) {
        return day == null || day.isBlank() ? view.today() : GatewayApi.parsed(day);
    }
}
