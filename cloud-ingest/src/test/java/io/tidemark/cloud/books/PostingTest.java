package io.tidemark.cloud.books;

import static io.tidemark.cloud.books.RandomDay.EUR;
import static io.tidemark.cloud.books.RandomDay.GBP;
import static io.tidemark.cloud.books.RandomDay.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.drawer.Drawer;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.drawer.Drawers;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Postings of whole random days, and of such as say one thing. */
class PostingTest {
    private static final RuleSet RULES = TestRules.own().versions().getFirst();
    private static final TenderType CASH = TenderType.CASH;

    /** {@code -Dseed=N} replays one. */
    static LongStream seeds() {
        Long seed = Long.getLong("seed");
        return seed != null ? LongStream.of(seed) : ThreadLocalRandom.current().longs(50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_posting_balances_in_each_currency_and_takings_clear(long seed) {
        for (Posting posting : postings(new RandomDay(seed).parts(3))) {
            assertThat(sums(posting).values()).allMatch(Money::isZero);
            assertThat(posting.uncleared()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void close_down_and_supplements_come_to_the_whole_recomputed(long seed) {
        RandomDay day = new RandomDay(seed);

        assertThat(balance(day.parts(3))).isEqualTo(balance(List.of(day.whole())));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_drawers_stand_at_zero_and_the_safe_has_what_was_in_them(long seed) {
        Map<String, Money> balance = balance(new RandomDay(seed).parts(2));

        assertThat(balance.keySet()).noneMatch(key -> key.startsWith("1000 "));
    }

    @Test
    void a_counted_drawer_hands_in_what_was_counted_and_another_what_it_should_have_had() {
        Drawers drawers = new Drawers();

        List<Measured> z = Measuring.of(drawers.next(List.of(part(15_000, -1))));
        List<Measured> first = Measuring.of(drawers.next(List.of(part(3_000, 17_990))));

        assertThat(amount(Measure.OVER_SHORT, z)).isEqualTo(0);
        assertThat(amount(Measure.HANDED_IN, z)).isEqualTo(15_000);
        assertThat(amount(Measure.OVER_SHORT, first)).isEqualTo(-10);
        assertThat(amount(Measure.HANDED_IN, first)).isEqualTo(2_990);
    }

    @Test
    void where_nobody_counted_nothing_is_over_or_short() {
        List<Measured> measured = Measuring.of(new Drawers().next(List.of(part(15_000, -1))));

        assertThat(measured).extracting(Measured::measure).containsExactly(Measure.HANDED_IN);
    }

    @Test
    void foreign_cash_balances_for_itself_through_the_exchange() {
        Measured taken =
                new Measured(Measure.TAKEN, Measured.Facets.of(CASH), false, new Money(2_000, EUR));
        Measured counted =
                new Measured(
                        Measure.EXCHANGED, Measured.Facets.of(CASH), true, new Money(1_700, GBP));

        assertThat(codes(RULES.lines(taken))).containsExactly("1000 20.00 EUR", "1910 -20.00 EUR");
        assertThat(codes(RULES.lines(counted)))
                .containsExactly("1910 17.00 GBP", "1900 -17.00 GBP");
    }

    @Test
    void a_gift_card_is_owed_from_its_sale_to_its_redemption_and_is_no_income() {
        Measured sold =
                new Measured(Measure.GIFT_CARDS, Measured.Facets.NONE, true, new Money(5_000, GBP));
        Measured redeemed =
                new Measured(
                        Measure.TAKEN,
                        Measured.Facets.of(TenderType.GIFT_CARD),
                        true,
                        new Money(3_000, GBP));

        assertThat(codes(RULES.lines(sold))).containsExactly("1900 50.00 GBP", "2300 -50.00 GBP");
        assertThat(codes(RULES.lines(redeemed)))
                .containsExactly("2300 30.00 GBP", "1900 -30.00 GBP");
    }

    @Test
    void what_does_not_add_up_stays_on_the_way_through_and_is_named() {
        Measured sold =
                new Measured(
                        Measure.SALES,
                        new Measured.Facets("", "food", "S", 200_000),
                        true,
                        new Money(1_000, GBP));

        Posting posting = Posting.of(ref(0), List.of(sold), RULES);

        assertThat(sums(posting).values()).allMatch(Money::isZero);
        assertThat(codes(posting.uncleared())).containsExactly("1900 10.00 GBP");
        assertThat(posting.lines())
                .extracting(PostingLine::detail)
                .containsExactly("food, S 20 %", "");
    }

    private static DrawerPart part(long expected, long counted) {
        return new DrawerPart(
                new Drawer("T1", CASH, GBP),
                true,
                new Money(expected, GBP),
                counted < 0 ? null : new Money(counted, GBP));
    }

    private static long amount(Measure measure, List<Measured> measured) {
        return measured.stream()
                .filter(each -> each.measure() == measure)
                .mapToLong(each -> each.amount().minor())
                .sum();
    }

    private static List<String> codes(List<PostingLine> lines) {
        return lines.stream().map(line -> line.account().code() + " " + line.amount()).toList();
    }

    private static List<Posting> postings(List<StoreDayClosed> closeDowns) {
        Drawers drawers = new Drawers();
        List<Posting> postings = new ArrayList<>();
        for (StoreDayClosed closed : closeDowns) {
            List<Measured> measured = new ArrayList<>(Measuring.of(closed));
            measured.addAll(Measuring.of(drawers.next(DrawerPart.of(closed))));
            postings.add(Posting.of(ref(closed.supplement()), measured, RULES));
        }
        return postings;
    }

    private static CloseDownRef ref(int supplement) {
        return new CloseDownRef("s001", MONDAY, 1, supplement, 1, 1, Hash.digest(new byte[] {1}));
    }

    private static Map<CurrencyCode, Money> sums(Posting posting) {
        Map<CurrencyCode, Money> sums = new java.util.HashMap<>();
        posting.lines()
                .forEach(line -> sums.merge(line.amount().currency(), line.amount(), Money::plus));
        return sums;
    }

    /** Per account, sub-account and currency, without zeros. */
    private static Map<String, Money> balance(List<StoreDayClosed> closeDowns) {
        Map<String, Money> balance = new TreeMap<>();
        for (Posting posting : postings(closeDowns))
            for (PostingLine line : posting.lines())
                balance.merge(
                        line.account().code() + " " + line.detail() + line.amount().currency(),
                        line.amount(),
                        Money::plus);
        balance.values().removeIf(Money::isZero);
        return balance;
    }
}
