package io.tidemark.ledger.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Verifier;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A statement is signed here when its signature repeats it. */
class LastVerifiedTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Verifier once =
            new LastVerified((statement, signature) -> {
                asked.incrementAndGet();
                return Arrays.equals(statement, signature);
            });

    @Test
    void the_same_statement_is_verified_once() {
        assertThat(once.verify(bytes(1), bytes(1))).isTrue();

        assertThat(once.verify(bytes(1), bytes(1))).isTrue();

        assertThat(asked).hasValue(1);
    }

    @Test
    void what_is_not_signed_is_never_believed() {
        assertThat(once.verify(bytes(1), bytes(1))).isTrue();

        assertThat(once.verify(bytes(2), bytes(1))).isFalse();
        assertThat(once.verify(bytes(1), bytes(2))).isFalse();
        assertThat(once.verify(bytes(2), bytes(1))).isFalse();

        assertThat(asked).hasValue(4);
    }

    @Test
    void what_was_handed_over_may_change_afterwards() {
        byte[] statement = bytes(1);
        assertThat(once.verify(statement, bytes(1))).isTrue();

        statement[0] = 2;

        assertThat(once.verify(statement, bytes(1))).isFalse();
    }

    private static byte[] bytes(int value) {
        return new byte[] {(byte) value};
    }
}
