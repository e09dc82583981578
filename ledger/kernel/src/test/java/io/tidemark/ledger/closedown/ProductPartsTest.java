package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProductPartsTest {
    private static final CloseDown.Folded CLOSED = closed();
    private static final StoreDayProducts PART = CLOSED.products().getFirst();
    private static final Hash HASH = Hash.digest(new byte[0]);

    @Test
    void the_entries_before_a_close_down_are_its_articles() {
        List<EntryBytes> journal = new ArrayList<>();
        journal.add(TestShop.entry(CLOSED.closed(), 0));
        CLOSED.products().forEach(part -> journal.add(TestShop.entry(part, 0)));

        ProductParts read =
                ProductParts.before(
                        journal.size() + 1L,
                        CLOSED.closed(),
                        (from, to, visitor) -> {
                            for (long at = from; at <= to; at++)
                                visitor.entry(at, HASH, journal.get((int) at - 1));
                        });

        assertThat(read.parts()).isEqualTo(CLOSED.products());
        assertThat(read.fault()).isEmpty();
        assertThat(read.fault(CLOSED.products())).isEmpty();
    }

    @Test
    void an_amount_that_differs_is_told_with_its_part_and_article() {
        ProductTotal first = PART.rows().getFirst();

        assertThat(fault(rows -> with(rows, first, first.gross().plus(gbp(1)))))
                .contains("another digest")
                .contains("part 1 says article " + first.plu())
                .contains(first.gross().toString());
    }

    @Test
    void rows_that_are_missing_shuffled_or_of_another_day_are_told() {
        assertThat(fault(rows -> rows.subList(1, rows.size()))).contains("articles, where it says");
        assertThat(fault(ProductPartsTest::reversed)).contains("out of order");
        assertThat(new ProductParts(CLOSED.closed(), List.of()).fault())
                .hasValueSatisfying(why -> assertThat(why).startsWith("0 entries"));
        assertThat(
                        new ProductParts(
                                        CLOSED.closed(),
                                        List.of(
                                                new StoreDayProducts(
                                                        DAY.plusDays(1), 0, 1, GBP, PART.rows())))
                                .fault())
                .hasValueSatisfying(why -> assertThat(why).contains("another close-down"));
    }

    @Test
    void a_figure_that_no_store_comes_to_is_told_before_anything_is_added_up() {
        ProductTotal first = PART.rows().getFirst();

        assertThat(fault(rows -> with(rows, first, gbp(Long.MIN_VALUE))))
                .contains("more than a store can come to");
    }

    private static String fault(UnaryOperator<List<ProductTotal>> change) {
        StoreDayProducts changed =
                new StoreDayProducts(
                        PART.day(),
                        PART.supplement(),
                        PART.part(),
                        PART.currency(),
                        change.apply(PART.rows()));
        return new ProductParts(CLOSED.closed(), List.of(changed))
                .fault(CLOSED.products())
                .orElseThrow();
    }

    private static List<ProductTotal> with(List<ProductTotal> rows, ProductTotal one, Money gross) {
        return rows.stream()
                .map(row ->
                        row.equals(one)
                                ? new ProductTotal(
                                        row.key(), row.lines(), row.thousandths(), gross, row.tax())
                                : row)
                .toList();
    }

    private static List<ProductTotal> reversed(List<ProductTotal> rows) {
        List<ProductTotal> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return reversed;
    }

    private static CloseDown.Folded closed() {
        return ChainFold.closed(new RandomDay(7).tills());
    }
}
