package io.tidemark.ledger.proof;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static io.tidemark.ledger.TestShop.gbp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.ReceiptDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTalkTest {
    static final ReceiptQuestion OF_DAY = new ReceiptQuestion.OfDay(7, TILL, DAY, 3, 900);
    static final ReceiptQuestion ONE = new ReceiptQuestion.One(8, TILL, 17);
    static final ReceiptReply LISTED =
            new ReceiptReply.Listed(7, List.of(gist(3, 1, 250), gist(5, 2, -250)));
    static final ReceiptReply PRUNED = new ReceiptReply.NotHere(8, true, "pruned in May");

    @Test
    void questions_and_replies_come_over_as_they_were() {
        TestChain till = new TestChain(TILL, TILL_KEYS).append(3);
        ReceiptReply found =
                new ReceiptReply.Found(9, ReceiptProof.of(till.hashAt(1), till.batch(2, 3)));

        assertThat(ReceiptQuestion.parse(ReceiptQuestion.toBytes(List.of(OF_DAY, ONE))))
                .containsExactly(OF_DAY, ONE);
        assertThat(ReceiptQuestion.parse(ReceiptQuestion.toBytes(List.of()))).isEmpty();
        for (ReceiptReply reply : List.of(LISTED, PRUNED, found))
            assertThat(ReceiptReply.parse(reply.toBytes())).isEqualTo(reply);
    }

    @Test
    void a_list_gives_the_digest_that_the_close_down_has() {
        ReceiptDigest expected = ReceiptDigest.NONE.then(1, 2, gbp(250)).then(2, 2, gbp(-250));

        assertThat(ReceiptGist.digest(List.of(gist(3, 1, 250), gist(5, 2, -250))))
                .isEqualTo(expected);
    }

    @Test
    void what_is_cut_off_or_something_else_is_refused() {
        byte[] questions = ReceiptQuestion.toBytes(List.of(OF_DAY, ONE));
        byte[] reply = LISTED.toBytes();

        for (int length = 0; length < questions.length; length++) {
            byte[] cut = Arrays.copyOf(questions, length);
            assertThatThrownBy(() -> ReceiptQuestion.parse(cut)).isInstanceOf(Malformed.class);
        }
        for (int length = 0; length < reply.length; length++) {
            byte[] cut = Arrays.copyOf(reply, length);
            assertThatThrownBy(() -> ReceiptReply.parse(cut)).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> ReceiptReply.parse(questions)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> ReceiptQuestion.parse(reply)).isInstanceOf(Malformed.class);
    }

    private static ReceiptGist gist(long sequence, long receipt, long gross) {
        return new ReceiptGist(
                sequence, receipt, 4, Instant.parse("2010-12-06T10:00:00Z"), 2, gbp(gross));
    }
}
