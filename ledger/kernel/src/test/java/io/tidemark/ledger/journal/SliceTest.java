package io.tidemark.ledger.journal;

import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.ledger.TestChain;
import org.junit.jupiter.api.Test;

class SliceTest {
    private final TestChain chain = new TestChain(TILL, TILL_KEYS).append(7);
    private final Slice slice = slice(3, 6);

    @Test
    void a_slice_that_may_not_go_whole_ends_earlier_and_is_signed_there() {
        for (long end = 3; end < 6; end++) assertThat(upTo(end)).isEqualTo(slice(3, end));
    }

    @Test
    void one_that_may_go_whole_goes_as_it_was_signed() {
        assertThat(upTo(6)).isSameAs(slice);
        assertThat(upTo(7)).isSameAs(slice);
    }

    @Test
    void one_of_which_nothing_may_go_is_no_slice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upTo(2))
                .withMessage("nothing may go beyond entry 2, and this begins with 3");
    }

    private Slice upTo(long end) {
        return slice.upTo(end, chain::hashAt, TILL_KEYS.signer());
    }

    private Slice slice(long from, long to) {
        return new Slice(from, chain.batch(from, to).entries(), chain.signedAt(to));
    }
}
