package io.tidemark.ledger.proof;

import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.codec.Malformed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadCodeTest {
    private final SignedHead head = new TestChain(TILL, TILL_KEYS).append(3).signedAt(3);

    /** The examples of RFC 9285. */
    @ParameterizedTest
    @CsvSource({"AB, BB8", "Hello!!, %69 VD92EX0", "base-45, UJCLQE7W581", "ietf!, QED8WEX0"})
    void base45_is_what_its_standard_says(String plain, String written) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);

        assertThat(Base45.of(bytes)).isEqualTo(written);
        assertThat(Base45.parse(written)).isEqualTo(bytes);
    }

    /** Those that the standard names as wrong, and letters that it does not have. */
    @ParameterizedTest
    @ValueSource(strings = {"GGW", ":::", "::", "A", "BB8A", "bb8", "B8!"})
    void what_is_not_base45_is_refused(String text) {
        assertThatThrownBy(() -> Base45.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_receipts_code_is_read_as_it_was_printed() {
        assertThat(HeadCode.parse(HeadCode.of(head))).isEqualTo(head);
    }

    @Test
    void one_altered_letter_anywhere_is_refused() {
        String code = HeadCode.of(head);

        for (int at = 0; at < code.length(); at++) {
            char other = code.charAt(at) == 'A' ? 'B' : 'A';
            String altered = code.substring(0, at) + other + code.substring(at + 1);
            assertThat(isSigned(altered)).as("letter %d", at).isFalse();
        }
    }

    private static boolean isSigned(String code) {
        try {
            return HeadCode.parse(code).isBy(TILL_KEYS.verifier());
        } catch (Malformed refused) {
            return false;
        }
    }
}
