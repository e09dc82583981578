package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * The figures of a day, of one till or of a store. The lists are in ascending order of their keys,
 * so that the same day always has the same bytes.
 *
 * @param transactions sales and returns
 * @param returns how many of them were returns
 * @param lines lines of both
 * @param noSales drawers opened without a sale
 * @param gross the signed sum of line amounts, tax included, returns subtracted
 * @param returned the part of it that returns took off: zero or negative, unless exchanged upwards
 * @param tax the signed sum of stored line tax
 */
public record Totals(
        long transactions,
        long returns,
        long lines,
        long noSales,
        Money gross,
        Money returned,
        Money tax,
        List<TaxTotal> taxes,
        List<TenderAccount> tenders,
        List<DepartmentTotal> departments) {
    /** Departments, tax categories or tenders of one day. */
    public static final int KEYS_MAX = 10_000;

    private static final int FIELDS = 11;

    public Totals {
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
        departments = List.copyOf(departments);
        Items.atMost(departments.size(), KEYS_MAX, "departments");
        Items.atMost(taxes.size(), KEYS_MAX, "tax categories");
        Items.atMost(tenders.size(), KEYS_MAX, "tenders");
    }

    public static Totals none(CurrencyCode currency) {
        return new TotalsSum(currency).totals();
    }

    /** Of several tills together, which all have the store's currency. */
    public static Totals sum(CurrencyCode currency, List<Totals> parts) {
        TotalsSum sum = new TotalsSum(currency);
        parts.forEach(sum::add);
        return sum.totals();
    }

    public CurrencyCode currency() {
        return gross.currency();
    }

    public Money net() {
        return gross.minus(tax);
    }

    /**
     * The array [currency, transactions, returns, lines, no sales, gross, returned, tax, taxes,
     * tenders, departments].
     */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(currency().code());
        writer.integer(transactions).integer(returns).integer(lines).integer(noSales);
        writer.integer(gross.minor()).integer(returned.minor()).integer(tax.minor());
        writer.list(taxes, TaxTotal::writeTo)
                .list(tenders, TenderAccount::writeTo)
                .list(departments, DepartmentTotal::writeTo);
    }

    static Totals readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () -> {
                    CurrencyCode currency = Items.currency(reader);
                    return new Totals(
                            reader.integer(),
                            reader.integer(),
                            reader.integer(),
                            reader.integer(),
                            Items.minor(currency, reader),
                            Items.minor(currency, reader),
                            Items.minor(currency, reader),
                            reader.list(KEYS_MAX, () -> TaxTotal.readFrom(currency, reader)),
                            reader.list(KEYS_MAX, () -> TenderAccount.readFrom(currency, reader)),
                            reader.list(
                                    KEYS_MAX, () -> DepartmentTotal.readFrom(currency, reader)));
                });
    }
}
