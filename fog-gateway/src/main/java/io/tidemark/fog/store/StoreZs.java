package io.tidemark.fog.store;

import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.paper.PrintedZ;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Close-downs as they are printed, with what the store's journal says around them. */
public final class StoreZs {
    private final StoreState state;
    private final Function<StoreState.Filed, List<ProductTotal>> products;

    /**
     * @param products the articles' figures of a close-down, as far as they are wanted
     */
    public StoreZs(StoreState state, Function<StoreState.Filed, List<ProductTotal>> products) {
        this.state = state;
        this.products = products;
    }

    /** The store Z of the day and its supplements, in order. */
    public List<PrintedZ> of(LocalDate day) {
        return PrintedZ.ofDay(state.history().of(day).stream().map(this::filed).toList());
    }

    private PrintedZ.Filed filed(StoreDayClosed closed) {
        Optional<StoreState.Filed> filed = state.filed(closed);
        return new PrintedZ.Filed(
                closed,
                new PrintedZ.Made(
                        filed.map(each -> each.header().at()),
                        filed.map(each -> each.header().operator()).orElse(""),
                        state.authority(closed)),
                filed.map(products).orElse(List.of()));
    }
}
