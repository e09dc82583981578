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
import io.tidemark.node.forks.Fork;
import io.tidemark.node.web.ListedArticles;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The dashboard, its events, and the store Z to print. */
@Hidden
@Controller
final class DashboardPages {
    private final StoreView view;
    private final Pages pages;
    private final StoreZPapers papers;
    private final Live live;

    DashboardPages(StoreView view, Laboratory laboratory, Changes changes) {
        this.view = view;
        this.pages = new Pages(laboratory.is());
        this.papers = new StoreZPapers(view, laboratory);
        this.live = new Live(changes);
    }

    @Get(value = "/", produces = MediaType.TEXT_HTML)
    String dashboard(@QueryValue @Nullable String day) {
        return pages.dashboard(Board.of(view, dayOf(day)));
    }

    /** Sends a section's HTML, under its name, whenever it has changed. */
    @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> events(@QueryValue @Nullable String day) {
        return live.watch(() -> pages.sections(Board.of(view, dayOf(day))));
    }

    /** The store Z and its supplements, for paper; with every article where that is asked for. */
    @Get(value = "/days/{day}/z", produces = MediaType.TEXT_HTML)
    String z(
            @PathVariable String day,
            @QueryValue(defaultValue = ListedArticles.BEST) String articles) {
        LocalDate parsed = GatewayApi.parsed(day);
        boolean all = ListedArticles.isAll(articles);
        return pages.z(parsed, all, papers.of(parsed, all));
    }

    /** The same to keep or to send. */
    @Get(value = "/days/{day}/z.pdf", produces = MediaType.APPLICATION_PDF)
    byte[] pdf(
            @PathVariable String day,
            @QueryValue(defaultValue = ListedArticles.BEST) String articles) {
        return papers.pdf(GatewayApi.parsed(day), ListedArticles.isAll(articles));
    }

    /** A journal that forked, both branches side by side. */
    @Get(value = "/forks/{id}", produces = MediaType.TEXT_HTML)
    String fork(@PathVariable String id) {
        Fork fork =
                view.fork(id)
                        .orElseThrow(
                                () -> new Refusal(HttpStatus.NOT_FOUND, id + " has not forked"));
        return pages.fork(fork, view.decision(fork), view.facts().inFull());
    }

    private LocalDate dayOf(@Nullable String day) {
        return day == null || day.isBlank() ? view.today() : GatewayApi.parsed(day);
    }
}
