package io.tidemark.cloud.books;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The chart of accounts and all versions of the rules, checked: whatever a close-down holds, there
 * is a rule for it, and what is posted balances.
 *
 * @param source where they come from, for people
 * @param accounts in the order of their codes
 * @param versions in the order of their first business days
 */
public record PostingRules(String source, List<Account> accounts, List<RuleSet> versions) {
    public PostingRules {
        accounts = accounts.stream().sorted(Comparator.comparing(Account::code)).toList();
        versions = List.copyOf(versions);
    }

    /** By which a business day is posted; days before the first version are posted by that one. */
    public RuleSet inForce(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(versions::getFirst);
    }

    /**
     * The first business day of a version; empty for the oldest, which days before it are for, too.
     */
    public Optional<LocalDate> firstOf(RuleSet version) {
        return version.equals(versions.getFirst()) ? Optional.empty() : Optional.of(version.from());
    }

    /** The last business day of a version; empty for the newest. */
    public Optional<LocalDate> lastOf(RuleSet version) {
        int next = versions.indexOf(version) + 1;
        return next < versions.size()
                ? Optional.of(versions.get(next).from().minusDays(1))
                : Optional.empty();
    }

    public Optional<Account> account(String code) {
        return accounts.stream().filter(account -> account.code().equals(code)).findFirst();
    }
}
