package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.codec.Malformed;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReleaseTest {
    private static final JournalId TILL =
            new JournalId(new NodeName("shop.example", "s001", "till-1"), 1);
    private static final JournalId GATEWAY =
            new JournalId(new NodeName("shop.example", "s001", "gateway"), 2);
    private static final Signer SIGNER =
            statement -> Arrays.copyOf(Hash.digest(statement).toBytes(), 64);
    private static final Verifier VERIFIER =
            (statement, signature) -> Arrays.equals(SIGNER.sign(statement), signature);

    private final Release release =
            Release.sign(
                    GATEWAY,
                    TILL,
                    new Release.Reach(
                            new Head(7, Hash.digest(new byte[7])), LocalDate.of(2026, 11, 20)),
                    SIGNER);

    @Test
    void a_release_survives_the_wire_and_proves_which_gateway_said_it() {
        Release read = Release.parse(release.toBytes());

        assertThat(read).isEqualTo(release);
        assertThat(read.closed()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(read.isBy(GATEWAY.node(), VERIFIER)).isTrue();
        assertThat(read.isBy(TILL.node(), VERIFIER)).isFalse();
    }

    @Test
    void what_was_altered_on_the_way_is_not_by_anybody() {
        byte[] altered = release.toBytes();
        altered[altered.length - 70] ^= 1;

        assertThat(Release.parse(altered).isBy(GATEWAY.node(), VERIFIER)).isFalse();
    }

    @Test
    void what_is_no_release_is_refused() {
        assertThatThrownBy(() -> Release.parse(new byte[] {(byte) 0x80}))
                .isInstanceOf(Malformed.class);
    }
}
