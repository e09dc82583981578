package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.cloud.headoffice.Page.Frame;
import io.tidemark.cloud.masterdata.Publishing;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.node.forks.Fork;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** The pages, rendered here from templates that were compiled with the program. */
@Hidden
@Controller(produces = PagesController.HTML)
final class PagesController {
    static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

    private final Overview overview;
    private final Publishing publishing;
    private final Rendering rendering;

    PagesController(Overview overview, Publishing publishing) {
        this.overview = overview;
        this.publishing = publishing;
        this.rendering = new Rendering(overview);
    }

    @Get("/")
    HttpResponse<String> stores() {
        return page(
                "Stores",
                "stores",
                frame ->
                        new Page.Stores(
                                frame,
                                overview.board(),
                                overview.holdings(),
                                overview.alarms(),
                                publishing.current()));
    }

    @Get("/stores/{store}")
    HttpResponse<String> store(String store) {
        Optional<StoreFacts> facts = overview.store(store);
        if (facts.isEmpty()) return notFound("There is no store " + store + " in the roster.");
        return page(facts.get().name(), "stores", frame -> store(frame, facts.get()));
    }

    @Get("/forks/{id}")
    HttpResponse<String> fork(String id) {
        Optional<Fork> fork = overview.fork(id);
        if (fork.isEmpty()) return notFound("No fork of " + id + " waits for a decision.");
        return page(
                "Fork of " + id,
                "alerts",
                frame -> new Page.Fork(frame, fork.get(), overview.decision(fork.get())));
    }

    @Get("/alerts")
    HttpResponse<String> alerts() {
        return page("Alerts", "alerts", frame -> new Page.Alerts(frame, overview.alarms()));
    }

    @Get("/transfers")
    HttpResponse<String> transfers() {
        return page(
                "Transfers", "transfers", frame -> new Page.Transfers(frame, overview.transfers()));
    }

    private Page.Store store(Frame frame, StoreFacts store) {
        return new Page.Store(
                frame,
                store,
                overview.holdings().stream()
                        .filter(holding -> holding.store().equals(store))
                        .findFirst()
                        .orElseThrow(),
                overview.daysOf(store),
                overview.alarms().stream()
                        .filter(alarm -> alarm.store().equals(store.store()))
                        .toList(),
                overview.archived().stream()
                        .filter(segment -> segment.store().equals(store.store()))
                        .sorted(
                                Comparator.comparing(
                                        segment -> segment.journal() + segment.segment()))
                        .toList(),
                overview.log(store.store()));
    }

    private HttpResponse<String> page(String title, String section, Function<Frame, Page> page) {
        return rendering.page(
                title,
                section,
                frame -> {
                    Page filled = page.apply(frame);
                    return new Rendering.Filled(filled.template(), filled);
                });
    }

    private HttpResponse<String> notFound(String why) {
        return rendering.with(HttpStatus.NOT_FOUND, why);
    }
}
