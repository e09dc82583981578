package io.tidemark.cloud.books;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What rules that can be read may still lack. An amount balances by itself, since it is debited and
 * credited whole; whether an account that only leads through comes to zero follows from what a
 * close-down is: net and VAT of what was sold are what it was paid with.
 */
record RulesCheck(List<RuleSet> versions) {
    List<String> faults() {
        List<String> faults = new ArrayList<>(order());
        for (RuleSet version : versions) {
            faults.addAll(missing(version));
            for (Account account : version.chart().values())
                if (account.clears()) faults.addAll(notClearing(account, version));
        }
        return faults;
    }

    private List<String> order() {
        List<String> faults = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            RuleSet version = versions.get(i);
            if (!numbers.add(version.version()))
                faults.add(
                        "there are two versions "
                                + version.version()
                                + "; give one another number");
            if (i > 0 && !version.from().isAfter(versions.get(i - 1).from()))
                faults.add(
                        "version "
                                + version.version()
                                + " is from "
                                + version.from()
                                + ", not after the one before it; put versions in the order of their"
                                + " first days");
        }
        return faults;
    }

    /** Whatever comes must find a rule. */
    private static List<String> missing(RuleSet version) {
        List<String> faults = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (!isComplete(version, measure, true)) faults.add(missing(version, measure, "home"));
            if (measure.isInTendersCurrency() && !isComplete(version, measure, false))
                faults.add(missing(version, measure, "foreign"));
        }
        return faults;
    }

    private static boolean isComplete(RuleSet version, Measure measure, boolean home) {
        return version.rules().stream()
                .anyMatch(rule -> rule.measure() == measure && rule.when().fitsAll(home));
    }

    private static String missing(RuleSet version, Measure measure, String currency) {
        return "version "
                + version.version()
                + " has no rule for "
                + measure.label()
                + " in "
                + currency
                + " currency, whatever the tender, department or VAT key; add one at the end, such as {of: "
                + measure.label()
                + ", post: nothing}";
    }

    /** Of each measure all rules must do the same to it, in proportion to its part in takings. */
    private static List<String> notClearing(Account account, RuleSet version) {
        List<Case> cases = version.rules().stream().flatMap(RulesCheck::cases).toList();
        int side =
                cases.stream()
                        .mapToInt(each -> effect(each.rule(), account) * each.part())
                        .filter(sign -> sign != 0)
                        .findFirst()
                        .orElse(0);
        return cases.stream()
                .filter(each -> effect(each.rule(), account) != side * each.part())
                .map(each -> notClearing(account, each.rule()))
                .distinct()
                .toList();
    }

    /** A rule where it may fit. */
    private record Case(Rule rule, boolean home) {
        int part() {
            return rule.measure().inTakings(home);
        }
    }

    private static Stream<Case> cases(Rule rule) {
        return Stream.of(true, false)
                .filter(home -> home || rule.measure().isInTendersCurrency())
                .filter(home -> rule.when().mayFit(home))
                .map(home -> new Case(rule, home));
    }

    private static int effect(Rule rule, Account account) {
        return rule.pair()
                .map(pair ->
                        pair.debit().equals(account.code())
                                ? 1
                                : pair.credit().equals(account.code()) ? -1 : 0)
                .orElse(0);
    }

    private static String notClearing(Account account, Rule rule) {
        return rule.place()
                + " cannot balance: account "
                + account.code()
                + " comes to zero only if sales and vat go into it on one side, and taken (home) and"
                + " exchanged on the other, with refunded and change (home) on the first, and nothing else does; give "
                + rule.measure().label()
                + " its accounts accordingly, or take `clears` from the account";
    }
}
