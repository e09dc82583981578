package io.tidemark.node.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Packed;
import io.tidemark.ledger.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
    private static final int BYTES_MAX = 5 << 20;

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 600, 16 << 10, (16 << 10) + 1, 300_000})
    void what_is_packed_comes_out_as_it_was(int bytes) {
        byte[] raw = text(bytes);

        byte[] sent = Packing.packed(raw);

        assertThat(Packing.unpacked(sent, BYTES_MAX)).isEqualTo(raw);
        assertThat(sent.length).isLessThanOrEqualTo(raw.length);
    }

    @Test
    void repetitions_are_packed_small_and_by_the_dictionary_where_there_are_few() {
        assertThat(Packing.packed(text(300_000)).length).isLessThan(10_000);
        assertThat(Packed.parse(Packing.packed(text(600)), BYTES_MAX).algorithm())
                .isEqualTo(Packed.ZSTD_DICTIONARY);
    }

    @Test
    void what_does_not_get_smaller_goes_as_it_is() {
        byte[] noise = new byte[5_000];
        new Random(42).nextBytes(noise);

        assertThat(Packing.packed(noise)).isSameAs(noise);
        assertThat(Packing.unpacked(noise, BYTES_MAX)).isSameAs(noise);
    }

    @Test
    void a_bomb_is_refused_by_what_it_says_and_not_unpacked() {
        byte[] bomb = Packing.packed(new byte[BYTES_MAX + 1]);

        assertThatThrownBy(() -> Packing.unpacked(bomb, BYTES_MAX))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("allowed");
    }

    @Test
    void a_bomb_that_says_it_is_small_never_writes_more_than_it_says() {
        byte[] bomb = Packing.packed(new byte[BYTES_MAX]);
        Packed inside = Packed.parse(bomb, BYTES_MAX);
        byte[] lying = new Packed(inside.algorithm(), 100, inside.content()).toBytes();

        assertThatThrownBy(() -> Packing.unpacked(lying, BYTES_MAX)).isInstanceOf(Malformed.class);
    }

    @Test
    void what_is_cut_off_or_changed_is_refused() {
        byte[] sent = Packing.packed(text(300_000));
        byte[] unknown = sent.clone();
        unknown[4] = 99;

        for (int length = Packed.FRAMING + 1; length < 40; length++) {
            byte[] cut = Arrays.copyOf(sent, length);
            assertThatThrownBy(() -> Packing.unpacked(cut, BYTES_MAX))
                    .isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> Packing.unpacked(unknown, BYTES_MAX))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("does not know");
    }

    private static byte[] text(int bytes) {
        return "WHITE HANGING HEART T-LIGHT HOLDER "
                .repeat(bytes / 35 + 1)
                .substring(0, bytes)
                .getBytes(StandardCharsets.UTF_8);
    }
}
