package io.tidemark.node.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedSumsTest {
    private final PackedSums sums = new PackedSums();

    @Test
    void what_is_added_is_read_back_by_item() {
        sums.add("b", 2);
        sums.add("a", -3);
        sums.add("b", 5);

        assertThat(read(sums.toBytes())).containsExactly(Map.entry("a", -3L), Map.entry("b", 7L));
    }

    @Test
    void the_bytes_do_not_depend_on_the_order() {
        sums.add("a", 1);
        sums.add("b", 2);
        PackedSums other = new PackedSums();
        other.add("b", 2);
        PackedSums more = PackedSums.of(other.toBytes());
        more.add("a", 1);

        assertThat(more.toBytes()).isEqualTo(sums.toBytes());
    }

    @Test
    void what_adds_up_to_nothing_stays() {
        sums.add("a", 4);
        PackedSums back = PackedSums.of(sums.toBytes());
        back.add("a", -4);

        assertThat(read(back.toBytes())).containsExactly(Map.entry("a", 0L));
    }

    @Test
    void a_sum_that_would_be_wrong_is_refused() {
        sums.add("a", Long.MAX_VALUE);

        assertThatThrownBy(() -> sums.add("a", 1)).isInstanceOf(ArithmeticException.class);
    }

    private static Map<String, Long> read(byte[] column) {
        Map<String, Long> read = new LinkedHashMap<>();
        PackedSums.read(column, read::put);
        return read;
    }
}
