package io.tidemark.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The leaves of many journals beside each other, however many each has. */
class JoinedLeavesTest {
    private static final int LEAVES = 9_000;
    private static final MerkleTree TREE = new MerkleTree();

    static {
        for (int leaf = 0; leaf < LEAVES; leaf++) TREE.add(leaf(leaf).toBytes());
    }

    @Test
    void one_journal_of_any_length_comes_to_the_root_of_its_leaves() {
        for (int size = 0; size < 100; size++) requireSame(List.of(size));
    }

    @Test
    void journals_behind_each_other_come_to_the_root_of_the_whole_wherever_each_begins() {
        for (int first = 0; first < 40; first++) requireSame(List.of(first, 0, 70, 1, 40));
    }

    @Test
    void large_journals_come_to_the_root_of_the_whole() {
        SplittableRandom random = new SplittableRandom(7);
        for (int day = 0; day < 40; day++) {
            List<Integer> sizes = new ArrayList<>();
            for (int left = random.nextInt(LEAVES); left > 0; left -= sizes.getLast())
                sizes.add(1 + random.nextInt(Math.min(left, 3_000)));

            requireSame(sizes);
        }
    }

    private static void requireSame(List<Integer> sizes) {
        int size = sizes.stream().mapToInt(Integer::intValue).sum();

        // As on arrival, and as from the bytes; both in one tree, too.
        for (int kinds = 0; kinds < 3; kinds++) {
            RunningTree tree = JoinedLeaves.tree(journals(sizes, kinds));

            assertThat(tree.size()).isEqualTo(size);
            assertThat(tree.root()).as("%s, %d", sizes, kinds).isEqualTo(TREE.root(size));
        }
    }

    private static List<LeafHashes> journals(List<Integer> sizes, int kinds) {
        List<LeafHashes> journals = new ArrayList<>();
        int leaf = 0;
        for (int size : sizes) {
            boolean hasRuns = kinds == 0 || (kinds == 1 && journals.size() % 2 == 0);
            LeafHashes journal = hasRuns ? LeafHashes.withRuns() : LeafHashes.alone();
            for (int i = 0; i < size; i++) journal.add(leaf(leaf++));
            journals.add(journal);
        }
        return journals;
    }

    private static Hash leaf(int number) {
        return Hash.digest(ByteBuffer.allocate(4).putInt(number).array());
    }
}
