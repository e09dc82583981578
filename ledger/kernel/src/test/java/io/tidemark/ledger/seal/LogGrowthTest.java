package io.tidemark.ledger.seal;

import static io.tidemark.ledger.TestShop.GATEWAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.LogHead;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LogGrowthTest {
    private final StoreLog log = new SealedShop(4).log();

    @Test
    void a_log_is_proven_to_have_grown_between_any_two_heads_with_nothing_but_the_stores_key() {
        for (int to = 1; to <= SealedShop.DAYS; to++)
            for (int from = 1; from <= to; from++) {
                LogGrowth growth = LogGrowth.parse(growth(from, to).text());

                assertThat(growth).isEqualTo(growth(from, to));
                assertThat(growth.refusal(GATEWAY_KEYS.verifier())).isEmpty();
            }
    }

    @Test
    void its_text_is_the_one_that_is_checked_in() throws IOException {
        try (InputStream golden =
                Objects.requireNonNull(
                        LogGrowthTest.class.getResourceAsStream("/golden/log-growth.txt"))) {
            assertThat(growth(2, 5).text())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void one_flipped_bit_anywhere_is_refused() {
        String text = growth(2, 5).text().strip();

        for (int at = 0; at < text.length(); at++) {
            char[] flipped = text.toCharArray();
            flipped[at] ^= (char) (1 << at % 7);
            assertThat(isProven(new String(flipped))).as("character %d", at).isFalse();
        }
        assertThat(isProven(text)).isTrue();
    }

    @Test
    void what_is_not_the_same_log_is_refused_with_a_reason() {
        LogHead two = head(2);
        LogHead five = head(5);
        LogHead other =
                new StoreLog(log.days().reversed()).sign(GATEWAY.node(), GATEWAY_KEYS.signer());
        LogHead elsewhere =
                log.sign(new NodeName("shop.example", "s999", "gateway"), GATEWAY_KEYS.signer());
        LogHead forged = log.sign(GATEWAY.node(), TILL_KEYS.signer());

        assertThat(why(two, other)).contains("did not grow out of");
        assertThat(why(two, elsewhere)).contains("different stores");
        assertThat(why(two, forged)).contains("not signed with this key");
        assertThat(why(head(3), five)).contains("the path leads from 2 to 5, the heads from 3");
        assertThat(why(two, five)).isEqualTo("proven");
    }

    @Test
    void what_is_no_such_proof_is_refused() {
        assertThat(LogGrowth.isText("\n " + growth(1, 2).text())).isTrue();
        assertThat(LogGrowth.isText("TMH1:ABC")).isFalse();
        assertThatThrownBy(() -> LogGrowth.parse("-----BEGIN TIDEMARK LOG PROOF-----\n"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> LogGrowth.parse("A".repeat(20 << 10)))
                .hasMessageContaining("at most");
    }

    private LogGrowth growth(int from, int to) {
        return new LogGrowth(head(from), head(to), log.tree().consistency(from, to));
    }

    private LogHead head(int size) {
        return new StoreLog(log.days().subList(0, size))
                .sign(GATEWAY.node(), GATEWAY_KEYS.signer());
    }

    private String why(LogHead from, LogHead to) {
        return new LogGrowth(from, to, log.tree().consistency(2, 5))
                .refusal(GATEWAY_KEYS.verifier())
                .orElse("proven");
    }

    private static boolean isProven(String text) {
        try {
            return LogGrowth.parse(text).refusal(GATEWAY_KEYS.verifier()).isEmpty();
        } catch (Malformed refused) {
            return false;
        }
    }
}
