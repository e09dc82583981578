package io.tidemark.fog.store;

import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.event.StockValues;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.StoreDayStock;
import io.tidemark.ledger.stock.StockStanding;
import io.tidemark.ledger.stock.StockValuation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures that stand at the end of a store's journal, of a close-down that is yet to come.
 *
 * @param left where it leaves the goods, where whoever made it says so; else it is worked out
 */
record FiguresRead(List<StoreDayFigures> figures, @Nullable StockStanding left) {
    static final FiguresRead NONE = new FiguresRead(List.of(), null);

    FiguresRead {
        figures = List.copyOf(figures);
    }

    boolean isNone() {
        return figures.isEmpty() && left == null;
    }

    FiguresRead and(StoreDayFigures more) {
        return new FiguresRead(Stream.concat(figures.stream(), Stream.of(more)).toList(), left);
    }

    FiguresRead leaving(StockStanding known) {
        return new FiguresRead(figures, known);
    }

    /**
     * Where the close-down that follows leaves the goods. Only its own entries count: before them
     * may stand those of one that a power cut kept from being made.
     */
    StockStanding left(StockStanding before, StoreDayClosed closed) {
        StockStanding known = left;
        if (known != null) return known;
        DayDetails details = closed.details();
        StockValues stock = details == null ? null : details.stock();
        if (details == null || stock == null) return before;
        int own = details.products().parts() + stock.figures().entries();
        List<ProductTotal> products = new ArrayList<>();
        List<StockOfDay> rows = new ArrayList<>();
        for (StoreDayFigures each :
                figures.subList(Math.max(0, figures.size() - own), figures.size())) {
            if (each instanceof StoreDayProducts part) products.addAll(part.rows());
            if (each instanceof StoreDayStock part) rows.addAll(part.rows());
        }
        return StockValuation.of(before, closed.day(), products, rows).after();
    }
}
