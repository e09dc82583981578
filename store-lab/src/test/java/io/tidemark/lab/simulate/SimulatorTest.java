package io.tidemark.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {
    private static final long SEEDS = 500;
    private static final long SEEDS_TO_FIND_A_BUG = 1_000;
    private static final Signatures KEYED = new KeyedHash();

    /**
     * The seeds that caught those which the first seed does not: looked at before all others, which
     * take minutes. Whatever changes a day may change them: what is caught is printed with its
     * seed.
     */
    private static final Map<PlantedBug, Long> CAUGHT_BY =
            Map.ofEntries(
                    Map.entry(DiskBug.IGNORE_A_FORCE_ERROR, 10L),
                    Map.entry(DiskBug.CUT_MIDDLE_DAMAGE_LIKE_A_TORN_TAIL, 8L),
                    Map.entry(SyncBug.ACCEPT_A_GAP, 8L),
                    Map.entry(SyncBug.ACCEPT_ANOTHER_DEVICES_ENTRIES, 2L),
                    Map.entry(SyncBug.REUSE_A_SEQUENCE_AFTER_RESTORE, 4L),
                    Map.entry(SyncBug.MERGE_A_FORK, 9L),
                    Map.entry(SyncBug.TAKE_A_BRANCH_IN_TWICE, 9L),
                    Map.entry(SyncBug.GO_ON_WITHOUT_ASKING_WHO_ALLOWED_IT, 4L),
                    Map.entry(CountingBug.COUNT_WHAT_WAS_CARRIED_OVER_AGAIN, 4L),
                    Map.entry(CountingBug.COUNT_AGAIN_WHAT_A_BRANCH_REPEATS, 13L),
                    Map.entry(CountingBug.COUNT_TRAINING_AS_SALES, 12L),
                    Map.entry(QuestionBug.PROMISE_A_BASKET_TO_WHOEVER_ASKS, 2L),
                    Map.entry(QuestionBug.FORGET_WHOM_A_BASKET_WAS_PROMISED, 118L),
                    Map.entry(QuestionBug.SHOW_NOTHING_THAT_CAME_BACK_TWICE, 5L),
                    Map.entry(PruningBug.PRUNE_BEFORE_ARCHIVED, 472L),
                    Map.entry(PruningBug.PRUNE_ON_AN_OLD_RECEIPT, 52L),
                    Map.entry(PruningBug.PRUNE_BEFORE_THE_CLOSE_DOWN_IS_MARKED, 8L));

    @Test
    void five_hundred_store_days_keep_every_promise() {
        Campaign campaign = new Campaign(1, SEEDS, Parts.real(), KEYED);

        Report report = campaign.run(2, SimulatorTest::printFailure);

        System.out.println(report.fields());
        Map<String, Object> fields = report.fields();
        assertThat(report.failed()).as("failing seeds").isEmpty();
        assertThat((Integer) fields.get("transactionsMedian")).isGreaterThanOrEqualTo(200);
        assertThat((Integer) fields.get("faultsMedian")).isGreaterThanOrEqualTo(5);
        assertThat(fields)
                .hasEntrySatisfying("pruned", pruned -> assertThat((Long) pruned).isPositive())
                .containsEntry("lost", 0L)
                .containsEntry("duplicated", 0L)
                .containsEntry("forksMissed", 0L)
                .containsEntry("unconverged", 0L);
    }

    @ParameterizedTest
    @MethodSource("io.tidemark.lab.simulate.PlantedBug#all")
    void a_planted_bug_is_caught(PlantedBug bug) {
        SeedResult caught = caught(bug);

        String moved = caught.seed() == lately(bug) ? "" : ", no longer " + lately(bug);
        System.out.println(
                bug + " is caught by seed " + caught.seed() + moved + ": " + told(caught));
        SeedResult without = StoreDay.run(caught.seed(), Parts.real(), KEYED);
        assertThat(without.violation()).as("seed %s without the bug", caught.seed()).isNull();
    }

    /** Each of them broke a promise once, by a bug of the product or of the simulator. */
    @ParameterizedTest
    @ValueSource(
            longs = {
                12,
                21,
                37,
                231,
                681,
                692,
                851,
                1718,
                2786,
                4339,
                911_120,
                200_922,
                406_959,
                408_378,
                418_002,
                503_127,
                503_295,
                508_471,
                641_477,
                548,
                65_164,
                700_008,
                2_065_602,
                2_103_488,
                3_000_004,
                3_000_224,
                5_105_540,
                7_000_344,
                7_001_871,
                7_001_901,
                9_026,
                8_001_862,
                9_001_132,
                9_002_223,
                31_003_876,
                366,
                396,
                605,
                40_001_305,
                41_000_589,
                41_000_596,
                42_005_436,
                61_002_098,
                90_000_218,
                93_000_707,
                93_001_275,
                94_004_828
            })
    void a_seed_that_failed_once_keeps_every_promise(long seed) {
        SeedResult result = StoreDay.run(seed, Parts.real(), KEYED);

        assertThat(result.violation()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_seed_is_a_days_trade_with_five_faults_or_more(long seed) {
        SeedResult result = StoreDay.run(seed, Parts.real(), KEYED);

        assertThat(result.figures().transactions()).isGreaterThanOrEqualTo(200);
        assertThat(result.figures().faults()).isGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 8, 12, 16, 20})
    void one_seed_in_four_has_weeks_in_which_receipts_are_given_up(long seed) {
        SeedResult result = StoreDay.run(seed, Parts.real(), KEYED);

        assertThat(result.violation()).isNull();
        assertThat(result.figures().pruned()).isPositive();
    }

    @Test
    void a_fork_that_nobody_notices_is_counted_as_missed() {
        SeedResult caught = caught(SyncBug.MERGE_A_FORK);

        assertThat(caught.figures().forksMissed()).isEqualTo(1);
    }

    @Test
    void a_seed_replays_exactly() {
        SeedResult first = StoreDay.run(77, Parts.real(), KEYED);
        SeedResult again = StoreDay.run(77, Parts.real(), KEYED);

        assertThat(again).isEqualTo(first);
    }

    @Test
    void real_signatures_keep_the_same_promises() {
        SeedResult result = StoreDay.run(3, Parts.real(), new RealSignatures());

        assertThat(result.violation()).isNull();
    }

    private static SeedResult caught(PlantedBug bug) {
        long step = step(bug);
        return LongStream.concat(
                        LongStream.of(lately(bug)),
                        LongStream.iterate(
                                step, seed -> seed <= SEEDS_TO_FIND_A_BUG, seed -> seed + step))
                .mapToObj(seed -> StoreDay.run(seed, bug, KEYED))
                .filter(SeedResult::failed)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                bug + " is not caught by " + SEEDS_TO_FIND_A_BUG + " seeds"));
    }

    /** The seed that is looked at before all others. */
    private static long lately(PlantedBug bug) {
        return CAUGHT_BY.getOrDefault(bug, step(bug));
    }

    private static long step(PlantedBug bug) {
        return bug instanceof PruningBug ? StoreDay.SEEDS_WITH_WEEKS : 1;
    }

    private static String told(SeedResult result) {
        Violation violation = result.violation();
        return violation == null ? "nothing" : violation.check() + ", " + violation.getMessage();
    }

    private static void printFailure(SeedResult result) {
        if (result.failed()) System.out.println("seed " + result.seed() + " broke " + told(result));
    }
}
