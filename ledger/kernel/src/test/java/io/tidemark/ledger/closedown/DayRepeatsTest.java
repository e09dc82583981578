package io.tidemark.ledger.closedown;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.GBP;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static io.tidemark.ledger.TestShop.gbp;
import static io.tidemark.ledger.TestShop.line;
import static io.tidemark.ledger.event.EntryCodec.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Journals of one device have a sale in common, and come in any order. */
class DayRepeatsTest {
    private static final NodeName NODE = TILL.node();
    private static final EntryBytes OPENED = TestShop.entry(TestShop.dayOpened(), 0);
    private static final EntryBytes IN_COMMON = sale(1, "4.00");

    private final TestChain first = chain(1, OPENED, IN_COMMON, sale(2, "1.00"));
    private final TestChain second = chain(2, sale(3, "0.10"), IN_COMMON);
    private final TestChain third = chain(3, IN_COMMON, sale(4, "0.01"));

    private final Set<TestChain> here = new LinkedHashSet<>();
    private final Map<JournalId, EpochGrant> begunBy = new HashMap<>();
    private StoreHistory history = StoreHistory.none(GBP);
    private int rules = CloseDown.RULES_VERSION;
    private LocalDate day = DAY;

    @Test
    void whatever_comes_second_is_the_repetition() {
        for (List<TestChain> order :
                List.of(
                        List.of(first, second, third),
                        List.of(first, third, second),
                        List.of(second, first, third),
                        List.of(second, third, first),
                        List.of(third, first, second),
                        List.of(third, second, first))) {
            here.clear();
            history = StoreHistory.none(GBP);

            order.forEach(this::closedWith);

            assertThat(history.grand().net()).isEqualTo(gbp(400 + 100 + 10 + 1));
        }
    }

    @Test
    void of_what_comes_at_once_the_earliest_epochs_counts() {
        assertThat(closedWith(third, second, first).tills())
                .extracting(till -> till.totals().gross())
                .containsExactly(gbp(400 + 100), gbp(10), gbp(1));
    }

    @Test
    void what_comes_bit_by_bit_is_held_against_all_that_was_told_by_then() {
        TestChain late = chain(1, OPENED);
        closedWith(late);
        closedWith(second);
        late.append(IN_COMMON);

        StoreDayClosed supplement = closedWith();

        assertThat(supplement.tills().getFirst().last()).as("it has its part").isEqualTo(2);
        assertThat(supplement.totals().gross()).as("and adds nothing").isEqualTo(gbp(0));
        assertThat(supplement.grand().net()).isEqualTo(gbp(400 + 10));
    }

    @Test
    void a_question_asked_again_on_a_disk_of_an_older_day_is_one_sale() {
        TestChain before = chain(1, OPENED, onDay(DAY.plusDays(9), 1, "4.00"));
        TestChain putBack = chain(2, OPENED, IN_COMMON, sale(5, "0.50"));

        for (List<LocalDate> order :
                List.of(List.of(DAY, DAY.plusDays(9)), List.of(DAY.plusDays(9), DAY))) {
            history = StoreHistory.none(GBP);
            for (LocalDate next : order) {
                day = next;
                closedWith(before, putBack);
            }

            assertThat(history.grand().net()).as("%s", order).isEqualTo(gbp(400 + 50));
        }
    }

    @Test
    void what_a_grant_says_a_disk_had_may_be_asked_again_for_a_month() {
        for (int days : List.of(1, DayRepeats.ASKED_AGAIN_DAYS, DayRepeats.ASKED_AGAIN_DAYS + 1))
            assertThat(askedAgainAfter(days, first.head()))
                    .as("after %s days", days)
                    .isEqualTo(gbp(days <= DayRepeats.ASKED_AGAIN_DAYS ? 0 : 400));
    }

    @Test
    void what_a_disk_did_not_have_any_more_may_be_asked_again_for_ever() {
        assertThat(askedAgainAfter(400, first.signedAt(1).head())).isEqualTo(gbp(0));
    }

    /**
     * @param shared what the disk had of the first epoch
     */
    private Money askedAgainAfter(int days, Head shared) {
        history = StoreHistory.none(GBP);
        here.clear();
        day = DAY;
        closedWith(first);
        day = DAY.plusDays(days);
        TestChain next = chain(2, onDay(day, 1, "4.00"));
        begunBy.put(next.journal(), grant(next.journal(), shared));
        return closedWith(next).totals().gross();
    }

    private EpochGrant grant(JournalId next, Head shared) {
        return EpochGrant.sign(
                new EpochGrant.Between(first.journal(), first.head(), shared),
                next,
                new EpochGrant.Why("its disk was lost", "Grace"),
                GATEWAY_KEYS.signer());
    }

    @Test
    void by_earlier_rules_an_earlier_epochs_counts_whatever_was_told() {
        rules = 2;
        closedWith(second);

        assertThat(closedWith(first).totals().gross()).isEqualTo(gbp(400 + 100));
    }

    @Test
    void another_devices_sales_are_its_own() {
        NodeName other = new NodeName(NODE.organisation(), NODE.store(), "till-9");

        StoreDayClosed closed =
                closedWith(
                        first, new TestChain(new JournalId(other, 2), TILL_KEYS).append(IN_COMMON));

        assertThat(closed.totals().gross()).isEqualTo(gbp(400 + 100 + 400));
    }

    /** The day's next close-down, when these have come as well. */
    private StoreDayClosed closedWith(TestChain... come) {
        here.addAll(List.of(come));
        Map<JournalId, Repeats> repeats =
                new DayRepeats(day, history, rules).of(here.stream().map(this::part).toList());
        StoreDayClosed closed =
                CloseDown.fold(
                                day,
                                history,
                                here.stream().map(each -> fold(each, repeats)).toList(),
                                1)
                        .closed();
        history = history.then(closed);
        return closed;
    }

    private DayRepeats.Part part(TestChain chain) {
        LongSummaryStatistics ofDay =
                LongStream.rangeClosed(1, chain.head().sequence())
                        .filter(each -> day.equals(header(entry(chain, each)).businessDay()))
                        .summaryStatistics();
        return new DayRepeats.Part(
                chain.journal(),
                ofDay.getMin(),
                ofDay.getMax(),
                chain.head().sequence(),
                Optional.ofNullable(begunBy.get(chain.journal())),
                (from, to, visitor) -> {
                    for (long sequence = from; sequence <= to; sequence++)
                        visitor.entry(sequence, chain.hashAt(sequence), entry(chain, sequence));
                });
    }

    private DeviceDayFold fold(TestChain chain, Map<JournalId, Repeats> repeats) {
        return chain.shownTo(
                ChainFold.unfed(chain, day, history)
                        .repeating(repeats.getOrDefault(chain.journal(), Repeats.NONE)));
    }

    private static TestChain chain(int epoch, EntryBytes... entries) {
        TestChain chain = new TestChain(new JournalId(NODE, epoch), TILL_KEYS);
        List.of(entries).forEach(chain::append);
        return chain;
    }

    private static EntryBytes entry(TestChain chain, long sequence) {
        return chain.entries().get((int) sequence - 1);
    }

    private static EntryBytes sale(long receipt, String price) {
        return onDay(DAY, receipt, price);
    }

    private static EntryBytes onDay(LocalDate day, long receipt, String price) {
        return TestShop.entry(TestShop.sale(line("P", 1, price)), receipt, day);
    }
}
