package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.cloud.masterdata.Publishing;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.node.paper.Paper;
import io.tidemark.node.web.ListedArticles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A store's day, and its store Z for paper. */
@Hidden
@Controller(value = "/stores/{store}/days/{day}", produces = PagesController.HTML)
final class StoreZPages {
    private final Overview overview;
    private final StoreZs zs;
    private final Rendering rendering;

    StoreZPages(Overview overview, Publishing publishing) {
        this.overview = overview;
        this.zs = new StoreZs(overview, publishing);
        this.rendering = new Rendering(overview);
    }

    @Get
    HttpResponse<String> day(String store, LocalDate day) {
        return of(
                store,
                facts ->
                        page(
                                facts,
                                day,
                                frame ->
                                        new Page.Day(
                                                frame,
                                                facts,
                                                overview.day(store, day),
                                                zs.shown(store, day))));
    }

    /** The store Z and its supplements; with every article where that is asked for. */
    @Get("/z")
    HttpResponse<String> z(
            String store,
            LocalDate day,
            @QueryValue(defaultValue = ListedArticles.BEST) String articles) {
        boolean all = ListedArticles.isAll(articles);
        return of(
                store,
                facts -> {
                    List<Paper> papers = zs.papers(facts, day, all);
                    return papers.isEmpty()
                            ? rendering.with(
                                    HttpStatus.NOT_FOUND,
                                    store + " has filed nothing for " + day + ".")
                            : page(
                                    facts,
                                    day,
                                    frame -> new Page.Papers(frame, store, day, all, papers));
                });
    }

    private HttpResponse<String> of(
            String store, Function<StoreFacts, HttpResponse<String>> answer) {
        Optional<StoreFacts> facts = overview.store(store);
        return facts.isPresent()
                ? answer.apply(facts.get())
                : rendering.with(
                        HttpStatus.NOT_FOUND, "There is no store " + store + " in the roster.");
    }

    private HttpResponse<String> page(
            StoreFacts store, LocalDate day, Function<Page.Frame, Page> page) {
        return rendering.page(
                store.name() + ", " + Shown.day(day),
                "stores",
                frame -> {
                    Page filled = page.apply(frame);
                    return new Rendering.Filled(filled.template(), filled);
                });
    }
}
