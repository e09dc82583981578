package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.cloud.books.Posting;
import io.tidemark.cloud.ledger.H2Books;
import io.tidemark.cloud.ledger.StoreZ;
import io.tidemark.cloud.receipts.Outcome;
import io.tidemark.cloud.receipts.ReceiptDesk;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.node.web.ReceiptView;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The books' pages: from a balance to its postings, their close-downs, and a receipt. */
@Hidden
@Controller(produces = PagesController.HTML)
final class BooksPagesController {
    private static final String SECTION = "books";

    private final Overview overview;
    private final H2Books books;
    private final ReceiptRequests receipts;
    private final Rendering rendering;

    BooksPagesController(Overview overview, H2Books books, ReceiptRequests receipts) {
        this.overview = overview;
        this.books = books;
        this.receipts = receipts;
        this.rendering = new Rendering(overview);
    }

    @Get("/books")
    HttpResponse<String> balance(@RequestBean BooksQuery query) {
        return page(
                "Trial balance",
                frame ->
                        new BooksPage.Balance(
                                frame,
                                books.trialBalance(checked(query).ofStore(), query.lastDay()),
                                overview.roster().stores(),
                                books.rules()));
    }

    @Get("/books/accounts/{code}")
    HttpResponse<String> account(String code, @RequestBean BooksQuery query) {
        return page(
                "Account " + code,
                frame ->
                        new BooksPage.OfAccount(
                                frame,
                                checked(query).statement(code, books, overview.roster()),
                                query));
    }

    @Get(BooksPage.PATH)
    HttpResponse<String> postings(@RequestBean BooksQuery query) {
        return page(
                "Postings",
                frame ->
                        new BooksPage.Postings(
                                frame,
                                books.page(
                                        checked(query).range(),
                                        query.ofAccount(books),
                                        query.afterPosting(),
                                        query.most(BooksPage.Postings.USUAL)),
                                query,
                                overview.roster().stores(),
                                books.rules().accounts()));
    }

    @Get("/books/postings/{store}/{day}/{supplement}")
    HttpResponse<String> posting(String store, LocalDate day, int supplement) {
        Optional<StoreFacts> facts = overview.store(store);
        if (facts.isEmpty()) return notFound("There is no store " + store + " in the roster.");
        return page(
                "Posting of " + facts.get().name() + ", " + day,
                frame -> {
                    Optional<Posting> posting = books.posting(store, day, supplement);
                    List<StoreZ> ofDay = overview.storeZs(store, day);
                    Optional<StoreZ> z =
                            ofDay.stream()
                                    .filter(each -> each.filed().supplement() == supplement)
                                    .findFirst();
                    if (posting.isEmpty() || z.isEmpty()) throw nothingFiled(store, day);
                    return new BooksPage.OfCloseDown(
                            frame, facts.get(), posting.get(), z.get(), ofDay);
                });
    }

    @Get("/stores/{store}/days/{day}/{supplement}/receipts/{device}/{epoch}")
    HttpResponse<String> receipts(
            String store, LocalDate day, int supplement, String device, int epoch) {
        Optional<StoreFacts> facts = overview.store(store);
        if (facts.isEmpty()) return notFound("There is no store " + store + " in the roster.");
        return page(
                "Receipts of " + device + ", " + day,
                frame -> {
                    ReceiptRequests.Part part =
                            receipts.part(store, day, supplement, device, epoch)
                                    .orElseThrow(() -> nothingFiled(store, day));
                    return new BooksPage.Receipts(
                            frame, facts.get(), part.z(), part.till(), receipts.list(part));
                });
    }

    @Get("/stores/{store}/receipts/{device}/{epoch}/{sequence}")
    HttpResponse<String> receipt(String store, String device, int epoch, long sequence) {
        Optional<StoreFacts> facts = overview.store(store);
        Optional<ReceiptRequests.Asked> asked = receipts.asked(store, device, epoch, sequence);
        if (facts.isEmpty() || asked.isEmpty())
            return notFound("The roster has no device " + device + " in a store " + store + ".");
        return page(
                "Entry " + sequence + " of " + device,
                frame -> {
                    ReceiptDesk.State state = receipts.one(asked.get());
                    return new BooksPage.OneReceipt(
                            frame, facts.get(), asked.get(), state, proven(state));
                });
    }

    static Optional<ReceiptView> proven(ReceiptDesk.State state) {
        return state instanceof ReceiptDesk.Told told
                        && told.outcome() instanceof Outcome.Proven proven
                ? ReceiptView.of(proven.entry())
                : Optional.empty();
    }

    private BooksQuery checked(BooksQuery query) {
        return query.checked(overview.roster());
    }

    private static Refusal nothingFiled(String store, LocalDate day) {
        return new Refusal(
                HttpStatus.NOT_FOUND, "store " + store + " has filed no such close-down of " + day);
    }

    private HttpResponse<String> page(String title, Function<Page.Frame, BooksPage> page) {
        try {
            return rendering.page(
                    title,
                    SECTION,
                    frame -> {
                        BooksPage filled = page.apply(frame);
                        return new Rendering.Filled(filled.template(), filled);
                    });
        } catch (Refusal refused) {
            return rendering.with(
                    HttpStatus.valueOf(refused.problem().status()),
                    String.valueOf(refused.getMessage()));
        }
    }

    private HttpResponse<String> notFound(String why) {
        return rendering.with(HttpStatus.NOT_FOUND, why);
    }
}
