package io.tidemark.ledger.proof;

import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.proof.ReceiptProof.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReceiptProofTest {
    private static final Verifier DEVICE = TILL_KEYS.verifier();

    private final TestChain till = new TestChain(TILL, TILL_KEYS).append(5);

    @Test
    void an_entry_is_proven_by_what_follows_up_to_a_signed_head() {
        ReceiptProof proof = ReceiptProof.parse(proof(2, 4).toBytes());

        assertThat(proof).isEqualTo(proof(2, 4));
        assertThat(proof.verify(TILL, 2, DEVICE))
                .isEqualTo(new Verdict.Proven(till.entries().get(1), new Head(2, till.hashAt(2))));
    }

    @Test
    void an_entry_that_is_signed_itself_needs_nothing_behind_it() {
        assertThat(proof(3, 3).verify(TILL, 3, DEVICE)).isInstanceOf(Verdict.Proven.class);
        assertThat(proof(1, 1).verify(TILL, 1, DEVICE)).isInstanceOf(Verdict.Proven.class);
    }

    @Test
    void one_flipped_bit_anywhere_is_refused() {
        byte[] whole = proof(2, 3).toBytes();

        for (int at = 0; at < whole.length; at++)
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << bit);
                assertThat(isProven(flipped)).as("bit %d of byte %d", bit, at).isFalse();
            }
    }

    @Test
    void a_proof_of_something_else_is_refused() {
        JournalId other = new JournalId(TILL.node(), 2);

        assertThat(why(proof(2, 4).verify(other, 2, DEVICE))).contains("not of " + other);
        assertThat(why(proof(2, 4).verify(TILL, 3, DEVICE))).contains("not of entry 3");
        assertThat(why(proof(2, 4).verify(TILL, 2, GATEWAY_KEYS.verifier())))
                .contains("not signed with the key");
    }

    @Test
    void what_is_cut_off_or_something_else_is_refused() {
        byte[] whole = proof(1, 2).toBytes();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ReceiptProof.parse(cut)).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> ReceiptProof.parse(till.batch(1, 2).toBytes()))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> ReceiptProof.parse(new byte[ReceiptProof.BYTES_MAX + 1]))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("are allowed");
    }

    /** Taking over what is left in {@code target/} is a decision that needs an ADR. */
    @Test
    void its_bytes_are_those_that_are_checked_in() throws IOException {
        TestChain plain = new TestChain(TILL, TILL_KEYS);
        for (byte i = 1; i <= 3; i++)
            plain.append(new EntryBytes(new byte[] {i, 1}, new byte[] {i, 2, 3}));
        String written =
                "question of a day = "
                        + hex(ReceiptQuestion.toBytes(List.of(ReceiptTalkTest.OF_DAY)))
                        + "\nquestion of one = "
                        + hex(ReceiptQuestion.toBytes(List.of(ReceiptTalkTest.ONE)))
                        + "\nlist = "
                        + hex(ReceiptTalkTest.LISTED.toBytes())
                        + "\nnot here = "
                        + hex(ReceiptTalkTest.PRUNED.toBytes())
                        + "\nproof = "
                        + hex(ReceiptProof.of(plain.hashAt(1), plain.batch(2, 3)).toBytes())
                        + "\n";
        Files.writeString(Path.of("target", "golden-receipts.txt"), written);

        assertThat(written).isEqualTo(checkedIn());
    }

    private ReceiptProof proof(long sequence, long signed) {
        return ReceiptProof.of(till.hashAt(sequence - 1), till.batch(sequence, signed));
    }

    private static boolean isProven(byte[] bytes) {
        try {
            return ReceiptProof.parse(bytes).verify(TILL, 2, DEVICE) instanceof Verdict.Proven;
        } catch (Malformed refused) {
            return false;
        }
    }

    private static String why(Verdict verdict) {
        return verdict instanceof Verdict.Refused(String why) ? why : "proven";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String checkedIn() throws IOException {
        try (InputStream golden =
                Objects.requireNonNull(
                        ReceiptProofTest.class.getResourceAsStream("/golden/receipts.txt"))) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
