package io.tidemark.cloud.books;

import io.tidemark.ledger.Hash;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One version of the rules.
 *
 * @param version from 1; every posting names it
 * @param from the first business day that is posted by it
 * @param rules in order: the first that fits says what is posted
 */
public record RuleSet(int version, LocalDate from, Map<String, Account> chart, List<Rule> rules) {
    public RuleSet {
        chart = Map.copyOf(chart);
        rules = List.copyOf(rules);
    }

    /**
     * Tells one text of a version from another that posts otherwise; what accounts are called makes
     * no difference.
     */
    String digest() {
        return digest(rules);
    }

    /** Of what it says of measures that there were from the start. */
    String digestBefore() {
        return digest(rules.stream().filter(rule -> !rule.measure().cameLater()).toList());
    }

    private String digest(List<Rule> some) {
        return Hash.digest(says(some).getBytes(StandardCharsets.UTF_8)).hex();
    }

    private String says(List<Rule> some) {
        StringBuilder says = new StringBuilder().append(version).append('\n');
        for (Rule rule : some) {
            says.append(rule.says()).append('\n');
            rule.pair()
                    .ifPresent(pair -> {
                        says.append(account(pair.debit()).says()).append('\n');
                        says.append(account(pair.credit()).says()).append('\n');
                    });
        }
        return says.toString();
    }

    /** The lines of an amount: none, or a debit and a credit of it. */
    List<PostingLine> lines(Measured measured) {
        List<PostingLine> lines = new ArrayList<>(2);
        matching(measured)
                .pair()
                .ifPresent(pair -> {
                    lines.add(line(pair.debit(), measured, false));
                    lines.add(line(pair.credit(), measured, true));
                });
        return lines;
    }

    private PostingLine line(String code, Measured measured, boolean credit) {
        Account account = account(code);
        return new PostingLine(
                measured.measure(),
                account,
                account.detail(measured.facets()),
                credit ? measured.amount().negated() : measured.amount());
    }

    Account account(String code) {
        Account account = chart.get(code);
        if (account == null)
            throw new IllegalStateException(
                    "rules were checked, and account " + code + " is not there");
        return account;
    }

    private Rule matching(Measured measured) {
        return rules.stream()
                .filter(rule -> rule.fits(measured))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "rules were checked, and none is for " + measured));
    }
}
