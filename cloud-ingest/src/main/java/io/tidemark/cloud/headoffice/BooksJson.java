package io.tidemark.cloud.headoffice;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.books.Account;
import io.tidemark.cloud.books.CloseDownRef;
import io.tidemark.cloud.books.Posting;
import io.tidemark.cloud.books.PostingLine;
import io.tidemark.cloud.books.Statement;
import io.tidemark.cloud.books.TrialBalance;
import io.tidemark.cloud.ledger.H2Books.After;
import io.tidemark.node.web.Amount;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The books in JSON. Debits are positive, credits negative, unless they stand apart. */
final class BooksJson {
    private BooksJson() {}

    @Serdeable.Serializable
    record AccountJson(String code, String name, String kind) {
        static AccountJson of(Account account) {
            return new AccountJson(account.code(), account.name(), account.kind().label());
        }
    }

    /** Which entry of which store's journal a posting is of. */
    @Serdeable.Serializable
    record CloseDownJson(
            String store,
            LocalDate day,
            long zNumber,
            int supplement,
            int epoch,
            long sequence,
            String hash) {
        static CloseDownJson of(CloseDownRef of) {
            return new CloseDownJson(
                    of.store(),
                    of.day(),
                    of.zNumber(),
                    of.supplement(),
                    of.epoch(),
                    of.sequence(),
                    of.hash().hex());
        }
    }

    /**
     * @param store null for all
     * @param asOf null for all there is
     * @param even whether debits and credits are equal in each currency, and no posting is off
     */
    @Serdeable.Serializable
    record TrialBalanceJson(
            @Nullable String store,
            @Nullable LocalDate asOf,
            boolean even,
            List<InCurrencyJson> currencies,
            List<OffJson> off) {
        static TrialBalanceJson of(TrialBalance balance) {
            return new TrialBalanceJson(
                    balance.store().orElse(null),
                    balance.asOf().orElse(null),
                    balance.isEven(),
                    balance.currencies().stream().map(InCurrencyJson::of).toList(),
                    balance.off().stream()
                            .map(off ->
                                    new OffJson(CloseDownJson.of(off.of()), Amount.of(off.by())))
                            .toList());
        }
    }

    @Serdeable.Serializable
    record InCurrencyJson(
            String currency,
            Amount debits,
            Amount credits,
            Amount difference,
            List<BalanceJson> accounts) {
        static InCurrencyJson of(TrialBalance.InCurrency in) {
            return new InCurrencyJson(
                    in.currency().code(),
                    Amount.of(in.debits()),
                    Amount.of(in.credits()),
                    Amount.of(in.difference()),
                    in.lines().stream()
                            .map(line ->
                                    new BalanceJson(
                                            AccountJson.of(line.account()),
                                            line.detail(),
                                            Amount.of(line.balance())))
                            .toList());
        }
    }

    @Serdeable.Serializable
    record BalanceJson(AccountJson account, String detail, Amount balance) {}

    @Serdeable.Serializable
    record OffJson(CloseDownJson closeDown, Amount by) {}

    /**
     * @param rules the version of the rules it was posted by
     */
    @Serdeable.Serializable
    record PostingJson(CloseDownJson closeDown, int rules, List<LineJson> lines) {
        static PostingJson of(Posting posting) {
            return new PostingJson(
                    CloseDownJson.of(posting.of()),
                    posting.rules(),
                    posting.lines().stream().map(LineJson::of).toList());
        }
    }

    /**
     * @param of what is posted, such as {@code sales}
     */
    @Serdeable.Serializable
    record LineJson(String of, AccountJson account, String detail, Amount amount) {
        static LineJson of(PostingLine line) {
            return new LineJson(
                    line.measure().label(),
                    AccountJson.of(line.account()),
                    line.detail(),
                    Amount.of(line.amount()));
        }
    }

    /**
     * @param next for {@code after} of the next page; null on the last
     */
    @Serdeable.Serializable
    record PostingsJson(List<PostingJson> postings, @Nullable String next) {}

    @Serdeable.Serializable
    record StatementJson(
            AccountJson account,
            String currency,
            Amount opening,
            List<StatementLineJson> lines,
            Amount closing,
            @Nullable String next) {
        static StatementJson of(Statement statement) {
            return new StatementJson(
                    AccountJson.of(statement.account()),
                    statement.currency().code(),
                    Amount.of(statement.opening()),
                    statement.lines().stream().map(StatementLineJson::of).toList(),
                    Amount.of(statement.closing()),
                    statement.next().map(After::of).map(BooksQuery::text).orElse(null));
        }
    }

    @Serdeable.Serializable
    record StatementLineJson(
            CloseDownJson closeDown,
            int rules,
            String of,
            String detail,
            Amount amount,
            Amount balance) {
        static StatementLineJson of(Statement.Line line) {
            return new StatementLineJson(
                    CloseDownJson.of(line.of()),
                    line.rules(),
                    line.line().measure().label(),
                    line.line().detail(),
                    Amount.of(line.line().amount()),
                    Amount.of(line.balance()));
        }
    }
}
