package io.tidemark.ledger.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.codec.Malformed;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalPartTest {
    @Test
    void a_question_and_the_answer_that_there_is_no_more_come_over_as_they_were() {
        JournalAsk ask = new JournalAsk(2, 1_234_567);
        JournalPart end = new JournalPart(2, 1_234_567, Optional.empty());

        assertThat(JournalAsk.parse(ask.toBytes())).isEqualTo(ask);
        assertThat(JournalPart.parse(end.toBytes())).isEqualTo(end);
    }

    @Test
    void what_is_cut_off_or_something_else_is_refused() {
        byte[] ask = new JournalAsk(1, 1).toBytes();
        byte[] part = new JournalPart(1, 1, Optional.empty()).toBytes();

        for (int length = 0; length < ask.length; length++) {
            byte[] cut = Arrays.copyOf(ask, length);
            assertThatThrownBy(() -> JournalAsk.parse(cut)).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> JournalAsk.parse(part)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> JournalPart.parse(ask)).isInstanceOf(Malformed.class);
    }

    @Test
    void sequences_and_epochs_start_at_one() {
        byte[] ask = new JournalAsk(1, 1).toBytes();
        ask[ask.length - 1] = 0;

        assertThatThrownBy(() -> JournalAsk.parse(ask)).isInstanceOf(Malformed.class);
    }
}
