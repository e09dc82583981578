package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.books.Account;
import io.tidemark.cloud.books.Posting;
import io.tidemark.cloud.books.PostingLine;
import io.tidemark.cloud.books.PostingRules;
import io.tidemark.cloud.books.Statement;
import io.tidemark.cloud.books.TrialBalance;
import io.tidemark.cloud.ledger.H2Books;
import io.tidemark.cloud.ledger.H2Books.After;
import io.tidemark.cloud.ledger.StoreZ;
import io.tidemark.cloud.receipts.ReceiptDesk;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.web.ReceiptView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a page of the books shows; each has the template of its name. */
public sealed interface BooksPage {
    /** Where postings are listed. */
    String PATH = "/books/postings";

    record Balance(
            Page.Frame frame, TrialBalance balance, List<StoreFacts> stores, PostingRules rules)
            implements BooksPage {
        public Balance {
            stores = List.copyOf(stores);
        }

        /** The account's statement as far as this balance goes. */
        public String statement(TrialBalance.InCurrency in, TrialBalance.Line line) {
            return address(
                    "/books/accounts/" + line.account().code(),
                    "currency",
                    in.currency().code(),
                    "detail",
                    line.detail(),
                    "store",
                    balance.store().orElse(""),
                    "last",
                    balance.asOf().map(LocalDate::toString).orElse(""));
        }

        public String csv() {
            return address(
                    "/api/v1/books/trial-balance.csv",
                    "store",
                    balance.store().orElse(""),
                    "last",
                    balance.asOf().map(LocalDate::toString).orElse(""));
        }
    }

    /**
     * @param query as it was asked, for the next page
     */
    record OfAccount(Page.Frame frame, Statement statement, BooksQuery query) implements BooksPage {
        public Account account() {
            return statement.account();
        }

        public Optional<String> next() {
            return statement
                    .next()
                    .map(after ->
                            query.address(
                                    "/books/accounts/" + account().code(),
                                    statement.currency(),
                                    Optional.of(After.of(after))));
        }

        public String csv() {
            return query.address(
                    "/api/v1/books/accounts/" + account().code() + ".csv",
                    statement.currency(),
                    query.afterPosting());
        }
    }

    /**
     * @param z the close-down it is of
     * @param ofDay the store Z of the day and its supplements
     */
    record OfCloseDown(
            Page.Frame frame, StoreFacts store, Posting posting, StoreZ z, List<StoreZ> ofDay)
            implements BooksPage {
        public OfCloseDown {
            ofDay = List.copyOf(ofDay);
        }

        /** Debits per currency; credits are the same. */
        public Map<String, Money> debits() {
            return posting.debits();
        }
    }

    /**
     * Postings, a page of them.
     *
     * @param query as it was asked, for the next page
     * @param stores to choose from
     * @param accounts to choose from
     */
    record Postings(
            Page.Frame frame,
            H2Books.Page page,
            BooksQuery query,
            List<StoreFacts> stores,
            List<Account> accounts)
            implements BooksPage {
        /** Postings of a page: with some twenty lines each, what can be looked through. */
        static final int USUAL = 20;

        public Postings {
            stores = List.copyOf(stores);
            accounts = List.copyOf(accounts);
        }

        public String name(String label) {
            return stores.stream()
                    .filter(store -> store.store().equals(label))
                    .findFirst()
                    .map(StoreFacts::name)
                    .orElse(label);
        }

        public boolean isOf(StoreFacts store) {
            return query.ofStore().filter(store.store()::equals).isPresent();
        }

        /** The first day asked for, as a form has it; empty where none is. */
        public String from() {
            return query.firstDay().map(LocalDate::toString).orElse("");
        }

        public String to() {
            return query.lastDay().map(LocalDate::toString).orElse("");
        }

        public boolean isOf(Account account) {
            return account.code().equals(query.account());
        }

        public boolean isFirst() {
            return query.afterPosting().isEmpty();
        }

        public String first() {
            return query.postingsAddress(PATH, Optional.empty());
        }

        public Optional<String> next() {
            return page.next().map(after -> query.postingsAddress(PATH, Optional.of(after)));
        }

        public String csv() {
            return query.postingsAddress("/api/v1/books/postings.csv", query.afterPosting());
        }

        public String statement(PostingLine line, String store) {
            return address(
                    "/books/accounts/" + line.account().code(),
                    "currency",
                    line.amount().currency().code(),
                    "store",
                    store);
        }

        /** Of the postings of this page, by currency; credits are the same. */
        public Map<String, Money> debits() {
            Map<String, Money> debits = new TreeMap<>();
            for (Posting posting : page.postings())
                posting.debits()
                        .forEach((currency, sum) -> debits.merge(currency, sum, Money::plus));
            return debits;
        }
    }

    /** The receipts of one till in one close-down. */
    record Receipts(
            Page.Frame frame, StoreFacts store, StoreZ z, StoreZ.Till till, ReceiptDesk.State state)
            implements BooksPage {}

    record OneReceipt(
            Page.Frame frame,
            StoreFacts store,
            ReceiptRequests.Asked asked,
            ReceiptDesk.State state,
            Optional<ReceiptView> receipt)
            implements BooksPage {}

    default String template() {
        return switch (this) {
            case Balance _ -> "balance.jte";
            case OfAccount _ -> "account.jte";
            case OfCloseDown _ -> "posting.jte";
            case Postings _ -> "postings.jte";
            case Receipts _ -> "receipts.jte";
            case OneReceipt _ -> "receipt.jte";
        };
    }

    /** With what is not empty of these names and values. */
    static String address(String path, String... parameters) {
        StringBuilder address = new StringBuilder(path);
        char joint = '?';
        for (int i = 0; i < parameters.length; i += 2)
            if (!parameters[i + 1].isEmpty()) {
                address.append(joint)
                        .append(parameters[i])
                        .append('=')
                        .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
                joint = '&';
            }
        return address.toString();
    }
}
