package io.tidemark.fog.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Quantity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefoldBehindPrunedDaysTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T18:00:00Z"), ZoneOffset.UTC);

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryTill till = store.till("till-1");

    @Test
    void where_pruned_days_left_the_goods_is_asked_once_behind_all_of_them() {
        List<Integer> asked = new ArrayList<>();
        try (LaboratoryGateway gateway = new LaboratoryGateway(store, directory, CLOCK)) {
            for (int i = 0; i < 4; i++) closes(DAY.plusDays(i), gateway);
            Journal journal = gateway.journals.of(till.journal()).orElseThrow().journal();
            journal.prune(1, new Pruning(DAY.plusDays(40), 35));
            journal.prune(2, new Pruning(DAY.plusDays(40), 35));

            Refold refold =
                    new Refold(
                            gateway.journals.all(),
                            closeDowns -> {
                                asked.add(closeDowns);
                                return gateway.storeJournal.stockAfter(closeDowns);
                            });

            assertThat(refold.differences(gateway.storeJournal.state())).isEmpty();
            assertThat(refold.pruned(gateway.storeJournal.state())).isEqualTo(2);
        }
        assertThat(asked).containsExactly(2);
    }

    private void closes(LocalDate day, LaboratoryGateway gateway) {
        StockLine tea =
                new StockLine(
                        "TEA",
                        null,
                        "Tea",
                        "D1",
                        Quantity.pieces(10),
                        new Money(20_00, LaboratoryStore.GBP));
        gateway.receives(
                till.opens(day)
                        .record(new StockMoved(StockMoved.Kind.DELIVERY, "", "", "", List.of(tea)))
                        .closesDay());
        gateway.closed(day);
        gateway.seals();
    }
}
