package io.tidemark.fog.columns;

import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import java.util.ArrayList;
import java.util.List;

/** What one device's columns come to. Not safe for use by several threads. */
final class TillSums {
    private static final int UNITS = Unit.values().length;
    private static final int SALES = 3;
    private static final int ACCOUNT = 5;
    private static final int STOCK = 3;

    private final CurrencyCode currency;
    private final StoreSums.Sizes names;

    private final long[] sales;
    private final long[] accounts;
    private final long[] stock = new long[STOCK * 2 * UNITS];
    private final long[] tallyCounts;
    private final long[] tallyAmounts;
    private long transactions;
    private long returns;
    private long lines;
    private long gross;
    private long returned;
    private long tax;

    TillSums(CurrencyCode currency, StoreSums.Sizes names) {
        this.currency = currency;
        this.names = names;
        this.sales = new long[SALES * names.sales().size()];
        this.accounts = new long[ACCOUNT * names.accounts().size()];
        this.tallyCounts = new long[names.tallies().size()];
        this.tallyAmounts = new long[names.tallies().size()];
    }

    /** For each product: where its goods are added up, below zero where it is none. */
    static int[] stockCells(List<ProductTotal.Key> products) {
        return products.stream()
                .mapToInt(key -> key.kind().isGoods() ? STOCK * 2 * key.unit().ordinal() : -1)
                .toArray();
    }

    void receipt(int back, int itsLines, long total, long takenBack) {
        transactions++;
        returns += back;
        lines += itsLines;
        gross += total;
        returned += takenBack;
    }

    /**
     * @param products of all devices, for which each line counts, too
     */
    void lines(Rows rows, long[] products) {
        int[] product = rows.column(0);
        int[] key = rows.column(1);
        int[] quantity = rows.column(2);
        int[] grosses = rows.column(3);
        int[] taxes = rows.column(4);
        int[] cost = rows.column(5);
        int[] stockCells = names.stockCells();
        int count = rows.count();
        for (int i = 0; i < count; i++) {
            int amount = grosses[i];
            int taxed = taxes[i];
            int goods = quantity[i];
            int what = StoreSums.PRODUCT * product[i];
            products[what]++;
            products[what + 1] += goods;
            products[what + 2] += amount;
            products[what + 3] += taxed;
            products[what + 4] += cost[i];
            int where = SALES * key[i];
            sales[where]++;
            sales[where + 1] += amount;
            sales[where + 2] += taxed;
            tax += taxed;
            int cell = stockCells[product[i]];
            if (cell >= 0) moved(cell, goods, cost[i]);
        }
    }

    /** Goods that come back are their own flow, in which what came back is above zero. */
    private void moved(int cell, int goods, int cost) {
        int at = goods < 0 ? cell + STOCK : cell;
        stock[at]++;
        stock[at + 1] += goods < 0 ? -goods : goods;
        stock[at + 2] += goods < 0 ? -cost : cost;
    }

    void tenders(Rows rows) {
        while (rows.next()) {
            int[] account = rows.column(0);
            int[] amounts = rows.column(1);
            int[] bases = rows.column(2);
            for (int i = 0; i < rows.count(); i++) {
                int at = ACCOUNT * account[i];
                int amount = amounts[i];
                accounts[at]++;
                accounts[at + 1] += bases[i];
                if (amount < 0) accounts[at + 3] -= amount;
                else accounts[at + 2] += amount;
            }
        }
    }

    void changes(Rows rows) {
        while (rows.next()) {
            int[] account = rows.column(0);
            int[] change = rows.column(1);
            for (int i = 0; i < rows.count(); i++) {
                int at = ACCOUNT * account[i];
                accounts[at]++;
                accounts[at + 1] -= change[i];
                accounts[at + 4] += change[i];
            }
        }
    }

    /**
     * @param counts of all devices by operator and kind, for which each counts, too
     */
    void tallies(Rows rows, long[] counts, long[] amounts) {
        while (rows.next()) {
            int[] operator = rows.column(0);
            int[] kinds = rows.column(1);
            int[] count = rows.column(2);
            int[] amount = rows.column(3);
            for (int i = 0; i < rows.count(); i++) {
                int kind = kinds[i];
                int where = operator[i] * tallyCounts.length + kind;
                tallyCounts[kind] += count[i];
                tallyAmounts[kind] += amount[i];
                counts[where] += count[i];
                amounts[where] += amount[i];
            }
        }
    }

    Totals totals() {
        return new Totals(
                transactions,
                returns,
                lines,
                0,
                money(gross),
                money(returned),
                money(tax),
                tenders(),
                sales(),
                tallies(),
                stock());
    }

    private List<TenderAccount> tenders() {
        List<TenderAccount> told = new ArrayList<>();
        for (int i = 0; i < names.accounts().size(); i++) {
            int at = ACCOUNT * i;
            if (accounts[at] == 0) continue;
            DayNames.Account account = names.accounts().get(i);
            CurrencyCode own = account.currency();
            Money zero = Money.zero(own);
            told.add(
                    new TenderAccount(
                            account.type(),
                            money(accounts[at + 1]),
                            zero,
                            new Money(accounts[at + 2], own),
                            new Money(accounts[at + 3], own),
                            new Money(accounts[at + 4], own),
                            zero,
                            zero,
                            zero,
                            null));
        }
        return told;
    }

    private List<SalesTotal> sales() {
        List<SalesTotal> told = new ArrayList<>();
        for (int i = 0; i < names.sales().size(); i++) {
            int at = SALES * i;
            DayNames.Sales key = names.sales().get(i);
            if (sales[at] > 0)
                told.add(
                        new SalesTotal(
                                key.kind(),
                                key.department(),
                                key.category(),
                                sales[at],
                                money(sales[at + 1]),
                                money(sales[at + 2])));
        }
        return told;
    }

    private List<Tally> tallies() {
        List<Tally> told = new ArrayList<>();
        for (int i = 0; i < tallyCounts.length; i++)
            if (tallyCounts[i] > 0)
                told.add(new Tally(names.tallies().get(i), tallyCounts[i], money(tallyAmounts[i])));
        return told;
    }

    private List<StockTotal> stock() {
        List<StockTotal> told = new ArrayList<>();
        for (int i = 0; i < 2 * UNITS; i++) {
            int at = STOCK * i;
            if (stock[at] > 0)
                told.add(
                        new StockTotal(
                                i % 2 == 0 ? StockFlow.SOLD : StockFlow.RETURNED,
                                Unit.values()[i / 2],
                                stock[at],
                                stock[at + 1],
                                money(stock[at + 2])));
        }
        return told;
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }
}
