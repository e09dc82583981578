package io.tidemark.cloud.books;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands on each account, per currency.
 *
 * @param store empty for all stores together
 * @param asOf the last business day taken in; empty for all there are
 * @param off postings in which an account did not come to zero that should have
 */
public record TrialBalance(
        Optional<String> store,
        Optional<LocalDate> asOf,
        List<InCurrency> currencies,
        List<Off> off) {
    public TrialBalance {
        currencies = List.copyOf(currencies);
        off = List.copyOf(off);
    }

    /**
     * @param detail the sub-account; empty where there is none
     * @param balance a debit where positive
     */
    public record Line(Account account, String detail, Money balance) {}

    /** A posting that is off, and by how much. */
    public record Off(CloseDownRef of, Money by) {}

    /** All accounts of one currency. */
    public record InCurrency(CurrencyCode currency, List<Line> lines) {
        public InCurrency {
            lines = List.copyOf(lines);
        }

        public Money debits() {
            return Money.sum(currency, lines, line -> positive(line.balance()));
        }

        public Money credits() {
            return Money.sum(currency, lines, line -> positive(line.balance().negated()));
        }

        /** Zero. */
        public Money difference() {
            return debits().minus(credits());
        }

        private static Money positive(Money amount) {
            return amount.isNegative() ? Money.zero(amount.currency()) : amount;
        }
    }

    public boolean isEven() {
        return off.isEmpty() && currencies.stream().allMatch(each -> each.difference().isZero());
    }

    /** Adds lines up by account and sub-account. Not safe for use by several threads. */
    public static final class Sum {
        private record Key(String currency, String code, String detail) implements Comparable<Key> {
            @Override
            public int compareTo(Key other) {
                int byCode = code.compareTo(other.code);
                return byCode != 0 ? byCode : detail.compareTo(other.detail);
            }
        }

        private final Map<String, Map<Key, Line>> sums = new TreeMap<>();

        public Sum add(List<Measured> measured, RuleSet rules) {
            for (Measured each : measured) rules.lines(each).forEach(this::add);
            return this;
        }

        private void add(PostingLine line) {
            String currency = line.amount().currency().code();
            sums.computeIfAbsent(currency, _ -> new TreeMap<>())
                    .merge(
                            new Key(currency, line.account().code(), line.detail()),
                            new Line(line.account(), line.detail(), line.amount()),
                            (a, b) ->
                                    new Line(
                                            b.account(),
                                            b.detail(),
                                            a.balance().plus(b.balance())));
        }

        /** Without accounts that come to zero. */
        public List<InCurrency> currencies() {
            return sums.entrySet().stream()
                    .map(each ->
                            new InCurrency(
                                    new CurrencyCode(each.getKey()),
                                    each.getValue().values().stream()
                                            .filter(line -> !line.balance().isZero())
                                            .toList()))
                    .toList();
        }
    }
}
