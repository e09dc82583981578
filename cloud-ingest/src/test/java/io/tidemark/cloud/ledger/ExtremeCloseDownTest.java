package io.tidemark.cloud.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidemark.cloud.Days;
import io.tidemark.cloud.WholeDay;
import io.tidemark.cloud.books.TestRules;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.CashierTotal;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.ExchangePosition;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.exchange.Position;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.paper.Articles;
import io.tidemark.node.paper.StoreZPaper;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A close-down in which one number, whichever, is one that no gateway of ours would write, well
 * chained and signed: it is kept, told of or filed, and stops neither tables nor pages.
 */
class ExtremeCloseDownTest {
    private static final LocalDate MONDAY = Days.MONDAY;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final CurrencyCode GBP = new CurrencyCode("GBP");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final long[] EXTREMES = {
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        CloseDownLimits.FIGURE_MAX + 1,
        CloseDownLimits.FIGURE_MAX,
        -CloseDownLimits.FIGURE_MAX,
        Integer.MAX_VALUE,
        -1
    };

    @TempDir private Path directory;

    @Test
    void whichever_number_of_it_is_extreme_what_follows_is_filed_and_everything_can_be_shown() {
        MemoryJournal hostile = journal("s001");
        LongStream.of(EXTREMES)
                .boxed()
                .flatMap(value -> new ExtremeNumbers(entry()).each(value).stream())
                .forEach(hostile::append);
        MemoryJournal good = ClosedJournal.of("s002", 1, Days.closed(MONDAY, 1, 600, 1));
        LocalDate last = MONDAY.plusDays(1);
        hostile.append(entry(Days.closed(last, 2, 600, 1)));

        try (Projection projection = following(hostile, good)) {
            H2Ledger ledger = new H2Ledger(projection);
            H2Books books = new H2Books(projection, TestRules.own(), (_, _, _) -> {});

            assertThat(ledger.daysOf("s001", last, last)).hasSize(1);
            assertThat(ledger.daysOf("s002", MONDAY, MONDAY)).hasSize(1);
            assertThat(ledger.alerts())
                    .extracting(RaisedAlert::kind)
                    .contains("unfit-close-down", "unreadable");
            assertThatCode(() -> books.trialBalance(Optional.empty(), Optional.empty()))
                    .doesNotThrowAnyException();
            for (FiledDay day : ledger.daysOf("s001", LocalDate.of(1, 1, 1), LocalDate.MAX))
                assertThat(ledger.storeZs("s001", day.day())).allSatisfy(this::canBeShown);
        }
    }

    @Test
    void a_position_that_a_rate_makes_immense_is_not_filed() {
        Position much = new Position(new Money(1_000_000_000, EUR), gbp(1));
        ExchangePosition immense =
                new ExchangePosition(
                        much,
                        much,
                        gbp(0),
                        new ExchangeRate(new BigDecimal("999999999999999")),
                        gbp(0));

        assertThat(CloseDownLimits.fault(WholeDay.closed(MONDAY, cashiers(), List.of(immense))))
                .hasValueSatisfying(why -> assertThat(why).contains("EUR is worth more"));
    }

    @Test
    void figures_that_are_each_within_bounds_and_not_together_are_not_filed() {
        List<CashierTotal> many =
                IntStream.range(0, 2_000)
                        .mapToObj(number ->
                                WholeDay.cashier("c" + number, CloseDownLimits.FIGURE_MAX))
                        .toList();

        assertThat(CloseDownLimits.fault(WholeDay.closed(MONDAY, many, List.of())))
                .hasValueSatisfying(why -> assertThat(why).contains("together"));
    }

    @Test
    void a_currency_that_is_told_twice_is_not_filed() {
        assertThat(
                        CloseDownLimits.fault(
                                WholeDay.closed(
                                        MONDAY,
                                        cashiers(),
                                        List.of(WholeDay.position(), WholeDay.position()))))
                .hasValueSatisfying(why -> assertThat(why).contains("position twice: EUR"));
    }

    private void canBeShown(StoreZ z) {
        assertThatCode(() ->
                        StoreZPaper.of(
                                new StoreZPaper.Of("o", "s", true),
                                z.printed(List.of()),
                                Articles.best(Articles.UNKNOWN)))
                .doesNotThrowAnyException();
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

    private static MemoryJournal journal(String store) {
        return new MemoryJournal(new JournalId(new NodeName("lab.example", store, "gateway"), 1));
    }

    /** Of a day with something of everything. */
    private static EntryBytes entry() {
        return entry(WholeDay.closed(MONDAY));
    }

    private static List<CashierTotal> cashiers() {
        return List.of(WholeDay.cashier("7", 60_000));
    }

    private static EntryBytes entry(StoreDayClosed closed) {
        return EntryCodec.encode(new Entry(ClosedJournal.header(closed.day()), closed));
    }

    private static Money gbp(long minor) {
        return new Money(minor, GBP);
    }
}
