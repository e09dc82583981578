package io.tidemark.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the definition says of trees, over every size from nothing up, and every leaf in them. */
class TreeOfAnySizeTest {
    private static final int SIZES = 300;
    private static final int ALL_PAIRS = 130;
    private static final MerkleTree TREE = tree(SIZES);

    @Test
    void leaves_that_go_by_come_to_the_root_of_the_whole() {
        RunningTree running = new RunningTree();

        for (int size = 1; size <= SIZES; size++) {
            running.add(leaf(size - 1));

            assertThat(running.root()).as("at %d", size).isEqualTo(TREE.root(size));
            assertThat(running.size()).isEqualTo(size);
        }
    }

    @Test
    void subtrees_computed_apart_come_to_the_root_of_the_whole() {
        for (int size = 0; size <= SIZES; size++) {
            RunningTree running = new RunningTree();
            for (int from = 0; from < size; ) {
                int leaves = Integer.highestOneBit(size - from);
                running.add(rootOver(from, from + leaves), leaves);
                from += leaves;
            }

            assertThat(running.root()).as("at %d", size).isEqualTo(TREE.root(size));
        }
    }

    @Test
    void every_leaf_of_every_tree_is_proven_and_no_other_leaf_by_the_same_path() {
        for (int size = 1; size <= ALL_PAIRS; size++)
            for (int index = 0; index < size; index++) {
                InclusionProof proof = TREE.inclusion(index, size);

                assertThat(proof.leads(leaf(index), TREE.root(size))).isTrue();
                assertThat(proof.leads(leaf(index + 1), TREE.root(size))).isFalse();
                assertThat(proof.leads(leaf(index), TREE.root(size - 1))).isFalse();
            }
    }

    @Test
    void a_leaf_that_is_watched_as_it_goes_by_has_the_same_proof() {
        for (int size = 1; size <= ALL_PAIRS; size++)
            for (int index = 0; index < size; index++) {
                RunningTree running = new RunningTree();
                for (int leaf = 0; leaf < size; leaf++)
                    if (leaf == index) running.addWatched(leaf(leaf));
                    else running.add(leaf(leaf));

                assertThat(running.inclusion()).isEqualTo(TREE.inclusion(index, size));
            }
    }

    @Test
    void every_tree_is_proven_to_have_grown_from_every_earlier_one_and_from_no_other() {
        for (int to = 0; to <= ALL_PAIRS; to++)
            for (int from = 0; from <= to; from++) {
                ConsistencyProof proof = TREE.consistency(from, to);

                assertThat(proof.connects(TREE.root(from), TREE.root(to))).isTrue();
                assertThat(proof.connects(other(from), TREE.root(to))).isFalse();
                if (from > 0) assertThat(proof.connects(TREE.root(from), other(to))).isFalse();
            }
    }

    @Test
    void a_tree_whose_past_was_altered_is_not_shown_to_have_grown() {
        MerkleTree altered = new MerkleTree();
        for (int leaf = 0; leaf < 20; leaf++) altered.add(leaf(leaf == 3 ? 99 : leaf));

        for (int from = 4; from <= 20; from++)
            assertThat(altered.consistency(from, 20).connects(TREE.root(from), altered.root()))
                    .as("from %d", from)
                    .isFalse();
    }

    @Test
    void a_path_with_a_hash_altered_left_out_or_added_proves_nothing() {
        for (int size : List.of(2, 3, 7, 8, 21, 64, 100))
            for (int index = 0; index < size; index++) {
                InclusionProof proof = TREE.inclusion(index, size);
                for (List<Hash> wrong : spoiled(proof.path()))
                    assertThat(
                                    new InclusionProof(index, size, wrong)
                                            .leads(leaf(index), TREE.root(size)))
                            .isFalse();
            }
    }

    @Test
    void a_growth_with_a_hash_altered_left_out_or_added_proves_nothing() {
        for (int from = 1; from < 64; from++) {
            ConsistencyProof proof = TREE.consistency(from, 65);
            for (List<Hash> wrong : spoiled(proof.path()))
                assertThat(
                                new ConsistencyProof(from, 65, wrong)
                                        .connects(TREE.root(from), TREE.root(65)))
                        .isFalse();
        }
    }

    @Test
    void a_proof_about_another_place_proves_nothing() {
        InclusionProof proof = TREE.inclusion(5, 21);

        for (int index = 0; index < 21; index++)
            assertThat(new InclusionProof(index, 21, proof.path()).leads(leaf(5), TREE.root(21)))
                    .isEqualTo(index == 5);
    }

    @Test
    void a_node_cannot_be_passed_off_as_a_leaf() {
        byte[] node = ByteBuffer.allocate(64).put(root(0)).put(root(1)).array();

        assertThat(new InclusionProof(0, 1, List.of()).leads(node, TREE.root(2))).isFalse();
    }

    @Test
    void proofs_are_read_as_they_were_written() {
        InclusionProof inclusion = TREE.inclusion(17, 300);
        ConsistencyProof consistency = TREE.consistency(17, 300);
        byte[] written = consistency.writeTo(inclusion.writeTo(new CborWriter())).toBytes();

        CborReader reader = new CborReader(written);

        assertThat(InclusionProof.readFrom(reader)).isEqualTo(inclusion);
        assertThat(ConsistencyProof.readFrom(reader)).isEqualTo(consistency);
        reader.end();
    }

    @Test
    void what_cannot_be_is_refused_with_the_reason() {
        assertThatThrownBy(() -> TREE.inclusion(4, 4)).hasMessage("leaf 4 is not among 4");
        assertThatThrownBy(() -> TREE.consistency(5, 4))
                .hasMessage("a tree of 4 cannot have grown from 5");
        assertThatThrownBy(() -> TREE.root(SIZES + 1))
                .hasMessage("the tree has 300 leaves, and never had 301");
        RunningTree one = new RunningTree();
        one.add(leaf(0));
        assertThatThrownBy(() -> one.add(TREE.root(2), 2))
                .hasMessage("2 leaves are no complete subtree behind 1");
    }

    private static List<List<Hash>> spoiled(List<Hash> path) {
        List<List<Hash>> spoiled = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            List<Hash> altered = new ArrayList<>(path);
            altered.set(at, other(at));
            spoiled.add(altered);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(at);
            spoiled.add(shorter);
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(other(1));
        spoiled.add(longer);
        return spoiled;
    }

    private static Hash rootOver(int from, int to) {
        MerkleTree part = new MerkleTree();
        for (int leaf = from; leaf < to; leaf++) part.add(leaf(leaf));
        return part.root();
    }

    private static byte[] root(int leaf) {
        return rootOver(leaf, leaf + 1).toBytes();
    }

    private static Hash other(int number) {
        return Hash.digest(ByteBuffer.allocate(8).putLong(~number).array());
    }

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        for (int leaf = 0; leaf < size; leaf++) tree.add(leaf(leaf));
        return tree;
    }

    private static byte[] leaf(int number) {
        return Hash.digest(ByteBuffer.allocate(4).putInt(number).array()).toBytes();
    }
}
