package io.tidemark.ledger.closedown;

import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.TallySum;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;

/** Adds up what one operator did. Not safe for use by several threads. */
final class CashierSum {
    private final TallySum tallies;
    private long transactions;
    private long returns;
    private long lines;
    private long noSales;
    private Money gross;
    private Money returned;

    CashierSum(CurrencyCode currency) {
        tallies = new TallySum(currency);
        gross = Money.zero(currency);
        returned = gross;
    }

    void add(Event event) {
        tallies.add(event);
        if (event instanceof NoSale) noSales++;
        if (event instanceof RetailTransaction transaction) add(transaction);
    }

    private void add(RetailTransaction transaction) {
        Money total = transaction.total();
        transactions++;
        lines += transaction.lines().size();
        gross = gross.plus(total);
        if (!(transaction instanceof GoodsReturned)) return;
        returns++;
        returned = returned.plus(total);
    }

    /** What was added up elsewhere. */
    void add(CashierTotal other) {
        tallies.add(other.tallies());
        transactions = Math.addExact(transactions, other.transactions());
        returns = Math.addExact(returns, other.returns());
        lines = Math.addExact(lines, other.lines());
        noSales = Math.addExact(noSales, other.noSales());
        gross = gross.plus(other.gross());
        returned = returned.plus(other.returned());
    }

    boolean hasDoneAnything() {
        return transactions > 0 || noSales > 0 || !tallies.tallies().isEmpty();
    }

    CashierTotal total(String operator) {
        return new CashierTotal(
                operator,
                transactions,
                returns,
                lines,
                noSales,
                gross,
                returned,
                tallies.tallies());
    }
}
