package io.tidemark.ledger.event;

import static io.tidemark.ledger.TestShop.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who allowed that a day was closed without devices. */
class CloseDownAuthorisedTest {
    private static final CloseDownAuthorised SUE =
            new CloseDownAuthorised(
                    DAY,
                    1,
                    List.of("till-2"),
                    "21",
                    "Sue Hart",
                    "supervisor",
                    "its disk is broken");

    /** [15313, 1, ["till-2"], "21", "Sue Hart", "supervisor", "its disk is broken"] in CBOR. */
    private static final String BYTES =
            "87193bd101816674696c6c2d326232316853756520486172746a73757065727669736f72726974"
                    + "73206469736b2069732062726f6b656e";

    @Test
    void it_has_the_bytes_that_are_written_here_and_is_read_back_from_them() {
        CborWriter writer = new CborWriter();
        SUE.writeTo(writer);

        assertThat(HexFormat.of().formatHex(writer.toBytes())).isEqualTo(BYTES);
        assertThat(CloseDownAuthorised.readFrom(new CborReader(writer.toBytes()))).isEqualTo(SUE);
    }

    @Test
    void people_read_who_it_was_and_why() {
        assertThat(SUE.inWords()).isEqualTo("Sue Hart (21, supervisor): its disk is broken");
        assertThat(new CloseDownAuthorised(DAY, 0, List.of("till-2"), "Ann", "", "", "").inWords())
                .isEqualTo("Ann");
    }

    @Test
    void nobody_allows_what_needs_no_allowing_and_no_one_allows_nothing() {
        assertThatThrownBy(() -> new CloseDownAuthorised(DAY, 0, List.of(), "21", "", "", ""))
                .hasMessageContaining("leave out nothing");
        assertThatThrownBy(
                        () -> new CloseDownAuthorised(DAY, 0, List.of("till-2"), " ", "", "", ""))
                .hasMessageContaining("the supervisor who gave it");
    }
}
