package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.fog.closedown.CloseDay;
import io.tidemark.fog.closedown.Closing;
import io.tidemark.fog.closedown.Outcome;
import io.tidemark.fog.people.Supervisors;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Limits;
import io.tidemark.node.paper.PlainText;
import io.tidemark.node.web.ForkJson;
import io.tidemark.node.web.ListedArticles;
import io.tidemark.node.web.ProductsJson;
import io.tidemark.node.web.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** The store's API for programs of this machine. */
@Controller("/api/v1")
final class GatewayApi {
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 9998;

    private static final int DAYS_MAX = 1_000;

    private final StoreView view;
    private final Closing closing;
    private final AskedAuthority authority;
    private final StoreZPapers papers;

    GatewayApi(StoreView view, Closing closing, Supervisors supervisors, Laboratory laboratory) {
        this.papers = new StoreZPapers(view, laboratory);
        this.view = view;
        this.closing = closing;
        this.authority = new AskedAuthority(supervisors);
    }

    @Get("/status")
    Told.Status status() {
        return Told.Status.of(view);
    }

    /** Every device of the roster, with the state of its current business day. */
    @Get("/tills")
    List<Told.Till> tills() {
        return view.devices().stream().map(check -> Told.Till.of(check, view.calendar())).toList();
    }

    @Get("/days/{day}/receipts")
    List<Told.Receipt> receipts(@PathVariable String day) {
        return view.ledger().receipts(parsed(day)).stream()
                .map(receipt -> Told.Receipt.of(receipt, view.gateway()))
                .toList();
    }

    @Get("/days/{day}/takings")
    List<Told.Hour> takings(@PathVariable String day) {
        return view.ledger().takings(parsed(day)).stream().map(Told.Hour::of).toList();
    }

    /**
     * The store Zs and supplements that were made, the newest first, with how long each took.
     *
     * @param limit how many at most
     */
    @Get("/days")
    List<ClosingTold> days(@QueryValue(defaultValue = "100") int limit) {
        StockApi.within(limit, 1, DAYS_MAX, "limit");
        return view.closings().reversed().stream().limit(limit).toList();
    }

    /** The checklist, with what stands in the way by name, and the store Z once it is closed. */
    @Get("/days/{day}/close-down")
    Told.CloseDown closeDown(@PathVariable String day) {
        return Told.CloseDown.of(view.checklist(parsed(day)), view);
    }

    /** Closes the day, or makes a supplement of what came after it was closed. */
    @Post("/days/{day}/close-down")
    HttpResponse<?> close(@PathVariable String day, @Body Told.Close asked) {
        return Closed.told(day, decided(wish(day, asked)), view);
    }

    /** The store Z of the day. Supplements stand beside it in the close-down. */
    @Get("/days/{day}/z")
    ZTold z(@PathVariable String day) {
        return view.printed(parsed(day)).stream()
                .findFirst()
                .map(ZTold::of)
                .orElseThrow(
                        () -> new Refusal(HttpStatus.NOT_FOUND, day + " has not been closed yet"));
    }

    /** The same, with its supplements, as a PDF of A4 pages; with every article on demand. */
    @Get(value = "/days/{day}/z.pdf", produces = MediaType.APPLICATION_PDF)
    byte[] pdf(
            @PathVariable String day,
            @QueryValue(defaultValue = ListedArticles.BEST) String articles) {
        return papers.pdf(parsed(day), ListedArticles.isAll(articles));
    }

    /** The same as lines of text, for a terminal. */
    @Get(value = "/days/{day}/z.txt", produces = MediaType.TEXT_PLAIN)
    String text(
            @PathVariable String day,
            @QueryValue(defaultValue = ListedArticles.BEST) String articles) {
        return papers.of(parsed(day), ListedArticles.isAll(articles)).stream()
                .map(paper -> String.join("\n", PlainText.of(paper)))
                .collect(Collectors.joining("\n\n\n", "", "\n"));
    }

    /**
     * What was sold of each article, ascending by its code, as the store Z or one of its
     * supplements has it; at most a thousand of them, from the one asked for, counted from 0.
     */
    @Get("/days/{day}/z/products")
    ProductsJson products(
            @PathVariable String day,
            @QueryValue(defaultValue = "0") int supplement,
            @QueryValue(defaultValue = "0") int from) {
        return view.printedWhole(parsed(day)).stream()
                .filter(z -> z.closed().supplement() == supplement)
                .findFirst()
                .map(z -> ProductsJson.of(z.products(), from, view.names()))
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.NOT_FOUND,
                                day + " has no close-down with supplement " + supplement));
    }

    @Get("/forwarding")
    Told.Forwarding forwarding() {
        return Told.Forwarding.of(view.link(), view.calendar());
    }

    /** Journals that forked, both branches side by side. */
    @Get("/forks")
    List<ForkJson> forks() {
        return view.forks().stream().map(ForkJson::of).toList();
    }

    @Get("/forks/{id}")
    ForkJson fork(@PathVariable String id) {
        return ForkJson.of(
                view.fork(id)
                        .orElseThrow(() ->
                                new Refusal(
                                        HttpStatus.NOT_FOUND,
                                        "no fork of " + id + " waits for a decision")));
    }

    @Get("/alerts")
    List<Told.AlertTold> alerts() {
        return view.alerts().stream()
                .map(alert -> Told.AlertTold.of(alert, view.calendar()))
                .toList();
    }

    private CloseDay wish(String day, Told.Close asked) {
        if (asked.operator().isBlank() || asked.operator().length() > Limits.CODE_MAX)
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "operator: give your name, of at most " + Limits.CODE_MAX + " characters");
        List<String> without = asked.without();
        return new CloseDay(
                new CommandId(asked.commandId()),
                parsed(day),
                asked.operator(),
                without == null ? new TreeSet<>() : new TreeSet<>(without),
                without == null || without.isEmpty() ? Optional.empty() : authority.of(asked));
    }

    private Outcome decided(CloseDay wish) {
        try {
            return closing.close(wish).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    /** Of four digits' years: what a day is compared with lies a few years around it. */
    static LocalDate parsed(String day) {
        try {
            LocalDate parsed = LocalDate.parse(day);
            if (parsed.getYear() < YEAR_MIN || parsed.getYear() > YEAR_MAX)
                throw new DateTimeException("of no shop's time");
            return parsed;
        } catch (DateTimeException e) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "a day is written 2026-11-21, not '" + day + "'");
        }
    }
}
