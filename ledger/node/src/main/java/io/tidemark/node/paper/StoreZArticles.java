package io.tidemark.node.paper;

import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was sold of each article: those that took in most, and all others in one line. */
final class StoreZArticles {
    private static final Comparator<ProductTotal> MOST_FIRST =
            Comparator.comparingLong((ProductTotal row) -> row.gross().minor())
                    .reversed()
                    .thenComparing(ProductTotal::key);

    private final Articles articles;
    private final List<ProductTotal> shown;
    private final List<ProductTotal> others;
    private final Map<String, String> names;

    /**
     * @param rows all of them
     */
    StoreZArticles(List<ProductTotal> rows, Articles articles) {
        this.articles = articles;
        List<ProductTotal> goods =
                rows.stream()
                        .filter(row -> row.key().kind() == LineKind.GOODS)
                        .sorted(MOST_FIRST)
                        .toList();
        this.shown = goods.subList(0, Math.min(articles.most(), goods.size()));
        this.others = goods.subList(shown.size(), goods.size());
        this.names =
                shown.isEmpty()
                        ? Map.of()
                        : articles.names()
                                .of(
                                        shown.stream()
                                                .map(ProductTotal::plu)
                                                .collect(Collectors.toSet()));
    }

    Table table(CurrencyCode currency) {
        Table table =
                Table.titled("By product", columns())
                        .noted(note())
                        .rows(shown.stream().map(this::row));
        return others.isEmpty() ? table : table.total(others(currency));
    }

    private Table.Column[] columns() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.text("Article"));
        if (!names.isEmpty()) columns.add(Table.text("Name"));
        columns.add(Table.text("Department"));
        columns.add(Table.figures("Lines"));
        columns.add(Table.figures("Quantity"));
        columns.add(Table.text(""));
        columns.add(Table.figures("Gross"));
        return columns.toArray(Table.Column[]::new);
    }

    private String note() {
        String most =
                others.isEmpty()
                        ? ""
                        : "The " + Written.count(shown.size()) + " that took in most. ";
        return names.isEmpty()
                ? most.strip()
                : most
                        + "Names are those of "
                        + articles.names().source()
                        + ", which the close-down does not carry.";
    }

    private String[] row(ProductTotal row) {
        List<String> cells = new ArrayList<>();
        cells.add(row.plu());
        if (!names.isEmpty()) cells.add(names.getOrDefault(row.plu(), ""));
        cells.add(row.key().department());
        cells.add(Written.count(row.lines()));
        cells.add(Written.quantity(row.thousandths(), row.key().unit()));
        cells.add(Written.unit(row.key().unit()));
        cells.add(Written.figure(row.gross()));
        return cells.toArray(String[]::new);
    }

    private String[] others(CurrencyCode currency) {
        List<String> cells = new ArrayList<>();
        cells.add(Written.count(others.size()) + " others");
        if (!names.isEmpty()) cells.add("");
        cells.add("");
        cells.add(Written.count(others.stream().mapToLong(ProductTotal::lines).sum()));
        cells.add("");
        cells.add("");
        cells.add(Written.figure(Money.sum(currency, others, ProductTotal::gross)));
        return cells.toArray(String[]::new);
    }
}
