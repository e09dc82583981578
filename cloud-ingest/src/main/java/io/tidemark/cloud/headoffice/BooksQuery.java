package io.tidemark.cloud.headoffice;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.QueryValue;
import io.tidemark.cloud.books.Account;
import io.tidemark.cloud.books.Statement;
import io.tidemark.cloud.ledger.H2Books;
import io.tidemark.cloud.ledger.H2Books.After;
import io.tidemark.cloud.ledger.H2Books.Asked;
import io.tidemark.cloud.ledger.H2Books.Range;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.web.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the books, as addresses have it; what is left out is not narrowed down.
 *
 * @param store its label
 * @param first the first business day, such as 2027-01-31
 * @param last the last one
 * @param currency ISO 4217
 * @param detail a sub-account
 * @param account of which postings, by its code
 * @param after from {@code next} of the page before: day, store and supplement of its last posting
 * @param limit lines or postings of a page
 */
@Introspected
record BooksQuery(
        @Nullable @QueryValue String store,
        @Nullable @QueryValue String first,
        @Nullable @QueryValue String last,
        @Nullable @QueryValue String currency,
        @Nullable @QueryValue String detail,
        @Nullable @QueryValue String account,
        @Nullable @QueryValue String after,
        @Nullable @QueryValue String limit) {
    private static final int LIMIT = 100;
    private static final int LIMIT_MAX = 1_000;

    /** As many as a close-down's day may be of. */
    private static final ValueRange YEARS = ValueRange.of(1, 9_999);

    private static final String LIMITS = "write a number from 1 to " + LIMIT_MAX;

    /** Of what there is instead of what was asked for, as many as one reads. */
    private static final int NAMED_MAX = 30;

    /**
     * The same, if there is such a store and the days are in order: else nothing would be found, as
     * if nothing had been posted.
     */
    BooksQuery checked(Roster roster) {
        if (ofStore().isPresent() && roster.store(ofStore().get()).isEmpty())
            throw new Refusal(
                    HttpStatus.NOT_FOUND,
                    "there is no store '"
                            + ofStore().get()
                            + "' in the roster; there are "
                            + named(roster.stores().stream().map(Roster.StoreFacts::store)));
        if (firstDay().isPresent()
                && lastDay().isPresent()
                && firstDay().get().isAfter(lastDay().get()))
            throw refused("first", firstDay().get().toString(), "write a day up to `last`");
        return this;
    }

    private static String named(Stream<String> all) {
        List<String> names = all.sorted().toList();
        return String.join(", ", names.subList(0, Math.min(NAMED_MAX, names.size())))
                + (names.size() > NAMED_MAX ? ", …" : "");
    }

    Optional<String> ofStore() {
        return given(store);
    }

    Optional<LocalDate> firstDay() {
        return given(first).map(text -> day("first", text));
    }

    Optional<LocalDate> lastDay() {
        return given(last).map(text -> day("last", text));
    }

    Range range() {
        return new Range(ofStore(), firstDay(), lastDay());
    }

    /** Of an account, in the store's currency where none is asked for. */
    Statement statement(String code, H2Books books, Roster roster) {
        return books.statement(
                new Asked(account(books, code), given(detail), in(roster), range()),
                afterPosting(),
                most());
    }

    H2Books.Page postings(H2Books books) {
        return books.page(range(), ofAccount(books), afterPosting(), most());
    }

    Optional<Account> ofAccount(H2Books books) {
        return given(account).map(code -> account(books, code));
    }

    private CurrencyCode in(Roster roster) {
        Optional<String> asked = given(currency);
        try {
            if (asked.isPresent()) return new CurrencyCode(asked.get());
        } catch (IllegalArgumentException e) {
            throw refused("currency", asked.get(), "write it as in ISO 4217, such as GBP");
        }
        return roster.stores().stream()
                .filter(facts -> ofStore().orElse(facts.store()).equals(facts.store()))
                .findFirst()
                .map(Roster.StoreFacts::currency)
                .orElseThrow(() -> refused("currency", "", "write one, such as GBP"));
    }

    /** The same again, from there on. */
    String address(String path, CurrencyCode in, Optional<After> from) {
        return address(path, from, "currency", in.code(), "detail", given(detail).orElse(""));
    }

    /** The same postings again, from there on. */
    String postingsAddress(String path, Optional<After> from) {
        return address(path, from, "account", given(account).orElse(""));
    }

    private String address(String path, Optional<After> from, String... own) {
        List<String> parameters = new ArrayList<>(List.of(own));
        parameters.addAll(
                List.of(
                        "store",
                        ofStore().orElse(""),
                        "first",
                        given(first).orElse(""),
                        "last",
                        given(last).orElse(""),
                        "after",
                        from.map(BooksQuery::text).orElse(""),
                        "limit",
                        given(limit).orElse("")));
        return BooksPage.address(path, parameters.toArray(String[]::new));
    }

    int most() {
        return most(LIMIT);
    }

    /**
     * @param usual where nobody asks for so many
     */
    int most(int usual) {
        return given(limit).map(BooksQuery::most).orElse(usual);
    }

    private static int most(String text) {
        try {
            int most = Integer.parseInt(text);
            if (most >= 1 && most <= LIMIT_MAX) return most;
        } catch (NumberFormatException e) {
            throw refused("limit", text, LIMITS);
        }
        throw refused("limit", text, LIMITS);
    }

    Optional<After> afterPosting() {
        return given(after).map(BooksQuery::parsed);
    }

    static String text(After after) {
        return after.day() + "." + after.store() + "." + after.supplement();
    }

    private static After parsed(String text) {
        String[] parts = text.split("\\.", -1);
        try {
            if (parts.length == 3)
                return new After(LocalDate.parse(parts[0]), parts[1], Integer.parseInt(parts[2]));
        } catch (DateTimeException | NumberFormatException e) {
            throw refused("after", text, "take it from `next` of the page before");
        }
        throw refused("after", text, "take it from `next` of the page before");
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (YEARS.isValidIntValue(day.getYear())) return day;
        } catch (DateTimeException e) {
            // Refused as a day that no store has.
        }
        throw refused(field, text, "write a day such as 2027-01-31");
    }

    private static Refusal refused(String field, String value, String todo) {
        return new Refusal(HttpStatus.BAD_REQUEST, field + " is '" + value + "': " + todo);
    }

    /** A form sends what nobody filled in as empty text. */
    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    /** The account of this code. */
    private static Account account(H2Books books, String code) {
        return books.rules()
                .account(code)
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.NOT_FOUND,
                                "there is no account '"
                                        + code
                                        + "' in the chart; there are "
                                        + named(
                                                books.rules().accounts().stream()
                                                        .map(Account::code))));
    }
}
