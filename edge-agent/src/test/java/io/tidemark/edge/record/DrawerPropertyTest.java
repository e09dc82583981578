package io.tidemark.edge.record;

import static io.tidemark.edge.record.TillAtWork.newId;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.masterdata.Rules;
import io.tidemark.ledger.masterdata.SettleRules;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days at several tills, in three currencies, beside a purse that only adds and takes. */
class DrawerPropertyTest {
    private static final List<CurrencyCode> CURRENCIES =
            List.of(TillAtWork.GBP, new CurrencyCode("EUR"), new CurrencyCode("KWD"));
    private static final int TILLS = 3;
    private static final int STEPS = 120;

    private final Map<CurrencyCode, Long> allOver = new HashMap<>();
    private final Map<CurrencyCode, Long> allCounted = new HashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void expected_and_over_or_short_is_what_was_counted_and_no_money_comes_or_goes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Totals> days = new ArrayList<>();

        for (int till = 0; till < TILLS; till++) days.add(day(random.split()));

        for (TenderAccount store : Totals.sum(TillAtWork.GBP, days).tenders()) {
            if (!store.type().isCash()) continue;
            assertThat(Objects.requireNonNull(store.counted()).minor())
                    .as("seed %s, %s", seed, store.currency())
                    .isEqualTo(allCounted.getOrDefault(store.currency(), 0L))
                    .isEqualTo(
                            store.expected().minor() + allOver.getOrDefault(store.currency(), 0L));
        }
    }

    /** One till's day, and its till Z's figures. */
    private Totals day(SplittableRandom random) {
        TillAtWork till = People.till(rules(random));
        People.signOn(till, People.MARY);
        Map<CurrencyCode, Long> purse = new HashMap<>();
        List<Money> floats = new ArrayList<>();
        for (CurrencyCode currency : CURRENCIES) {
            purse.put(currency, random.nextLong(50_000));
            floats.add(new Money(purse.getOrDefault(currency, 0L), currency));
        }
        till.recorded(new Ask.OpenDay(newId(), "", floats));
        for (int step = 0; step < STEPS; step++) act(till, purse, random);
        settle(till, purse, random);
        return ((TillDayClosed) till.recordedEvent(new Ask.CloseDay(newId(), ""))).totals();
    }

    private static Rules rules(SplittableRandom random) {
        List<Money> tolerances =
                CURRENCIES.stream()
                        .map(currency -> new Money(random.nextLong(40), currency))
                        .toList();
        return new Rules(List.of(), 0, new SettleRules(random.nextInt(3), tolerances));
    }

    private static void act(
            TillAtWork till, Map<CurrencyCode, Long> purse, SplittableRandom random) {
        switch (random.nextInt(4)) {
            case 0 -> sell(till, purse, random);
            case 1 -> takeBack(till, purse, random);
            case 2 -> move(till, purse, random);
            default -> count(till, guess(random), random);
        }
        if (random.nextInt(20) == 0) till.restarted();
    }

    private static void sell(
            TillAtWork till, Map<CurrencyCode, Long> purse, SplittableRandom random) {
        long pieces = 1 + random.nextLong(5);
        long change = random.nextInt(500);
        boolean cash = random.nextBoolean();
        Tender tender =
                cash
                        ? till.tender(TenderType.CASH, 255 * pieces + change)
                        : till.tender(TenderType.CARD, 255 * pieces);
        till.recorded(
                new Ask.Sell(
                        newId(),
                        "",
                        new Basket(
                                List.of(TillAtWork.line("85123A", String.valueOf(pieces))),
                                List.of(tender),
                                null)));
        if (cash) purse.merge(TillAtWork.GBP, 255 * pieces, Math::addExact);
    }

    private static void takeBack(
            TillAtWork till, Map<CurrencyCode, Long> purse, SplittableRandom random) {
        long pieces = 1 + random.nextLong(2);
        till.recorded(
                new Ask.TakeBack(
                        newId(),
                        "",
                        new Basket(
                                List.of(TillAtWork.line("85123A", "-" + pieces)),
                                List.of(till.tender(TenderType.CASH, -255 * pieces)),
                                null)));
        purse.merge(TillAtWork.GBP, -255 * pieces, Math::addExact);
    }

    /** With a second person at once, who says now and then another amount; or with none. */
    private static void move(
            TillAtWork till, Map<CurrencyCode, Long> purse, SplittableRandom random) {
        CashMovement.Kind[] kinds = CashMovement.Kind.values();
        CurrencyCode currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        CashMovement movement =
                new CashMovement(
                        kinds[random.nextInt(kinds.length)],
                        new Money(1 + random.nextLong(9_000), currency),
                        "as told");
        till.recorded(
                new Ask.MoveCash(newId(), "", movement, null, confirming(movement, random)),
                People.SUE);
        purse.merge(currency, movement.effect().minor(), Math::addExact);
    }

    private static @Nullable Confirming confirming(CashMovement movement, SplittableRandom random) {
        if (random.nextBoolean()) return null;
        Money said = new Money(random.nextLong(9_000), movement.amount().currency());
        return new Confirming(People.SUE, random.nextBoolean() ? List.of() : List.of(said), "");
    }

    private static Map<CurrencyCode, Long> guess(SplittableRandom random) {
        return Map.of(CURRENCIES.get(random.nextInt(CURRENCIES.size())), random.nextLong(50_000));
    }

    private static void count(
            TillAtWork till, Map<CurrencyCode, Long> amounts, SplittableRandom random) {
        List<CountedTender> counted = new ArrayList<>();
        amounts.forEach((currency, minor) ->
                counted.add(
                        new CountedTender(
                                TenderType.CASH,
                                new Money(minor, currency),
                                pieces(minor, random))));
        till.recorded(new Ask.Count(newId(), "", counted));
    }

    private static List<CountedTender.Pieces> pieces(long minor, SplittableRandom random) {
        return random.nextBoolean() || minor == 0
                ? List.of()
                : List.of(new CountedTender.Pieces(1, minor));
    }

    /** Now and then off by something, until the till takes it, with a reason at last. */
    private void settle(TillAtWork till, Map<CurrencyCode, Long> purse, SplittableRandom random) {
        Map<CurrencyCode, Long> there = new HashMap<>();
        purse.forEach((currency, minor) ->
                there.put(currency, Math.max(0, minor + random.nextInt(200) - 100)));
        count(till, there, random);
        SettleRules rules = Objects.requireNonNull(till.staff.rules().settling());
        while (till.view().settleStanding(rules).step() == Settling.Step.RECOUNT)
            count(till, there, random);
        if (!till.view().settleStanding(rules).isSettled())
            till.recorded(
                    new Ask.Settle(newId(), "", "as counted", new Approver(People.SUE, "")),
                    People.SUE);
        agree(found(till), purse, there);
    }

    private static OverShortFound found(TillAtWork till) {
        return (OverShortFound) till.last().event();
    }

    private void agree(
            OverShortFound found, Map<CurrencyCode, Long> purse, Map<CurrencyCode, Long> there) {
        assertThat(found.drawers()).hasSize(CURRENCIES.size());
        for (OverShortFound.Settled drawer : found.drawers()) {
            CurrencyCode currency = drawer.expected().currency();
            assertThat(drawer.expected().minor())
                    .as(currency.code())
                    .isEqualTo(purse.getOrDefault(currency, 0L));
            assertThat(drawer.counted().minor()).isEqualTo(there.getOrDefault(currency, 0L));
            assertThat(drawer.expected().plus(drawer.overShort())).isEqualTo(drawer.counted());
            allOver.merge(currency, drawer.overShort().minor(), Math::addExact);
            allCounted.merge(currency, drawer.counted().minor(), Math::addExact);
        }
    }
}
