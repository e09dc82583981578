package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GBP;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.StoreDayProducts;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Journals in memory, folded and closed as a gateway does it with those on its disk. */
final class ChainFold {
    private ChainFold() {}

    static DeviceDayFold of(TestChain chain, LocalDate day, StoreHistory history) {
        return chain.shownTo(unfed(chain, day, history));
    }

    /** That has seen nothing of it yet. */
    static DeviceDayFold unfed(TestChain chain, LocalDate day, StoreHistory history) {
        JournalId id = chain.journal();
        return new DeviceDayFold(id, "W1", day, history.takenUpTo(day, id), GBP);
    }

    static CloseDown.Folded closed(List<TestChain> tills) {
        return closed(StoreHistory.none(GBP), tills);
    }

    static CloseDown.Folded closed(StoreHistory history, List<TestChain> tills) {
        return closed(history, DAY, tills);
    }

    static CloseDown.Folded closed(StoreHistory history, LocalDate day, List<TestChain> tills) {
        return CloseDown.fold(
                day, history, tills.stream().map(till -> of(till, day, history)).toList(), 3);
    }

    static DayDetails details(CloseDown.Folded day) {
        return Objects.requireNonNull(day.closed().details());
    }

    static List<ProductTotal> rows(CloseDown.Folded day) {
        return day.products().stream().map(StoreDayProducts::rows).flatMap(List::stream).toList();
    }
}
