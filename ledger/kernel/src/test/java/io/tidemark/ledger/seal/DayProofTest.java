package io.tidemark.ledger.seal;

import static io.tidemark.ledger.TestShop.DAY;
import static io.tidemark.ledger.TestShop.GATEWAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.seal.DayProof.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DayProofTest {
    private final SealedShop shop = new SealedShop(11);

    @Test
    void every_entry_of_a_day_is_proven_with_nothing_but_the_stores_key() {
        for (int sequence = 1; sequence <= 11; sequence++) {
            DayProof proof = DayProof.parse(shop.proof(sequence).toBytes());

            assertThat(proof.verify(GATEWAY_KEYS.verifier()))
                    .isEqualTo(
                            new Verdict.Proven(
                                    EntryCodec.decode(shop.till.entries().get(sequence - 1)),
                                    shop.till.hashAt(sequence)));
        }
    }

    @Test
    void one_flipped_bit_anywhere_is_refused() {
        byte[] whole = shop.proof(6).toBytes();

        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            assertThat(isProven(flipped)).as("byte %d", at).isFalse();
        }
    }

    @Test
    void one_flipped_bit_of_its_text_is_refused() {
        String text = ProofText.of(shop.proof(6)).strip();

        for (int at = 0; at < text.length(); at++) {
            char[] flipped = text.toCharArray();
            flipped[at] ^= (char) (1 << at % 7);
            assertThat(isProven(new String(flipped))).as("character %d", at).isFalse();
        }
    }

    @Test
    void its_text_is_read_with_the_line_ends_of_any_system() {
        DayProof proof = shop.proof(6);

        assertThat(ProofText.parse(ProofText.of(proof))).isEqualTo(proof);
        assertThat(ProofText.parse("\n" + ProofText.of(proof).replace("\n", "\r\n") + " "))
                .isEqualTo(proof);
    }

    @Test
    void what_is_cut_off_longer_or_something_else_is_refused() {
        byte[] whole = shop.proof(6).toBytes();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> DayProof.parse(cut)).isInstanceOf(Malformed.class);
        }
        assertThatThrownBy(() -> DayProof.parse(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> DayProof.parse(new byte[DayProof.BYTES_MAX + 1]))
                .hasMessageContaining("are allowed");
        assertThatThrownBy(() -> ProofText.parse("TMH1:ABC"))
                .hasMessage("it does not begin and end as a proof does");
    }

    @Test
    void another_entry_day_or_key_is_refused_and_named() {
        DayProof proof = shop.proof(6);
        DayProof other = shop.proof(7);
        DayProof altered =
                new DayProof(
                        proof.previous(),
                        other.entry(),
                        proof.inDay(),
                        proof.day(),
                        proof.inLog(),
                        proof.head());
        DayProof otherDay =
                new DayProof(
                        proof.previous(),
                        proof.entry(),
                        proof.inDay(),
                        SealedShop.other(1),
                        proof.inLog(),
                        proof.head());

        assertThat(why(altered))
                .isEqualTo("the entry is not what Z 3 of 2011-12-05 has at place 5 of its 11");
        assertThat(why(otherDay)).startsWith("Z 2 of 2011-12-04 is not what s001's log of 5:");
        assertThat(proof.verify(TILL_KEYS.verifier()))
                .isEqualTo(
                        new Verdict.Refused(
                                "the head of "
                                        + shop.head()
                                        + " is not signed with this key of the"
                                        + " store"));
    }

    @Test
    void an_entry_that_was_taken_out_of_another_chain_is_refused() {
        TestChain other = new TestChain(TestShop.till(2), TILL_KEYS).append(11);
        DayProof proof = shop.proof(6);
        EntryBytes same = other.entries().get(5);

        DayProof moved =
                new DayProof(
                        other.hashAt(5),
                        same,
                        proof.inDay(),
                        proof.day(),
                        proof.inLog(),
                        proof.head());

        assertThat(same).isEqualTo(proof.entry());
        assertThat(why(moved)).startsWith("the entry is not what Z 3");
    }

    /** Taking over what is left in {@code target/} is a decision that needs an ADR. */
    @Test
    void its_bytes_are_those_that_are_checked_in() throws IOException {
        StoreLogSigned signed = StoreLogSigned.of(shop.head());
        String written =
                "leaf = "
                        + hex(shop.log().days().get(SealedShop.PLACE).toBytes())
                        + "\nlog statement = "
                        + hex(shop.head().statement())
                        + "\nentry store log signed = "
                        + hex(TestShop.entry(signed, 0).toBytes())
                        + "\nproof = "
                        + hex(shop.proof(6).toBytes())
                        + "\n";
        Files.writeString(Path.of("target", "golden-seal.txt"), written);

        assertThat(written).isEqualTo(checkedIn());
        assertThat(EntryCodec.decode(TestShop.entry(signed, 0)).event()).isEqualTo(signed);
        assertThat(signed.head(GATEWAY.node())).isEqualTo(shop.head());
    }

    @Test
    void a_days_place_in_the_log_is_found_by_its_number() {
        assertThat(shop.log().indexOf(DAY, 0)).hasValue(2);
        assertThat(shop.log().indexOf(DAY.plusDays(2), 1)).hasValue(4);
        assertThat(shop.log().indexOf(DAY, 1)).isEmpty();
    }

    private static boolean isProven(byte[] bytes) {
        try {
            return DayProof.parse(bytes).verify(GATEWAY_KEYS.verifier()) instanceof Verdict.Proven;
        } catch (Malformed refused) {
            return false;
        }
    }

    private static boolean isProven(String text) {
        try {
            return ProofText.parse(text).verify(GATEWAY_KEYS.verifier()) instanceof Verdict.Proven;
        } catch (Malformed refused) {
            return false;
        }
    }

    private static String why(DayProof proof) {
        return proof.verify(GATEWAY_KEYS.verifier()) instanceof Verdict.Refused(String why)
                ? why
                : "proven";
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String checkedIn() throws IOException {
        try (InputStream golden =
                Objects.requireNonNull(
                        DayProofTest.class.getResourceAsStream("/golden/seal.txt"))) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
