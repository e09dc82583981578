package io.tidemark.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Hash;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vectors that Certificate Transparency's reference implementation publishes for RFC 6962
 * (google/certificate-transparency, {@code merkletree/merkle_tree_test.cc} and {@code
 * merkle_verifier_test.cc}).
 */
class PublishedVectorsTest {
    private static final List<byte[]> LEAVES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(HexFormat.of()::parseHex)
                    .toList();

    private static final List<Hash> ROOTS =
            hashes(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_root_at_every_size_is_the_published_one() {
        RunningTree running = new RunningTree();
        List<Hash> roots =
                Stream.concat(
                                Stream.of(running.root()),
                                LEAVES.stream().map(leaf -> then(running, leaf)))
                        .toList();

        assertThat(roots).isEqualTo(ROOTS);
        assertThat(IntStream.rangeClosed(0, 8).mapToObj(tree()::root)).isEqualTo(ROOTS);
    }

    private static Hash then(RunningTree tree, byte[] leaf) {
        tree.add(leaf);
        return tree.root();
    }

    static Stream<Arguments> inclusions() {
        return Stream.of(
                Arguments.of(0, 1, hashes()),
                Arguments.of(
                        0,
                        8,
                        hashes(
                                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
                Arguments.of(
                        5,
                        8,
                        hashes(
                                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
                Arguments.of(
                        2,
                        3,
                        hashes("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")),
                Arguments.of(
                        1,
                        5,
                        hashes(
                                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")));
    }

    @ParameterizedTest
    @MethodSource("inclusions")
    void a_leaf_is_proven_by_the_published_path(int index, int size, List<Hash> path) {
        InclusionProof published = new InclusionProof(index, size, path);

        assertThat(tree().inclusion(index, size)).isEqualTo(published);
        assertThat(published.leads(LEAVES.get(index), ROOTS.get(size))).isTrue();
    }

    static Stream<Arguments> consistencies() {
        return Stream.of(
                Arguments.of(1, 1, hashes()),
                Arguments.of(
                        1,
                        8,
                        hashes(
                                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
                Arguments.of(
                        6,
                        8,
                        hashes(
                                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
                Arguments.of(
                        2,
                        5,
                        hashes(
                                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")));
    }

    @ParameterizedTest
    @MethodSource("consistencies")
    void a_tree_that_grew_is_proven_by_the_published_path(int from, int to, List<Hash> path) {
        ConsistencyProof published = new ConsistencyProof(from, to, path);

        assertThat(tree().consistency(from, to)).isEqualTo(published);
        assertThat(published.connects(ROOTS.get(from), ROOTS.get(to))).isTrue();
    }

    private static MerkleTree tree() {
        MerkleTree tree = new MerkleTree();
        LEAVES.forEach(tree::add);
        return tree;
    }

    private static List<Hash> hashes(String... hex) {
        return Stream.of(hex).map(Hash::parse).toList();
    }
}
