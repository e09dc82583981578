package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.EpochGrant.Between;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.money.Money;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A store's day in which journals go on from others: forks, new epochs, replaced tills. */
class ContinuedDayTest {
    private static final JournalId OLD = TestShop.till(1);
    private static final JournalId LATER = new JournalId(OLD.node(), 2);
    private static final JournalId NEW = TestShop.till(9);

    @Test
    void a_replaced_till_is_over_with_its_successors_till_z_and_is_waited_for_no_more() {
        TestChain old = openDay(OLD).append(sale(1, "4.00"));
        TestChain replacement = goingOn(NEW, old, old.head().sequence()).append(sale(2, "1.00"));

        StoreDayClosed amidst = close(StoreHistory.none(GBP), old, replacement);
        closeTill(replacement);
        StoreDayClosed closed = close(StoreHistory.none(GBP), old, replacement);

        assertThat(amidst.without()).containsExactly(new MissingDevice("till-9", 1, 2));
        assertThat(closed.status()).isEqualTo("complete");
    }

    @Test
    void an_earlier_journal_that_is_not_all_here_is_named_until_it_is() {
        TestChain old = openDay(OLD).append(sale(1, "4.00"));
        TestChain later = goingOn(LATER, old, old.head().sequence()).append(sale(2, "1.00"));
        closeTill(later);
        TestChain begun = openDay(OLD);

        StoreDayClosed without = close(StoreHistory.none(GBP), begun, later);
        StoreDayClosed nothing = close(StoreHistory.none(GBP), later);
        StoreDayClosed supplement = close(then(StoreHistory.none(GBP), begun, later), old, later);

        assertThat(without.without()).containsExactly(new MissingDevice("till-1", 1, 2));
        assertThat(without.status()).isEqualTo("closed without: till-1, last mark 2");
        assertThat(nothing.without()).containsExactly(new MissingDevice("till-1", 1, 0));
        assertThat(supplement.status()).isEqualTo("complete");
        assertThat(supplement.totals().gross()).isEqualTo(gbp(400));
    }

    @Test
    void
            a_drawer_that_is_handed_in_and_filled_again_in_a_later_epoch_is_held_against_both_counts() {
        TestChain old = openDay(OLD).append(sale(1, "4.00")).append(counted(10_390));
        closeTill(old);
        TestChain later = goingOn(LATER, old, old.head().sequence());
        later.append(TestShop.entry(TestShop.dayOpened(), 0))
                .append(TestShop.entry(TestShop.opened(5_000), 0))
                .append(sale(2, "1.00"))
                .append(counted(5_103));
        StoreHistory none = StoreHistory.none(GBP);

        StoreDayClosed together = close(none, old, later);
        StoreDayClosed z = close(none, old);
        StoreDayClosed supplement = close(none.then(z), old, later);

        assertThat(found(together)).containsExactly(gbp(-10 + 3));
        assertThat(found(z, supplement)).containsExactly(gbp(-10), gbp(3));
        TenderAccount cash = together.totals().tenders().getFirst();
        assertThat(DrawerPart.counted(together, cash)).contains(gbp(10_390 + 5_103));
    }

    @Test
    void what_a_later_epoch_sells_without_counting_is_neither_over_nor_short() {
        TestChain old = openDay(OLD).append(sale(1, "4.00")).append(counted(10_390));
        TestChain later = goingOn(LATER, old, old.head().sequence()).append(sale(2, "1.00"));

        assertThat(found(close(StoreHistory.none(GBP), old, later))).containsExactly(gbp(-10));
    }

    @Test
    void a_count_in_a_later_epoch_of_a_day_that_goes_on_is_of_the_whole_drawer() {
        TestChain old = openDay(OLD).append(sale(1, "4.00"));
        TestChain later =
                goingOn(LATER, old, old.head().sequence())
                        .append(sale(2, "1.00"))
                        .append(counted(10_490));

        assertThat(found(close(StoreHistory.none(GBP), old, later))).containsExactly(gbp(-10));
    }

    private static EntryBytes counted(long minor) {
        return TestShop.entry(
                new TillCounted(List.of(new CountedTender(TenderType.CASH, gbp(minor)))), 0);
    }

    /** What each close-down finds in the one drawer there is. */
    private static List<Money> found(StoreDayClosed... closed) {
        Drawers drawers = new Drawers();
        return List.of(closed).stream()
                .flatMap(each -> drawers.nextCounted(DrawerPart.of(each)).values().stream())
                .toList();
    }

    @Test
    void what_was_closed_by_earlier_rules_is_folded_by_them_again() {
        TestChain old = openDay(OLD).append(sale(1, "4.00"));
        TestChain later = goingOn(LATER, old, old.head().sequence()).append(sale(2, "1.00"));
        closeTill(later);
        StoreHistory none = StoreHistory.none(GBP);
        StoreDayClosed now = close(none, openDay(OLD), later);
        StoreDayClosed then =
                new StoreDayClosed(
                        now.day(),
                        now.zNumber(),
                        now.supplement(),
                        1,
                        now.masterDataVersion(),
                        List.of(),
                        now.tills(),
                        now.totals(),
                        now.grand());

        assertThat(
                        CloseDown.again(
                                        then,
                                        none,
                                        List.of(fold(openDay(OLD), none, 0), fold(later, none, 0)))
                                .closed())
                .isEqualTo(then);
    }

    @Test
    void nothing_that_was_carried_over_is_counted_twice() {
        TestChain old = openDay(OLD).append(sale(1, "4.00"));
        TestChain replacement = goingOn(NEW, old, old.head().sequence()).append(sale(2, "1.00"));
        closeTill(replacement);

        StoreDayClosed closed = close(StoreHistory.none(GBP), old, replacement);

        assertThat(closed.totals().gross()).isEqualTo(gbp(500));
        assertThat(closed.totals().transactions()).isEqualTo(2);
        assertThat(closed.totals().tenders().getFirst().provided()).isEqualTo(gbp(10_000));
        assertThat(tillZ(replacement).totals().gross()).as("the whole day").isEqualTo(gbp(500));
        assertThat(part(closed, NEW).totals().gross()).as("its own").isEqualTo(gbp(100));
        assertThat(part(closed, NEW).label()).isEqualTo("replaces till-1 epoch 1");
        assertThat(part(closed, OLD).label()).isEmpty();
    }

    @Test
    void both_branches_of_a_fork_count_once_and_the_one_taken_in_is_labelled() {
        TestChain received = openDay(OLD).append(sale(1, "4.00"));
        long shared = received.head().sequence();
        TestChain branch = received.copy().append(sale(2, "2.00")).append(sale(3, "0.50"));
        received.append(sale(2, "1.00"));
        TestChain later = goingOn(LATER, received, shared, branch.head().sequence());
        branch.entries().subList((int) shared, branch.entries().size()).forEach(later::append);
        closeTill(later);

        StoreDayClosed closed = close(StoreHistory.none(GBP), received, later);

        assertThat(closed.status()).isEqualTo("complete");
        assertThat(closed.totals().gross()).isEqualTo(gbp(400 + 100 + 200 + 50));
        assertThat(tillZ(later).totals().gross()).isEqualTo(gbp(400 + 200 + 50));
        assertThat(part(closed, LATER).label())
                .isEqualTo("branch of till-1 epoch 1 from entry " + (shared + 1));
    }

    @Test
    void what_comes_later_of_an_old_epoch_is_a_supplement() {
        TestChain old = openDay(OLD).append(sale(1, "4.00"));
        TestChain later = goingOn(LATER, old, old.head().sequence());
        closeTill(later);
        StoreHistory history = then(StoreHistory.none(GBP), old, later);
        old.append(sale(2, "3.00"));

        StoreDayClosed supplement = close(history, old, later);

        assertThat(supplement.supplement()).isEqualTo(1);
        assertThat(supplement.status()).isEqualTo("complete");
        assertThat(supplement.totals().gross()).isEqualTo(gbp(300));
    }

    @Test
    void what_an_old_till_brings_after_it_was_replaced_is_taken_in_and_holds_nobody_up() {
        TestChain old = openDay(OLD).append(sale(1, "4.00"));
        long end = old.head().sequence();
        TestChain replacement = goingOn(NEW, old, end);
        closeTill(replacement);
        StoreHistory history = then(StoreHistory.none(GBP), old, replacement);
        TestChain leftover = new TestChain(LATER, TILL_KEYS);
        leftover.append(first(LATER, old, end, end + 1, Carried.NOTHING)).append(sale(2, "0.70"));

        StoreDayClosed supplement = close(history, old, replacement, leftover);

        assertThat(supplement.status()).isEqualTo("complete");
        assertThat(supplement.totals().gross()).isEqualTo(gbp(70));
        assertThat(part(supplement, LATER).label()).startsWith("branch of till-1 epoch 1");
    }

    @Test
    void a_day_that_nobody_carried_on_is_not_over_with_a_successors_silence() {
        TestChain old = openDay(OLD).append(sale(1, "4.00"));
        TestChain replacement = new TestChain(NEW, TILL_KEYS);
        replacement.append(first(NEW, old, old.head().sequence(), 0, Carried.NOTHING));

        StoreDayClosed closed = close(StoreHistory.none(GBP), old, replacement);

        assertThat(closed.without()).containsExactly(new MissingDevice("till-9", 1, 1));
    }

    @Test
    void a_till_replaced_after_its_till_z_leaves_its_day_over() {
        TestChain old = openDay(OLD).append(sale(1, "4.00"));
        closeTill(old);
        TestChain replacement = goingOn(NEW, old, old.head().sequence());

        StoreDayClosed closed = close(StoreHistory.none(GBP), old, replacement);

        assertThat(closed.status()).isEqualTo("complete");
    }

    @Test
    void a_journal_no_longer_worked_with_has_no_part_in_days_it_never_touched() {
        TestChain old = openDay(OLD);
        closeTill(old);
        TestChain replacement = goingOn(NEW, old, old.head().sequence());
        StoreHistory history = then(StoreHistory.none(GBP), old, replacement);
        List<DeviceDayFold> folds = List.of(fold(old, history, 1), fold(replacement, history, 1));

        StoreDayClosed next = CloseDown.fold(DAY.plusDays(1), history, folds, 3).closed();

        assertThat(next.tills()).extracting(TillDay::device).containsExactly("till-9");
    }

    @Test
    void a_fold_that_is_fed_only_the_days_end_gives_the_same_supplement() {
        TestChain old = openDay(OLD).append(sale(1, "4.00"));
        TestChain replacement = goingOn(NEW, old, old.head().sequence()).append(sale(2, "1.00"));
        closeTill(replacement);
        StoreHistory history = then(StoreHistory.none(GBP), old, replacement);
        old.append(sale(3, "2.00"));

        StoreDayClosed whole = close(history, old, replacement);
        StoreDayClosed late =
                CloseDown.fold(
                                DAY,
                                history,
                                List.of(
                                        late(old, history, old.head().sequence()),
                                        late(
                                                replacement,
                                                history,
                                                replacement.head().sequence() + 1)),
                                3)
                        .closed();

        assertThat(late).isEqualTo(whole);
    }

    private static TestChain openDay(JournalId id) {
        return new TestChain(id, TILL_KEYS)
                .append(TestShop.entry(TestShop.dayOpened(), 0))
                .append(TestShop.entry(TestShop.opened(10_000), 0));
    }

    private static EntryBytes sale(long receipt, String price) {
        return TestShop.entry(TestShop.sale(line("P", 1, price)), receipt);
    }

    private static TestChain goingOn(JournalId successor, TestChain old, long shared) {
        return goingOn(successor, old, shared, 0);
    }

    private static TestChain goingOn(
            JournalId successor, TestChain old, long shared, long branchEnd) {
        Carried carried = carried(old, shared);
        return new TestChain(successor, TILL_KEYS)
                .append(first(successor, old, shared, branchEnd, carried));
    }

    private static EntryBytes first(
            JournalId successor, TestChain old, long shared, long branchEnd, Carried carried) {
        Between between =
                new Between(old.journal(), old.head(), new Head(shared, old.hashAt(shared)));
        EpochGrant grant =
                EpochGrant.sign(
                        between,
                        successor,
                        new EpochGrant.Why("why", "Grace"),
                        GATEWAY_KEYS.signer());
        long forkedAt = branchEnd == 0 ? 0 : shared + 1;
        return TestShop.continued(new JournalContinued(grant, forkedAt, branchEnd, carried), DAY);
    }

    private static Carried carried(TestChain old, long upTo) {
        WorkstationFold fold = new WorkstationFold();
        old.entries().subList(0, (int) upTo).forEach(fold::accept);
        return fold.carried();
    }

    /** As the till itself would: the figures since the day was opened, carried over or not. */
    private static void closeTill(TestChain till) {
        Head head = till.head();
        Carried.Day day = Objects.requireNonNull(carried(till, head.sequence()).day());
        Event closed =
                new TillDayClosed(1, 1, head.sequence(), head.hash(), day.totals(), day.receipts());
        till.append(TestShop.entry(closed, 0));
    }

    private static TillDayClosed tillZ(TestChain till) {
        return (TillDayClosed) EntryCodec.decode(till.entries().getLast()).event();
    }

    private static StoreHistory then(StoreHistory history, TestChain... journals) {
        return history.then(close(history, journals));
    }

    private static StoreDayClosed close(StoreHistory history, TestChain... journals) {
        List<DeviceDayFold> folds =
                List.of(journals).stream().map(each -> fold(each, history, 0)).toList();
        folds.forEach(fold -> assertThat(fold.problems()).isEmpty());
        return CloseDown.fold(DAY, history, folds, 3).closed();
    }

    private static DeviceDayFold fold(TestChain chain, StoreHistory history, int daysLater) {
        return chain.shownTo(unfed(chain, history, daysLater));
    }

    /** Fed as a gateway feeds it: the first entry told, then from there on. */
    private static DeviceDayFold late(TestChain chain, StoreHistory history, long from) {
        DeviceDayFold fold = unfed(chain, history, 0);
        fold.begins(chain.entries().getFirst());
        for (long sequence = from; sequence <= chain.head().sequence(); sequence++)
            fold.entry(sequence, chain.hashAt(sequence), chain.entries().get((int) sequence - 1));
        return fold;
    }

    private static DeviceDayFold unfed(TestChain chain, StoreHistory history, int daysLater) {
        return ChainFold.unfed(chain, DAY.plusDays(daysLater), history);
    }

    private static TillDay part(StoreDayClosed closed, JournalId journal) {
        return closed.tills().stream().filter(till -> till.isOf(journal)).findFirst().orElseThrow();
    }
}
