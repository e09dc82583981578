package io.tidemark.cloud.books;

import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one close-down does to the books: in each currency debits and credits are equal.
 *
 * @param rules the version of the rules it was posted by
 * @param lines without accounts that only lead through and came to zero
 */
public record Posting(CloseDownRef of, int rules, List<PostingLine> lines) {
    public Posting {
        lines = List.copyOf(lines);
        Map<String, Money> sums = sums(lines);
        if (sums.values().stream().anyMatch(sum -> !sum.isZero()))
            throw new IllegalStateException("the posting of " + of + " is off by " + sums);
    }

    public static Posting of(CloseDownRef closeDown, List<Measured> measured, RuleSet rules) {
        List<PostingLine> lines = new ArrayList<>();
        Through through = new Through();
        List<Measured> inOrder =
                measured.stream().sorted(Comparator.comparing(Measured::measure)).toList();
        for (Measured each : inOrder)
            for (PostingLine line : rules.lines(each))
                if (line.account().clears()) through.add(line);
                else lines.add(line);
        lines.addAll(through.left());
        return new Posting(closeDown, rules.version(), lines);
    }

    /** Lines that stand on accounts which should have come to zero: the posting is off. */
    public List<PostingLine> uncleared() {
        return lines.stream().filter(line -> line.account().clears()).toList();
    }

    public boolean moves(Account account) {
        return lines.stream().anyMatch(line -> line.account().code().equals(account.code()));
    }

    /** Per currency; credits are the same. */
    public Map<String, Money> debits() {
        Map<String, Money> debits = new TreeMap<>();
        for (PostingLine line : lines)
            if (!line.amount().isNegative())
                debits.merge(line.amount().currency().code(), line.amount(), Money::plus);
        return debits;
    }

    private static Map<String, Money> sums(List<PostingLine> lines) {
        Map<String, Money> sums = new TreeMap<>();
        for (PostingLine line : lines)
            sums.merge(line.amount().currency().code(), line.amount(), Money::plus);
        return sums;
    }

    /** Accounts that only lead through. */
    private static final class Through {
        private final Map<String, PostingLine> sums = new TreeMap<>();

        void add(PostingLine line) {
            sums.merge(
                    line.account().code() + " " + line.amount().currency(),
                    line,
                    (a, b) ->
                            new PostingLine(
                                    a.measure(),
                                    a.account(),
                                    a.detail(),
                                    a.amount().plus(b.amount())));
        }

        List<PostingLine> left() {
            return sums.values().stream().filter(line -> !line.amount().isZero()).toList();
        }
    }
}
