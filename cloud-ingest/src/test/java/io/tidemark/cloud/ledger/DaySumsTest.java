package io.tidemark.cloud.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.cloud.Days;
import io.tidemark.cloud.books.PostingRules;
import io.tidemark.cloud.books.RandomDay;
import io.tidemark.cloud.books.RuleSet;
import io.tidemark.cloud.books.TestRules;
import io.tidemark.cloud.books.TrialBalance;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.MemoryJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A balance of all stores is read from sums of days; one store's from its rows. They are the same.
 */
class DaySumsTest {
    private static final LocalDate MONDAY = Days.MONDAY;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int STORES = 5;

    /** Into the third month. */
    private static final int DAYS = 60;

    @TempDir private Path directory;
    private Projection projection;

    @BeforeEach
    void days_with_supplements_and_two_lives_of_a_gateway() {
        List<MemoryJournal> journals = new ArrayList<>();
        for (int store = 1; store <= STORES; store++)
            journals.add(
                    ClosedJournal.of(
                            label(store),
                            1,
                            new RandomDay(store).parts(store).toArray(StoreDayClosed[]::new)));
        journals.add(
                ClosedJournal.of(
                        label(1),
                        2,
                        Days.closed(MONDAY, 1, 70_000, 1),
                        Days.closed(MONDAY.plusDays(1), 2, 6_000, 2),
                        Days.supplement(MONDAY.plusDays(1), 2, 1, 1_200)));
        journals.add(ClosedJournal.of(label(STORES + 1), 1, manyDays()));
        projection =
                Projection.start(
                        new ProjectionPlace(directory, new byte[] {1, 2, 3, 4}),
                        new HeadOfficeSchema(),
                        journals);
        assertThat(projection.awaitReadable(SOON)).isTrue();
        for (MemoryJournal journal : journals)
            assertThat(projection.awaitApplied(journal.id(), journal.forced().sequence(), SOON))
                    .isTrue();
    }

    @AfterEach
    void close() {
        projection.close();
    }

    @Test
    void the_balance_of_all_stores_is_that_of_each_together() {
        H2Books books = books(TestRules.own());

        assertThat(ofAll(books, Optional.empty()))
                .isNotEmpty()
                .isEqualTo(ofEach(books, Optional.empty()));
        assertThat(books.trialBalance(Optional.empty(), Optional.empty()).isEven()).isTrue();
    }

    @Test
    void it_is_so_at_the_end_of_any_day() {
        H2Books books = books(TestRules.own());
        Optional<LocalDate> monday = Optional.of(MONDAY);

        assertThat(ofAll(books, monday)).isEqualTo(ofEach(books, monday));
        assertThat(ofAll(books, monday)).isNotEqualTo(ofAll(books, Optional.empty()));
        assertThat(ofAll(books, Optional.of(MONDAY.minusDays(1)))).isEmpty();
    }

    @Test
    void it_is_so_where_days_and_whole_months_are_put_together() {
        H2Books books = books(TestRules.own());

        for (int day = 0; day <= DAYS; day++) {
            Optional<LocalDate> last = Optional.of(MONDAY.plusDays(day));
            assertThat(ofAll(books, last)).as("%s", last).isEqualTo(ofEach(books, last));
        }
    }

    @Test
    void each_day_is_posted_by_the_version_of_that_day() {
        PostingRules own = TestRules.own();
        RuleSet first = own.versions().getFirst();
        RuleSet second = new RuleSet(2, MONDAY.plusDays(40), first.chart(), first.rules());
        List<Integer> used = new ArrayList<>();
        H2Books books =
                new H2Books(
                        projection,
                        new PostingRules("two", own.accounts(), List.of(first, second)),
                        (version, _, _) -> used.add(version.version()));

        assertThat(ofAll(books, Optional.empty())).isEqualTo(ofEach(books, Optional.empty()));
        assertThat(used).contains(1, 2);
    }

    @Test
    void postings_of_all_stores_are_those_of_each() {
        H2Books books = books(TestRules.own());

        assertThat(books.postings(H2Books.Range.ALL, Optional.empty(), H2Books.PAGE_MAX))
                .hasSameElementsAs(
                        labels().stream()
                                .flatMap(store ->
                                        books
                                                .postings(
                                                        new H2Books.Range(
                                                                Optional.of(store),
                                                                Optional.empty(),
                                                                Optional.empty()),
                                                        Optional.empty(),
                                                        H2Books.PAGE_MAX)
                                                .stream())
                                .toList());
    }

    /** One store more, which closes every day, each with another amount. */
    private static StoreDayClosed[] manyDays() {
        return IntStream.range(0, DAYS)
                .mapToObj(day -> Days.closed(MONDAY.plusDays(day), day + 1L, 600L << day % 16, 1))
                .toArray(StoreDayClosed[]::new);
    }

    private H2Books books(PostingRules rules) {
        return new H2Books(projection, rules, (_, _, _) -> {});
    }

    private static Map<String, Money> ofAll(H2Books books, Optional<LocalDate> asOf) {
        return added(List.of(books.trialBalance(Optional.empty(), asOf)));
    }

    private static Map<String, Money> ofEach(H2Books books, Optional<LocalDate> asOf) {
        return added(
                labels().stream()
                        .map(store -> books.trialBalance(Optional.of(store), asOf))
                        .toList());
    }

    /** By account, without those that come to zero together. */
    private static Map<String, Money> added(List<TrialBalance> balances) {
        Map<String, Money> sums = new TreeMap<>();
        for (TrialBalance balance : balances)
            for (TrialBalance.InCurrency in : balance.currencies())
                for (TrialBalance.Line line : in.lines())
                    sums.merge(
                            line.account().code() + " " + line.detail() + " " + in.currency(),
                            line.balance(),
                            Money::plus);
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    private static List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int store = 1; store <= STORES + 1; store++) labels.add(label(store));
        return labels;
    }

    private static String label(int store) {
        return "s00" + store;
    }
}
