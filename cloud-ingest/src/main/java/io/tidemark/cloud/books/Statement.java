package io.tidemark.cloud.books;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What was posted to an account in one currency, a page of it.
 *
 * @param opening the balance before the first of these lines
 * @param next the close-down after which the next page goes on; empty on the last
 */
public record Statement(
        Account account,
        CurrencyCode currency,
        Money opening,
        List<Line> lines,
        Optional<CloseDownRef> next) {
    public Statement {
        lines = List.copyOf(lines);
    }

    /**
     * @param balance of the account after this line
     */
    public record Line(CloseDownRef of, int rules, PostingLine line, Money balance) {}

    public Money closing() {
        return lines.isEmpty() ? opening : lines.getLast().balance();
    }
}
