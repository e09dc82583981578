package io.tidemark.ledger.closedown;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovementLogTest {
    private static final StockItem CANDLE = new StockItem("CANDLE", Unit.PIECE);
    private static final StockItem TEA = new StockItem("TEA", Unit.PIECE);

    private final MovementLog log = new MovementLog();

    private record Moved(StockItem item, long sequence, long millis, long thousandths) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 3_000})
    void each_movement_is_told_with_its_entry_however_many_there_are(int receipts) {
        Random random = new Random(receipts);
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < receipts; i++) {
            log.entry(3L * i + 1, 1_000L * i);
            for (int lines = random.nextInt(4); lines > 0; lines--) {
                moved.add(new Moved(CANDLE, 3L * i + 1, 1_000L * i, -random.nextInt(9_000)));
                log.moved(CANDLE, moved.getLast().thousandths());
                log.moved(TEA, -1_000);
            }
        }

        assertThat(shown(Set.of(CANDLE))).isEqualTo(moved);
    }

    @Test
    void quantities_beyond_32_bits_are_told_as_they_were() {
        long[] quantities = {
            1, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, Integer.MIN_VALUE, -9_000_000_000_000L, -1
        };
        log.entry(1, 0);
        for (long quantity : quantities) log.moved(TEA, quantity);

        assertThat(shown(Set.of(TEA)).stream().mapToLong(Moved::thousandths).toArray())
                .containsExactly(quantities);
    }

    private List<Moved> shown(Set<StockItem> items) {
        List<Moved> shown = new ArrayList<>();
        log.show(
                items,
                (item, sequence, millis, thousandths) ->
                        shown.add(new Moved(item, sequence, millis, thousandths)));
        return shown;
    }
}
