package io.tidemark.ledger.closedown;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The articles' figures of a close-down, in the entries that stand just before it, held against
 * what it says of them. Whoever keeps the store's journal has both.
 *
 * @param parts as they were found, in the journal's order
 */
public record ProductParts(StoreDayClosed closed, List<StoreDayProducts> parts) {
    /** Of one figure of an article, whichever sign: what a store can come to in a day. */
    private static final long FIGURE_MAX = Limits.DEVICES_MAX * Limits.DAY_MINOR_MAX;

    public ProductParts {
        parts = List.copyOf(parts);
    }

    /**
     * Reads them. What stands there and is no such entry, or cannot be read, is left out, and so is
     * told by {@link #fault()}.
     *
     * @param sequence of the close-down in its journal
     */
    public static ProductParts before(
            long sequence, StoreDayClosed closed, DayRepeats.Entries journal) {
        long parts = expected(closed);
        List<StoreDayProducts> found = new ArrayList<>();
        if (parts > 0 && parts < sequence)
            journal.replay(sequence - parts, sequence - 1, keeping(found));
        return new ProductParts(closed, found);
    }

    private static EntryVisitor keeping(List<StoreDayProducts> found) {
        return (_, _, entry) -> {
            try {
                if (EntryCodec.decode(entry).event() instanceof StoreDayProducts part)
                    found.add(part);
            } catch (Malformed unreadable) {
                // It is then one part short, which is what there is to tell of it.
            }
        };
    }

    private static int expected(StoreDayClosed closed) {
        DayDetails details = closed.details();
        return details == null ? 0 : details.products().parts();
    }

    /** All of them, ascending by key. */
    public List<ProductTotal> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** The first thing in which they are not what the close-down says; empty if they are. */
    public Optional<String> fault() {
        DayDetails details = closed.details();
        if (details == null) return Optional.empty();
        ProductTable table = details.products();
        if (parts.size() != table.parts())
            return Optional.of(
                    parts.size() + " entries have its articles, where it says " + table.parts());
        for (int i = 0; i < parts.size(); i++)
            if (!isPart(i + 1, parts.get(i)))
                return Optional.of(
                        "part " + (i + 1) + " of its articles is of another close-down or place");
        List<ProductTotal> rows = rows();
        if (rows.size() != table.rows())
            return Optional.of(
                    "its entries have " + rows.size() + " articles, where it says " + table.rows());
        Optional<String> wrong = order(rows).or(() -> beyond(rows));
        if (wrong.isPresent()) return wrong;
        return ProductTable.of(rows).digest().equals(table.digest())
                ? sums(rows)
                : Optional.of("its articles' figures have another digest than it says");
    }

    private Optional<String> sums(List<ProductTotal> rows) {
        CurrencyCode currency = closed.currency();
        Money gross = Money.sum(currency, rows, ProductTotal::gross);
        Money tax = Money.sum(currency, rows, ProductTotal::tax);
        Totals totals = closed.totals();
        return gross.equals(totals.gross()) && tax.equals(totals.tax())
                ? Optional.empty()
                : Optional.of(
                        "its articles come to "
                                + gross
                                + " with VAT of "
                                + tax
                                + ", where it says "
                                + totals.gross()
                                + " and "
                                + totals.tax());
    }

    /**
     * The same, and where the figures differ in which part and article.
     *
     * @param folded the parts as the receipts give them
     */
    public Optional<String> fault(List<StoreDayProducts> folded) {
        return fault().map(why -> other(folded).map(where -> why + ": " + where).orElse(why));
    }

    private Optional<String> other(List<StoreDayProducts> folded) {
        for (int i = 0; i < Math.min(parts.size(), folded.size()); i++) {
            List<ProductTotal> told = parts.get(i).rows();
            List<ProductTotal> right = folded.get(i).rows();
            for (int row = 0; row < Math.min(told.size(), right.size()); row++)
                if (!told.get(row).equals(right.get(row)))
                    return Optional.of(
                            "part "
                                    + (i + 1)
                                    + " says "
                                    + words(told.get(row))
                                    + ", where the journals give "
                                    + words(right.get(row)));
        }
        return Optional.empty();
    }

    private static String words(ProductTotal row) {
        return "article "
                + row.plu()
                + " in "
                + row.lines()
                + " lines for "
                + row.gross()
                + " with VAT of "
                + row.tax();
    }

    private boolean isPart(int number, StoreDayProducts part) {
        return part.part() == number
                && part.day().equals(closed.day())
                && part.supplement() == closed.supplement()
                && part.currency().equals(closed.currency());
    }

    private static Optional<String> order(List<ProductTotal> rows) {
        for (int i = 1; i < rows.size(); i++)
            if (rows.get(i - 1).key().compareTo(rows.get(i).key()) >= 0)
                return Optional.of(
                        "article " + rows.get(i).plu() + " is out of order, or told twice");
        return Optional.empty();
    }

    /** So that whatever is added up of them stays within 63 bits. */
    private static Optional<String> beyond(List<ProductTotal> rows) {
        long together = 0;
        for (ProductTotal row : rows) {
            long largest = figures(row).map(ProductParts::size).max().orElse(0);
            if (largest > FIGURE_MAX || together > Long.MAX_VALUE - largest)
                return Optional.of(
                        "article " + row.plu() + " is told of with more than a store can come to");
            together += largest;
        }
        return Optional.empty();
    }

    private static LongStream figures(ProductTotal row) {
        return LongStream.of(
                row.lines(),
                row.thousandths(),
                row.gross().minor(),
                row.tax().minor(),
                row.cost().minor());
    }

    private static long size(long figure) {
        return figure == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(figure);
    }
}
