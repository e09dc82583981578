package io.tidemark.cloud.ledger;

import io.tidemark.cloud.books.Account;
import io.tidemark.cloud.books.CloseDownRef;
import io.tidemark.cloud.books.Measured;
import io.tidemark.cloud.books.Posting;
import io.tidemark.cloud.books.PostingLine;
import io.tidemark.cloud.books.PostingRules;
import io.tidemark.cloud.books.RuleSet;
import io.tidemark.cloud.books.Statement;
import io.tidemark.cloud.books.TrialBalance;
import io.tidemark.cloud.ledger.BookedRows.Picked;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The books as people ask for them: postings are made of the rows by the rules of their day. */
public final class H2Books {
    /** Postings read at a time. */
    public static final int PAGE_MAX = 200;

    /** Postings that one answer looks at for those of an account. */
    private static final int LOOKED_AT_MAX = 2_000;

    /** Postings that are off, named at a time. */
    static final int OFF_MAX = 100;

    private final Projection projection;
    private final PostingRules rules;
    private final Posted posted;

    /** Told by which version business days were posted, before anybody else is. */
    @FunctionalInterface
    public interface Posted {
        void postedBy(RuleSet version, LocalDate first, LocalDate last);
    }

    public H2Books(Projection projection, PostingRules rules, Posted posted) {
        this.projection = projection;
        this.rules = rules;
        this.posted = posted;
    }

    public PostingRules rules() {
        return rules;
    }

    /**
     * Which postings.
     *
     * @param store empty for all
     * @param first empty for all before {@code last}
     * @param last empty for all there are
     */
    public record Range(
            Optional<String> store, Optional<LocalDate> first, Optional<LocalDate> last) {
        public static final Range ALL =
                new Range(Optional.empty(), Optional.empty(), Optional.empty());

        /**
         * @param of what is picked by: {@code f}, the close-downs, or {@code a}, days of which
         *     there are several
         */
        Picked picked(String of) {
            Picked all = Picked.all();
            if (store.isPresent()) all = all.and(of + ".store = ?", store.get());
            if (first.isPresent()) all = all.and(of + ".business_day >= ?", first.get());
            if (last.isPresent()) all = all.and(of + ".business_day <= ?", last.get());
            return all;
        }

        Range from(LocalDate day) {
            return new Range(store, Optional.of(day), last);
        }

        Range within(Optional<LocalDate> from, Optional<LocalDate> to) {
            return new Range(
                    store,
                    Stream.concat(first.stream(), from.stream()).max(Comparator.naturalOrder()),
                    Stream.concat(last.stream(), to.stream()).min(Comparator.naturalOrder()));
        }

        Range before(LocalDate day) {
            return new Range(store, Optional.empty(), Optional.of(day.minusDays(1)));
        }
    }

    /** After which posting a page begins. */
    public record After(LocalDate day, String store, int supplement) {
        public static After of(CloseDownRef closeDown) {
            return new After(closeDown.day(), closeDown.store(), closeDown.supplement());
        }

        private boolean isAtOrAfter(CloseDownRef other) {
            int byDay = other.day().compareTo(day);
            if (byDay != 0) return byDay < 0;
            int byStore = other.store().compareTo(store);
            return byStore != 0 ? byStore < 0 : other.supplement() <= supplement;
        }
    }

    /** What stands on all accounts at the end of a day, or now. */
    public TrialBalance trialBalance(Optional<String> store, Optional<LocalDate> asOf) {
        Range range = new Range(store, Optional.empty(), asOf);
        return projection.read(connection ->
                new TrialBalance(
                        store,
                        asOf,
                        sums(connection, range).currencies(),
                        new BookedRows(connection, range.picked("f")).off(OFF_MAX)));
    }

    /** Each version's days by its rules. */
    private TrialBalance.Sum sums(Connection connection, Range range) throws SQLException {
        TrialBalance.Sum sum = new TrialBalance.Sum();
        for (RuleSet version : rules.versions()) {
            Range days = range.within(rules.firstOf(version), rules.lastOf(version));
            List<LocalDate> closed = DaySums.days(connection, days.first(), days.last());
            if (closed.isEmpty()) continue;
            posted.postedBy(version, closed.getFirst(), closed.getLast());
            sum.add(measured(connection, days), version);
        }
        return sum;
    }

    /**
     * One store's days are few enough to be read; of all stores, sums of days are. In these a day
     * that was closed more than once stands as if each time were the only one.
     */
    static List<Measured> measured(Connection connection, Range days) throws SQLException {
        if (days.store().isPresent()) return new BookedRows(connection, days.picked("f")).sums();
        Picked picked = days.picked("a");
        BookedRows again = new BookedRows(connection, picked, BookedSource.AGAIN);
        BookedRows alone = new BookedRows(connection, picked, BookedSource.AGAIN_ALONE);
        List<Measured> all = new ArrayList<>(DaySums.read(connection, days.first(), days.last()));
        all.addAll(again.drawerSums());
        for (Measured each : alone.drawerSums()) all.add(each.negated());
        for (Measured each : again.uncounted()) all.add(each.negated());
        return all;
    }

    /**
     * Postings in the order of days, stores and supplements.
     *
     * @param next after which the next page begins; empty on the last
     */
    public record Page(List<Posting> postings, Optional<After> next) {
        public Page {
            postings = List.copyOf(postings);
        }
    }

    /**
     * Those that move an account, or all: as many as a page has, or as are found among so many as
     * one answer may look at.
     *
     * @param account empty for all
     */
    public Page page(Range range, Optional<Account> account, Optional<After> after, int max) {
        List<Posting> found = new ArrayList<>();
        Optional<After> at = after;
        for (int looked = 0; looked < LOOKED_AT_MAX; looked += PAGE_MAX) {
            List<Posting> page = postings(range, at, PAGE_MAX);
            for (Posting posting : page) {
                if (account.isEmpty() || posting.moves(account.get())) found.add(posting);
                if (found.size() == max)
                    return new Page(found, Optional.of(After.of(posting.of())));
            }
            if (page.size() < PAGE_MAX) return new Page(found, Optional.empty());
            at = Optional.of(After.of(page.getLast().of()));
        }
        return new Page(found, at);
    }

    /** At most a page of postings, in the order of days, stores and supplements. */
    public List<Posting> postings(Range range, Optional<After> after, int max) {
        return projection.read(
                connection -> postings(connection, range, after, Math.clamp(max, 1, PAGE_MAX)));
    }

    public Optional<Posting> posting(String store, LocalDate day, int supplement) {
        Range range = new Range(Optional.of(store), Optional.of(day), Optional.of(day));
        return postings(range, Optional.empty(), PAGE_MAX).stream()
                .filter(posting -> posting.of().supplement() == supplement)
                .findFirst();
    }

    private List<Posting> postings(
            Connection connection, Range range, Optional<After> after, int max)
            throws SQLException {
        BookedRows rows = new BookedRows(connection, Picked.all());
        List<CloseDownRef> wanted = closeDowns(connection, range, after, max);
        List<Posting> postings = new ArrayList<>();
        for (Map.Entry<CloseDownRef, List<Measured>> each : rows.each(wanted).entrySet())
            postings.add(
                    Posting.of(each.getKey(), each.getValue(), rules.inForce(each.getKey().day())));
        keep(wanted);
        return postings;
    }

    /** Once for each version, since each time goes to the disk. */
    private void keep(List<CloseDownRef> wanted) {
        Map<RuleSet, List<LocalDate>> days =
                wanted.stream()
                        .map(CloseDownRef::day)
                        .collect(Collectors.groupingBy(rules::inForce));
        days.forEach((version, of) -> posted.postedBy(version, of.getFirst(), of.getLast()));
    }

    /** Day by day: all of a year would be sorted for one page of it. */
    static List<CloseDownRef> closeDowns(
            Connection connection, Range range, Optional<After> after, int max)
            throws SQLException {
        List<CloseDownRef> found = new ArrayList<>();
        Range from = after.map(last -> range.from(last.day())).orElse(range);
        for (LocalDate day : DaySums.days(connection, from.first(), from.last())) {
            Picked ofDay = Picked.all().and("f.business_day = ?", day);
            if (range.store().isPresent()) ofDay = ofDay.and("f.store = ?", range.store().get());
            if (after.isPresent() && after.get().day().equals(day))
                ofDay =
                        ofDay.and(
                                "(f.store > ? OR (f.store = ? AND f.supplement > ?))",
                                after.get().store(),
                                after.get().store(),
                                after.get().supplement());
            found.addAll(new BookedRows(connection, ofDay).closeDowns(max - found.size()));
            if (found.size() == max) break;
        }
        return found;
    }

    /**
     * Which account, and of what.
     *
     * @param detail the sub-account; empty for all of them
     */
    public record Asked(
            Account account, Optional<String> detail, CurrencyCode currency, Range range) {
        private boolean isOf(String code, String sub, CurrencyCode in) {
            return account.code().equals(code)
                    && detail.orElse(sub).equals(sub)
                    && currency.equals(in);
        }

        private boolean isOf(PostingLine line) {
            return isOf(line.account().code(), line.detail(), line.amount().currency());
        }
    }

    /**
     * A page of an account's statement.
     *
     * @param max lines after which it ends with the posting it is in
     */
    public Statement statement(Asked asked, Optional<After> after, int max) {
        return projection.read(connection -> statement(connection, asked, after, max));
    }

    private Statement statement(Connection connection, Asked asked, Optional<After> after, int max)
            throws SQLException {
        Optional<LocalDate> start = after.map(After::day).or(asked.range()::first);
        Money balance = Money.zero(asked.currency());
        if (start.isPresent())
            balance = balance(connection, asked, asked.range().before(start.get()));
        Range range = start.map(asked.range()::from).orElse(asked.range());
        Optional<After> at = Optional.empty();
        List<Statement.Line> lines = new ArrayList<>();
        Money opening = balance;
        while (true) {
            List<Posting> page = postings(connection, range, at, PAGE_MAX);
            for (Posting posting : page) {
                boolean before = after.isPresent() && after.get().isAtOrAfter(posting.of());
                for (PostingLine line : posting.lines()) {
                    if (!asked.isOf(line)) continue;
                    balance = balance.plus(line.amount());
                    if (before) opening = balance;
                    else
                        lines.add(new Statement.Line(posting.of(), posting.rules(), line, balance));
                }
                if (lines.size() >= max)
                    return new Statement(
                            asked.account(),
                            asked.currency(),
                            opening,
                            lines,
                            Optional.of(posting.of()));
            }
            if (page.size() < PAGE_MAX)
                return new Statement(
                        asked.account(), asked.currency(), opening, lines, Optional.empty());
            at = Optional.of(After.of(page.getLast().of()));
        }
    }

    private Money balance(Connection connection, Asked asked, Range range) throws SQLException {
        return sums(connection, range).currencies().stream()
                .flatMap(each -> each.lines().stream())
                .filter(line ->
                        asked.isOf(line.account().code(), line.detail(), line.balance().currency()))
                .map(TrialBalance.Line::balance)
                .reduce(Money.zero(asked.currency()), Money::plus);
    }
}
