package io.tidemark.cloud.headoffice;

import io.tidemark.cloud.ledger.FiledCloseDown;
import io.tidemark.cloud.ledger.StoreZ;
import io.tidemark.ledger.closedown.ProductParts;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.journal.Journal;
import java.util.List;
import java.util.Optional;

/**
 * The articles of one close-down, read from the store's journal, in which they stand just before
 * it.
 *
 * @param rows none where they do not agree with what the close-down says of them
 * @param fault in which they do not
 */
record FiledArticles(List<ProductTotal> rows, Optional<String> fault) {
    FiledArticles {
        rows = List.copyOf(rows);
    }

    /**
     * @param journals all that head office keeps
     */
    static FiledArticles of(StoreZ z, List<Journal> journals) {
        FiledCloseDown.Source source = z.filed().source();
        ProductParts parts =
                journals.stream()
                        .filter(journal -> journal.id().node().store().equals(z.store()))
                        .filter(journal -> journal.id().epoch() == source.epoch())
                        .filter(journal -> source.sequence() <= journal.forced().sequence())
                        .filter(journal -> journal.hashAt(source.sequence()).equals(source.hash()))
                        .findFirst()
                        .map(journal ->
                                ProductParts.before(source.sequence(), z.closed(), journal::replay))
                        .orElseGet(() -> new ProductParts(z.closed(), List.of()));
        Optional<String> fault = parts.fault();
        return new FiledArticles(fault.isPresent() ? List.of() : parts.rows(), fault);
    }
}
