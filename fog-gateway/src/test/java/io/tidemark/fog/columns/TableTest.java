package io.tidemark.fog.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 1_023, 1_024, 1_025, 2_048, 5_000})
    void rows_come_out_as_they_went_in_however_many_there_are(int rows) {
        Random random = new Random(rows);
        Table table = new Table(4);
        List<List<Integer>> added = new ArrayList<>();
        for (int i = 0; i < rows; i++)
            added.add(
                    add(table, 7, random.nextInt(200), -random.nextInt(60_000), random.nextInt()));

        assertThat(shown(table.rows())).isEqualTo(added);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-1, 0",
        "0, 255",
        "0, 256",
        "-128, 127",
        "-32768, 32767",
        "0, 65535",
        "0, 65536",
        "-2147483648, 2147483647",
        "2147483392, 2147483647",
        "-2147483648, -2147418113"
    })
    void numbers_are_packed_without_loss_up_to_the_last_that_fits(int least, int most) {
        int[] values = {least, most, least, (int) (((long) least + most) / 2)};

        int[] unpacked = new int[values.length];
        PackedInts.of(values, values.length).unpack(unpacked);

        assertThat(unpacked).isEqualTo(values);
    }

    @Test
    void numbers_that_lie_close_together_take_less_memory() {
        assertThat(bytesFor(0)).isLessThan(bytesFor(0xFF));
        assertThat(bytesFor(0xFF)).isLessThan(bytesFor(0xFFFF));
        assertThat(bytesFor(0xFFFF)).isLessThan(bytesFor(0x1_0000));
    }

    @Test
    void rows_of_a_moment_stay_as_they_were_while_more_are_added() {
        Table table = new Table(4);
        List<List<Integer>> before = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) before.add(add(table, i, 0, 0, 0));
        Rows then = table.rows();

        for (int i = 0; i < 3_000; i++) add(table, -i, 1, 1, 1);

        assertThat(shown(then)).isEqualTo(before);
        assertThat(shown(then.again())).isEqualTo(before);
    }

    /** Of a thousand rows and more, the first column of which goes up to this. */
    private static long bytesFor(int most) {
        Table table = new Table(4);
        for (int i = 0; i < Table.CHUNK; i++) add(table, i % 2 == 0 ? 0 : most, 0, 0, 0);
        return table.bytes();
    }

    private static List<Integer> add(Table table, int... row) {
        table.add(row[0], row[1], row[2], row[3]);
        return IntStream.of(row).boxed().toList();
    }

    private static List<List<Integer>> shown(Rows rows) {
        List<List<Integer>> shown = new ArrayList<>();
        while (rows.next())
            for (int i = 0; i < rows.count(); i++) {
                int row = i;
                shown.add(
                        IntStream.range(0, 4)
                                .map(column -> rows.column(column)[row])
                                .boxed()
                                .toList());
            }
        return shown;
    }
}
