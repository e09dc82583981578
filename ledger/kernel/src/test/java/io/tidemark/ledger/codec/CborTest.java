package io.tidemark.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {
    /** The integers of RFC 8949, appendix A. */
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "10, 0a",
        "23, 17",
        "24, 1818",
        "25, 1819",
        "100, 1864",
        "1000, 1903e8",
        "1000000, 1a000f4240",
        "1000000000000, 1b000000e8d4a51000",
        "9223372036854775807, 1b7fffffffffffffff",
        "-1, 20",
        "-10, 29",
        "-100, 3863",
        "-1000, 3903e7",
        "-9223372036854775808, 3b7fffffffffffffff"
    })
    void integers_have_the_bytes_of_the_standard(long value, String hex) {
        byte[] written = new CborWriter().integer(value).toBytes();

        assertThat(HexFormat.of().formatHex(written)).isEqualTo(hex);
        assertThat(new CborReader(written).integer()).isEqualTo(value);
    }

    /**
     * Not in shortest form, indefinite, a map, a tag, a float, undefined, beyond 63 bits, cut off.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1800", "1817", "190017", "1900ff", "1a0000ffff", "1b00000000ffffffff", "9f01ff",
                        "5f41014102ff", "a0",
                "a10102", "c001", "f90000", "fa00000000", "f7", "f0", "1bffffffffffffffff",
                        "3bffffffffffffffff", "18",
                "81", "9bffffffffffffff7f", "5a7fffffff", "62c3", "61ff", ""
            })
    void everything_else_is_refused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(
                        () -> {
                            CborReader reader = new CborReader(bytes);
                            reader.skip();
                            reader.end();
                        })
                .isInstanceOf(Malformed.class);
    }

    @Test
    void text_bytes_and_nesting_come_back_as_they_were() {
        byte[] written =
                new CborWriter()
                        .array(4)
                        .text("Käse für 5 €")
                        .bytes(new byte[] {1, 2})
                        .bool(true)
                        .nothing()
                        .toBytes();

        CborReader reader = new CborReader(written);

        reader.arrayOf(4);
        assertThat(reader.text(100)).isEqualTo("Käse für 5 €");
        assertThat(reader.bytes(2)).containsExactly(1, 2);
        assertThat(reader.bool()).isTrue();
        assertThat(reader.takeNothing()).isTrue();
        reader.end();
    }

    @Test
    void items_added_by_a_newer_writer_are_passed_over() {
        byte[] written =
                new CborWriter().array(3).integer(7).text("new").array(1).bool(false).toBytes();

        CborReader reader = new CborReader(written);
        long known = reader.fields(1, reader::integer);

        assertThat(known).isEqualTo(7);
        reader.end();
    }

    @Test
    void nesting_has_an_end() {
        CborWriter writer = new CborWriter();
        for (int i = 0; i < 100; i++) writer.array(1);

        assertThatThrownBy(() -> new CborReader(writer.integer(1).toBytes()).skip())
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("deeper than 16");
    }

    @Test
    void random_bytes_are_read_or_refused_but_never_break_the_reader() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            CborReader reader = new CborReader(bytes);
            try {
                byte[] item = reader.item();
                assertThat(item.length).as("seed %s", seed).isLessThanOrEqualTo(bytes.length);
            } catch (Malformed refused) {
                assertThat(refused).as("seed %s", seed).hasMessageContaining("byte");
            }
        }
    }
}
