package io.tidemark.fog.dashboard;

import io.tidemark.fog.ledger.StockTables;
import io.tidemark.fog.stock.ArticleNames;
import io.tidemark.fog.stock.Goods;
import io.tidemark.fog.stock.Happening;
import io.tidemark.fog.stock.OnHand;
import io.tidemark.fog.stock.StockBook;
import io.tidemark.fog.stock.Worth;
import io.tidemark.ledger.stock.StockStanding;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of the store's goods, gathered for people. Safe for use by several threads. */
public final class StockView {
    private final StockBook book;
    private final ArticleNames names;
    private final StockTables tables;
    private final StoreView view;
    private final Supplier<StockStanding> standing;

    /**
     * @param standing where the last close-down left the goods
     */
    public StockView(
            StockBook book,
            ArticleNames names,
            StockTables tables,
            StoreView view,
            Supplier<StockStanding> standing) {
        this.book = book;
        this.names = names;
        this.tables = tables;
        this.view = view;
        this.standing = standing;
    }

    Goods goods() {
        return names.named(book.goods());
    }

    /** By what goods are valued: the averages of the last close-down. */
    Worth worth() {
        return new Worth(standing.get(), view.facts().currency());
    }

    List<OnHand> of(String plu) {
        return book.of(plu);
    }

    /** The newest first. */
    List<Happening> happened(String plu, LocalDate day) {
        return book.happened(plu, day);
    }

    StockTables.DayTotal day(LocalDate day) {
        return tables.day(day);
    }

    List<StockTables.Flow> flows(LocalDate day) {
        return tables.flows(day);
    }

    List<StockTables.WrongShelf> wrongShelves() {
        return tables.wrongShelves();
    }

    String store() {
        return view.facts().store();
    }

    Around around(boolean laboratory) {
        return new Around(
                view.facts().name(),
                view.facts().store() + " · " + view.gateway().organisation(),
                laboratory);
    }

    LocalDate dayOf(@Nullable String day) {
        return day == null || day.isBlank() ? view.today() : GatewayApi.parsed(day);
    }
}
