package io.tidemark.cloud.headoffice;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.cloud.ingest.Quarantine;
import io.tidemark.cloud.ingest.SealedArchive;
import io.tidemark.cloud.masterdata.Published;
import io.tidemark.cloud.masterdata.Publishing;
import io.tidemark.ledger.Head;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionStatus;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Tells open pages that there is something new to show; they fetch themselves again. */
@Hidden
@Controller("/events")
final class LiveController {
    /** How soon after a filing a page knows. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Projection projection;
    private final SealedArchive archive;
    private final Quarantine quarantine;
    private final Publishing publishing;

    LiveController(
            Projection projection,
            SealedArchive archive,
            Quarantine quarantine,
            Publishing publishing) {
        this.projection = projection;
        this.archive = archive;
        this.quarantine = quarantine;
        this.publishing = publishing;
    }

    /** The first event comes at once, so that a page knows what it shows. */
    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> changes() {
        return Flux.interval(Duration.ZERO, LOOK_EVERY)
                .onBackpressureDrop()
                .map(_ -> state())
                .distinctUntilChanged()
                .map(state -> Event.of(state).name("changed"));
    }

    /** Differs whenever a page would. */
    private String state() {
        ProjectionStatus status = projection.status();
        long applied = status.applied().values().stream().mapToLong(Head::sequence).sum();
        long version = publishing.current().map(Published::version).orElse(0L);
        return status.state()
                + "."
                + applied
                + "."
                + archive.uploads()
                + "."
                + quarantine.size()
                + "."
                + version;
    }
}
