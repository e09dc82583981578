package io.tidemark.fog.stock;

import static io.tidemark.fog.LaboratoryStore.GBP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import io.tidemark.ledger.stock.StockStanding;
import io.tidemark.ledger.stock.StockValuation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorthTest {
    private static final StockItem TEA = new StockItem("TEA", Unit.PIECE);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void goods_are_worth_the_average_that_the_last_close_down_left_also_what_is_lacking() {
        Worth worth = new Worth(after(StockStanding.NONE, StockFlow.DELIVERY, 3_000), GBP);

        assertThat(worth.average(TEA)).contains(new BigDecimal("3.333333"));
        assertThat(worth.of(TEA, 3_000)).contains(new Money(10_00, GBP));
        assertThat(worth.of(TEA, -2_000)).contains(new Money(-6_67, GBP));
        assertThat(worth.of(new StockItem("MILK", Unit.PIECE), 1_000)).isEmpty();
        assertThat(worth.atLastCloseDown()).isEqualTo(new Money(10_00, GBP));
    }

    @Test
    void what_is_all_gone_is_valued_by_what_it_cost_while_it_was_there() {
        StockStanding there = after(StockStanding.NONE, StockFlow.DELIVERY, 3_000);

        Worth worth = new Worth(after(there, StockFlow.WASTE, 3_000), GBP);

        assertThat(worth.atLastCloseDown()).isEqualTo(new Money(0, GBP));
        assertThat(worth.average(TEA)).contains(new BigDecimal("3.333333"));
    }

    private static StockStanding after(StockStanding before, StockFlow flow, long thousandths) {
        StockOfDay.Part part = new StockOfDay.Part(flow, thousandths, new Money(10_00, GBP));
        StockOfDay row = new StockOfDay(TEA, List.of(part), null, 0);
        return StockValuation.of(before, DAY, List.of(), List.of(row)).after();
    }
}
