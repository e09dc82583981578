package io.tidemark.cloud.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cloud.Days;
import io.tidemark.cloud.books.TestRules;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.BasketStatistics;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.HourTotal;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.SalesTotal;
import io.tidemark.ledger.event.StockFlow;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A close-down that no gateway of ours would make, well chained and signed: it must not keep other
 * stores' close-downs, nor what follows it, out of the tables.
 */
class PoisonousCloseDownTest {
    private static final LocalDate MONDAY = Days.MONDAY;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final CurrencyCode GBP = new CurrencyCode("GBP");
    private static final StoreDayClosed GOOD = Days.closed(MONDAY, 1, 60_000, 1);

    @TempDir private Path directory;

    static Stream<Arguments> poison() {
        return Stream.of(
                of("a till twice", with(List.of(till(), till()), GOOD.totals())),
                of("a tender twice", totals(of -> tenders(of, tender(), tender()))),
                of("a department twice", totals(of -> sales(of, sold(10), sold(10)))),
                of("goods twice", totals(of -> stock(of, goods(1), goods(1)))),
                of("a tally twice", totals(of -> tallies(of, tally(), tally()))),
                of("a device missing twice", without(missing(), missing())),
                of("gross beyond 63 bits", totals(of -> gross(of, Long.MAX_VALUE))),
                of("sales beyond 63 bits", totals(of -> sales(of, sold(Long.MIN_VALUE)))),
                of("cost beyond 63 bits", totals(of -> stock(of, goods(Long.MAX_VALUE)))),
                of("a cashier twice", details(2, 1, 60_000)),
                of("an hour twice", details(1, 2, 60_000)),
                of("what receipts came to beyond 63 bits", details(1, 1, Long.MAX_VALUE)),
                of("grand totals beyond 63 bits", grand(Long.MIN_VALUE, Long.MIN_VALUE)),
                of("a cash count beyond 63 bits", totals(of -> tenders(of, counted()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void it_is_kept_alerted_and_holds_up_nothing(String name, StoreDayClosed poison) {
        MemoryJournal first =
                ClosedJournal.of("s001", 1, poison, Days.closed(MONDAY.plusDays(1), 2, 600, 1));
        MemoryJournal second = ClosedJournal.of("s002", 1, GOOD, GOOD);

        try (Projection projection = following(first, second)) {
            H2Ledger ledger = new H2Ledger(projection);
            H2Books books = new H2Books(projection, TestRules.own(), (_, _, _) -> {});

            assertThat(ledger.daysOf("s001", MONDAY, MONDAY)).isEmpty();
            assertThat(ledger.daysOf("s001", MONDAY.plusDays(1), MONDAY.plusDays(1))).hasSize(1);
            assertThat(ledger.daysOf("s002", MONDAY, MONDAY)).hasSize(1);
            assertThat(ledger.alerts())
                    .extracting(RaisedAlert::kind)
                    .contains("unfit-close-down", "second-close-down");
            assertThat(books.trialBalance(Optional.empty(), Optional.empty()).isEven()).isTrue();
        }
    }

    private Projection following(MemoryJournal... journals) {
        Projection projection =
                Projection.start(
                        new ProjectionPlace(directory, new byte[] {1, 2, 3, 4}),
                        new HeadOfficeSchema(),
                        List.of(journals));
        assertThat(projection.awaitReadable(SOON)).isTrue();
        for (MemoryJournal journal : journals)
            assertThat(projection.awaitApplied(journal.id(), journal.forced().sequence(), SOON))
                    .isTrue();
        return projection;
    }

    private static StoreDayClosed details(int cashiers, int hours, long charged) {
        CashierTotal cashier = new CashierTotal("7", 4, 1, 10, 0, gbp(1), gbp(0), List.of());
        DayDetails details =
                new DayDetails(
                        gbp(charged),
                        gbp(0),
                        Collections.nCopies(cashiers, cashier),
                        Collections.nCopies(hours, new HourTotal(9, 4, 10, gbp(1))),
                        new BasketStatistics(0, 0, 0, 0, gbp(0), gbp(0), gbp(0)),
                        ProductTable.of(List.of()),
                        0,
                        Hash.digest(new byte[0]));
        return GOOD.with(details, GOOD.grand());
    }

    private static Arguments of(String name, StoreDayClosed poison) {
        return Arguments.of(name, poison);
    }

    private static StoreDayClosed with(List<TillDay> tills, Totals totals) {
        return new StoreDayClosed(MONDAY, 1, 0, 1, 1, List.of(), tills, totals, GOOD.grand());
    }

    private static StoreDayClosed without(MissingDevice... missing) {
        return new StoreDayClosed(
                MONDAY, 1, 0, 1, 1, List.of(missing), GOOD.tills(), GOOD.totals(), GOOD.grand());
    }

    private static StoreDayClosed grand(long sales, long returns) {
        GrandTotals grand = new GrandTotals(gbp(sales), gbp(returns));
        return new StoreDayClosed(
                MONDAY, 1, 0, 1, 1, List.of(), GOOD.tills(), GOOD.totals(), grand);
    }

    /** In the till's part and in the store's. */
    private static StoreDayClosed totals(UnaryOperator<Totals> change) {
        Totals changed = change.apply(GOOD.totals());
        TillDay till = till();
        return with(
                List.of(
                        new TillDay(
                                till.device(),
                                till.epoch(),
                                till.workstation(),
                                till.first(),
                                till.last(),
                                till.head(),
                                till.zNumber(),
                                changed,
                                till.receipts())),
                changed);
    }

    private static Totals tenders(Totals of, TenderAccount... tenders) {
        return made(of, of.gross(), List.of(tenders), of.sales(), of.tallies(), of.stock());
    }

    private static Totals sales(Totals of, SalesTotal... sales) {
        return made(of, of.gross(), of.tenders(), List.of(sales), of.tallies(), of.stock());
    }

    private static Totals tallies(Totals of, Tally... tallies) {
        return made(of, of.gross(), of.tenders(), of.sales(), List.of(tallies), of.stock());
    }

    private static Totals stock(Totals of, StockTotal... stock) {
        return made(of, of.gross(), of.tenders(), of.sales(), of.tallies(), List.of(stock));
    }

    private static Totals gross(Totals of, long gross) {
        return made(of, gbp(gross), of.tenders(), of.sales(), of.tallies(), of.stock());
    }

    private static Totals made(
            Totals of,
            Money gross,
            List<TenderAccount> tenders,
            List<SalesTotal> sales,
            List<Tally> tallies,
            List<StockTotal> stock) {
        return new Totals(
                of.transactions(),
                of.returns(),
                of.lines(),
                of.noSales(),
                gross,
                of.returned(),
                of.tax(),
                tenders,
                sales,
                tallies,
                stock);
    }

    private static TillDay till() {
        return GOOD.tills().getFirst();
    }

    private static TenderAccount tender() {
        return GOOD.totals().tenders().getFirst();
    }

    private static TenderAccount counted() {
        TenderAccount of = tender();
        return new TenderAccount(
                of.type(),
                of.base(),
                gbp(-100),
                of.taken(),
                of.refunded(),
                of.change(),
                of.paidIn(),
                of.paidOut(),
                gbp(Long.MAX_VALUE),
                gbp(Long.MAX_VALUE));
    }

    private static SalesTotal sold(long gross) {
        SalesTotal of = GOOD.totals().sales().getFirst();
        return new SalesTotal(of.department(), of.category(), 1, gbp(gross), gbp(1));
    }

    private static StockTotal goods(long cost) {
        return new StockTotal(StockFlow.WASTE, Unit.PIECE, 1, 1_000, gbp(cost));
    }

    private static Tally tally() {
        return new Tally(Tally.COPY, 1, gbp(0));
    }

    private static MissingDevice missing() {
        return new MissingDevice("till-9", 1, 17);
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
