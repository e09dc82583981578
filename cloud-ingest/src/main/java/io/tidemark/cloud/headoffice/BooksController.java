package io.tidemark.cloud.headoffice;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.tidemark.cloud.books.Posting;
import io.tidemark.cloud.books.Statement;
import io.tidemark.cloud.books.TrialBalance;
import io.tidemark.cloud.headoffice.BooksJson.AccountJson;
import io.tidemark.cloud.headoffice.BooksJson.PostingJson;
import io.tidemark.cloud.headoffice.BooksJson.PostingsJson;
import io.tidemark.cloud.headoffice.BooksJson.StatementJson;
import io.tidemark.cloud.headoffice.BooksJson.TrialBalanceJson;
import io.tidemark.cloud.ledger.H2Books;
import io.tidemark.cloud.ledger.H2Books.After;
import io.tidemark.identity.Roster;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The books for programs: as JSON, and as CSV. */
@Controller("/api/v1/books")
final class BooksController {
    private static final String CSV = "text/csv;charset=utf-8";

    private final H2Books books;
    private final Roster roster;

    BooksController(H2Books books, Roster roster) {
        this.books = books;
        this.roster = roster;
    }

    @Get("/trial-balance")
    TrialBalanceJson trialBalance(@RequestBean BooksQuery query) {
        return TrialBalanceJson.of(balance(query));
    }

    @Get(value = "/trial-balance.csv", produces = CSV)
    HttpResponse<String> trialBalanceCsv(@RequestBean BooksQuery query) {
        return file("trial-balance", BooksCsv.of(balance(query)), Optional.empty());
    }

    /** Of all days up to the last: a balance has no first one. */
    private TrialBalance balance(BooksQuery query) {
        if (query.firstDay().isPresent())
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "a trial balance is of all days up to `last`: leave `first` out, or ask for postings");
        BooksQuery asked = query.checked(roster);
        return books.trialBalance(asked.ofStore(), asked.lastDay());
    }

    /** The chart. */
    @Get("/accounts")
    List<AccountJson> accounts() {
        return books.rules().accounts().stream().map(AccountJson::of).toList();
    }

    /** What was posted to an account, in the order of days, stores and supplements. */
    @Get("/accounts/{code}")
    StatementJson account(String code, @RequestBean BooksQuery query) {
        return StatementJson.of(query.checked(roster).statement(code, books, roster));
    }

    @Get(value = "/accounts/{code}.csv", produces = CSV)
    HttpResponse<String> accountCsv(String code, @RequestBean BooksQuery query) {
        Statement statement = query.checked(roster).statement(code, books, roster);
        return file("account-" + code, BooksCsv.of(statement), statement.next().map(After::of));
    }

    /** Those that move an account, or all, in the order of days, stores and supplements. */
    @Get("/postings")
    PostingsJson postings(@RequestBean BooksQuery query) {
        H2Books.Page page = query.checked(roster).postings(books);
        return new PostingsJson(
                page.postings().stream().map(PostingJson::of).toList(),
                page.next().map(BooksQuery::text).orElse(null));
    }

    @Get(value = "/postings.csv", produces = CSV)
    HttpResponse<String> postingsCsv(@RequestBean BooksQuery query) {
        H2Books.Page page = query.checked(roster).postings(books);
        return file("postings", BooksCsv.of(page.postings()), page.next());
    }

    @Get("/postings/{store}/{day}/{supplement}")
    PostingJson posting(String store, LocalDate day, int supplement) {
        Optional<Posting> posting = books.posting(store, day, supplement);
        return posting.map(PostingJson::of)
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.NOT_FOUND,
                                "store "
                                        + store
                                        + " has filed no supplement "
                                        + supplement
                                        + " of "
                                        + day));
    }

    /**
     * @param next where the next page begins, told as a link (RFC 8288): a table has no place for
     *     it
     */
    private static HttpResponse<String> file(String name, String csv, Optional<After> next) {
        MutableHttpResponse<String> table =
                HttpResponse.ok(csv)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + name + ".csv\"");
        next.map(BooksQuery::text)
                .ifPresent(after ->
                        table.header(HttpHeaders.LINK, "<?after=" + after + ">; rel=\"next\""));
        return table;
    }
}
