package io.tidemark.fog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.stock.StockStanding;
import io.tidemark.node.home.Verification.Check;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entries that have a close-down's articles, which folding it again does not look at. */
class ArticlesCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryTill till =
            store.till("till-1").opens(DAY).sells("2.50").sells("7.00").closesDay();

    @Test
    void what_stands_before_a_close_down_is_what_it_says() {
        try (LaboratoryGateway gateway = gateway("a")) {
            gateway.closed(DAY);

            assertThat(check(gateway).wrong()).isEmpty();
            assertThat(check(gateway).what()).contains("1 entry of them");
        }
    }

    @Test
    void a_figure_that_differs_is_told_with_its_part_its_article_and_both_values() {
        StoreDayClosed closed;
        List<ProductTotal> rows;
        try (LaboratoryGateway gateway = gateway("a")) {
            closed = gateway.closed(DAY);
            StoreState.Filed filed = gateway.storeJournal.state().filed(closed).orElseThrow();
            rows = gateway.storeJournal.products(filed);
        }

        try (LaboratoryGateway gateway = gateway("b")) {
            gateway.records(
                    new CloseDown.Folded(closed, List.of(altered(rows)), StockStanding.NONE));

            assertThat(check(gateway).wrong())
                    .hasValueSatisfying(why ->
                            assertThat(why)
                                    .contains("Z 1 of 2026-11-20")
                                    .contains("part 1 says article " + rows.getFirst().plu())
                                    .contains(rows.getFirst().gross().toString()));
        }
    }

    private LaboratoryGateway gateway(String name) {
        LaboratoryGateway gateway = new LaboratoryGateway(store, directory.resolve(name), DAY);
        gateway.receives(till);
        return gateway;
    }

    private static StoreDayProducts altered(List<ProductTotal> rows) {
        ProductTotal first = rows.getFirst();
        Money more = first.gross().plus(new Money(1, LaboratoryStore.GBP));
        ProductTotal other =
                new ProductTotal(
                        first.key(), first.lines(), first.thousandths(), more, first.tax());
        List<ProductTotal> all = rows.stream().map(row -> row.equals(first) ? other : row).toList();
        return new StoreDayProducts(DAY, 0, 1, LaboratoryStore.GBP, all);
    }

    private static Check check(LaboratoryGateway gateway) {
        return new ArticlesCheck(gateway.storeJournal, new Refold(gateway.journals.all())).check();
    }
}
