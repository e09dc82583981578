package io.tidemark.fog.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreDayProducts;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockStanding;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnormousDayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int ARTICLES = 120_000;
    private static final StoreJournal.Asked ASKED =
            new StoreJournal.Asked(new CommandId(new UUID(1, 2)), 7, "Ann");

    private final LaboratoryStore store = new LaboratoryStore("till-1");
    @AutoClose private LaboratoryGateway gateway;

    EnormousDayTest(@TempDir Path directory) {
        gateway = new LaboratoryGateway(store, directory, DAY.plusDays(1));
    }

    @Test
    void a_day_of_more_articles_than_wait_for_one_force_is_closed_whole() {
        CloseDown.Folded folded = folded();
        Prepared.Ready ready =
                (Prepared.Ready) gateway.storeJournal.prepare(ASKED, folded, Optional.empty());
        assertThat(ready.bytes()).isGreaterThan(Journal.PENDING_BYTES_MAX);

        gateway.stepped(
                gateway.writer.submit(group -> {
                    gateway.storeJournal.close(ready, group);
                    return true;
                }));
        gateway = gateway.reopened();

        StoreState state = gateway.storeJournal.state();
        assertThat(state.history().closed()).containsExactly(folded.closed());
        assertThat(state.isLogSigned()).isTrue();
        StoreState.Filed filed = state.filed(folded.closed()).orElseThrow();
        assertThat(gateway.storeJournal.products(filed)).hasSize(ARTICLES);
    }

    @Test
    void a_close_down_that_no_entry_can_hold_is_refused_before_anything_is_written() {
        StoreDayClosed plain = ofTheDay();
        Totals tenders = tenders(plain.totals());
        List<TillDay> tills = IntStream.range(1, 10).mapToObj(till -> part(till, tenders)).toList();
        StoreDayClosed beyond = plain.with(tills, tenders);

        Prepared refused =
                gateway.storeJournal.prepare(
                        ASKED,
                        new CloseDown.Folded(beyond, List.of(), StockStanding.NONE),
                        Optional.empty());

        assertThat(refused).isInstanceOf(Prepared.TooLarge.class);
        assertThat(((Prepared.TooLarge) refused).why())
                .startsWith("the close-down of 2026-11-20 would take ")
                .contains(" bytes in one entry, which holds 4194304, since its tills name too many")
                .doesNotContain("basket");
        assertThat(gateway.storeJournal.journal().head().sequence()).isZero();
    }

    private static TillDay part(int till, Totals totals) {
        return new TillDay(
                "till-" + till,
                1,
                "W" + till,
                1,
                2,
                ReceiptDigest.NONE.hash(),
                1,
                totals,
                ReceiptDigest.NONE);
    }

    private CloseDown.Folded folded() {
        StoreDayClosed plain = ofTheDay();
        List<ProductTotal> rows =
                IntStream.range(0, ARTICLES).mapToObj(EnormousDayTest::article).toList();
        List<StoreDayFigures> figures = new ArrayList<>();
        for (List<ProductTotal> part : ProductTable.parts(rows))
            figures.add(
                    new StoreDayProducts(DAY, 0, figures.size() + 1, LaboratoryStore.GBP, part));
        DayDetails few = Objects.requireNonNull(plain.details());
        DayDetails details =
                new DayDetails(
                        few.charged(),
                        few.refunded(),
                        few.cashiers(),
                        few.hours(),
                        few.baskets(),
                        ProductTable.of(rows),
                        few.entries(),
                        few.root());
        return new CloseDown.Folded(
                plain.with(details, plain.grand()), figures, StockStanding.NONE);
    }

    /** With codes of the greatest length. */
    private static ProductTotal article(int number) {
        return new ProductTotal(
                new ProductTotal.Key(
                        "%064d".formatted(number),
                        "%064d".formatted(number % 1_000),
                        Unit.PIECE,
                        LineKind.GOODS),
                1,
                1_000,
                new Money(100, LaboratoryStore.GBP),
                new Money(17, LaboratoryStore.GBP));
    }

    private static Totals tenders(Totals few) {
        List<TenderAccount> many =
                IntStream.range(0, 10_000)
                        .mapToObj(number -> account(new TenderType(code(number))))
                        .toList();
        return new Totals(
                few.transactions(),
                few.returns(),
                few.lines(),
                few.noSales(),
                few.gross(),
                few.returned(),
                few.tax(),
                many,
                few.sales(),
                few.tallies(),
                few.stock());
    }

    /** Of capital letters, and of the greatest length. */
    private static String code(int number) {
        StringBuilder code = new StringBuilder("T".repeat(28));
        for (int left = number, place = 0; place < 4; place++, left /= 26)
            code.append((char) ('A' + left % 26));
        return code.toString();
    }

    private static TenderAccount account(TenderType type) {
        Money none = Money.zero(LaboratoryStore.GBP);
        return new TenderAccount(
                type, none, none, none, none, none, none, none, none, none, none, null);
    }

    private StoreDayClosed ofTheDay() {
        return CloseDown.fold(DAY, gateway.storeJournal.state().history(), List.of(), 0).closed();
    }
}
