package io.tidemark.fog;

import io.tidemark.fog.closedown.Refold;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.closedown.ProductParts;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.home.Verification.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the entries with each close-down's articles against what it says of them. They are no part
 * of it, so folding it again does not look at them. Those of an earlier life of the gateway stand
 * in a journal that head office keeps, and checks.
 */
record ArticlesCheck(StoreJournal store, Refold refold) {
    Check check() {
        StoreState state = store.state();
        int parts = 0;
        List<String> wrong = new ArrayList<>();
        for (StoreDayClosed closed : state.history().closed()) {
            Optional<ProductParts> found = state.filed(closed).flatMap(store::parts);
            parts += found.map(each -> each.parts().size()).orElse(0);
            found.filter(each -> each.fault().isPresent())
                    .ifPresent(each -> wrong.add(told(each, state)));
        }
        String what =
                "articles of close-downs, "
                        + parts
                        + (parts == 1 ? " entry" : " entries")
                        + " of them";
        return wrong.isEmpty() ? Check.sound(what) : Check.wrong(what, String.join(". ", wrong));
    }

    private String told(ProductParts found, StoreState state) {
        StoreDayClosed closed = found.closed();
        return closed.label() + ": " + found.fault(refold.products(closed, state)).orElseThrow();
    }
}
