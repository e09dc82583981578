package io.tidemark.ledger.seal;

import static io.tidemark.ledger.TestShop.GATEWAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.Verifier;
import org.junit.jupiter.api.Test;

class LogCheckTest {
    private static final Verifier GATEWAYS_KEY = GATEWAY_KEYS.verifier();

    private final LogCheck check = new LogCheck();
    private StoreLog log = StoreLog.EMPTY;

    @Test
    void a_log_that_only_grows_agrees_at_every_size() {
        for (int place = 0; place < 40; place++) {
            closes(SealedShop.other(place % 5));

            assertThat(check.signed(head(), GATEWAYS_KEY)).isEmpty();
            assertThat(check.signed()).isEqualTo(place + 1);
        }
    }

    @Test
    void a_close_down_that_was_altered_since_is_noticed_at_the_next_head() {
        closes(SealedShop.other(0));
        closes(SealedShop.other(1));
        StoreLog altered =
                StoreLog.EMPTY
                        .then(SealedShop.other(3))
                        .then(SealedShop.other(1))
                        .then(SealedShop.other(2));
        closes(SealedShop.other(2));

        assertThat(check.signed(altered.sign(GATEWAY.node(), GATEWAY_KEYS.signer()), GATEWAYS_KEY))
                .get()
                .asString()
                .startsWith("its log of 3 is signed with root ")
                .endsWith("it did not only grow");
        assertThat(check.signed()).isZero();
    }

    @Test
    void one_that_was_left_out_or_not_sent_is_noticed() {
        closes(SealedShop.other(0));
        LogHead earlier = head();
        closes(SealedShop.other(1));

        assertThat(check.signed(earlier, GATEWAYS_KEY))
                .contains(
                        "its log is signed as having 1 close-downs and supplements, where 2 are"
                                + " here");
    }

    @Test
    void a_head_that_somebody_else_signed_is_noticed() {
        closes(SealedShop.other(0));
        LogHead forged = log.sign(GATEWAY.node(), TILL_KEYS.signer());
        LogHead ofAnotherStore =
                LogHead.sign(GATEWAY.node(), 1, Hash.digest(new byte[0]), GATEWAY_KEYS.signer());

        assertThat(check.signed(forged, GATEWAYS_KEY))
                .contains("the head of its log of 1 is not signed with the gateway's key");
        assertThat(
                        check.signed(
                                new LogHead(
                                        "shop.example",
                                        "s002",
                                        1,
                                        ofAnotherStore.root(),
                                        ofAnotherStore.signature()),
                                GATEWAYS_KEY))
                .isPresent();
    }

    private void closes(DayLeaf day) {
        log = log.then(day);
        check.closed(day);
    }

    private LogHead head() {
        return log.sign(GATEWAY.node(), GATEWAY_KEYS.signer());
    }
}
