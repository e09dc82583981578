package io.tidemark.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoverySealTest {
    private static final byte[] INFO = "s001 till-1 epoch 1 segment 7".getBytes(UTF_8);

    private final RecoveryKey key = RecoveryKey.generate(new SecureRandom());

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000})
    void what_is_sealed_opens_again_and_has_the_length_foretold(int length) {
        byte[] plain = new byte[length];
        new Random(length).nextBytes(plain);

        byte[] sealed = RecoverySeal.seal(key.publicKey(), INFO, plain);

        assertThat(sealed).hasSize((int) RecoverySeal.sealedBytes(length));
        assertThat(RecoverySeal.open(key, INFO, sealed)).isEqualTo(plain);
    }

    @Test
    void another_stores_key_does_not_open_it() {
        byte[] sealed = RecoverySeal.seal(key.publicKey(), INFO, new byte[100]);
        RecoveryKey another = RecoveryKey.generate(new SecureRandom());

        assertThatThrownBy(() -> RecoverySeal.open(another, INFO, sealed))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("another store's key");
    }

    @Test
    void a_segment_does_not_open_as_another_one() {
        byte[] sealed = RecoverySeal.seal(key.publicKey(), INFO, new byte[100]);

        assertThatThrownBy(() -> RecoverySeal.open(key, "segment 8".getBytes(UTF_8), sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void one_altered_byte_anywhere_is_noticed() {
        byte[] sealed = RecoverySeal.seal(key.publicKey(), INFO, new byte[300]);

        for (int at = 0; at < sealed.length; at++) {
            byte[] altered = sealed.clone();
            altered[at] ^= 1;

            // The highest bit of an X25519 key is ignored by RFC 7748 §5, yet HPKE's context covers
            // it.
            assertThatThrownBy(() -> RecoverySeal.open(key, INFO, altered))
                    .as("byte %d", at)
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void whole_chunks_cut_off_swapped_or_doubled_are_noticed() {
        int head = (int) RecoverySeal.sealedBytes(0) - SealedChunks.TAG_BYTES;
        int chunk = SealedChunks.CHUNK_BYTES + SealedChunks.TAG_BYTES;
        byte[] sealed =
                RecoverySeal.seal(key.publicKey(), INFO, new byte[3 * SealedChunks.CHUNK_BYTES]);

        byte[] cut = Arrays.copyOf(sealed, head + 2 * chunk);
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, head, swapped, head + chunk, chunk);
        System.arraycopy(sealed, head + chunk, swapped, head, chunk);
        byte[] doubled = Arrays.copyOf(sealed, sealed.length + chunk);
        System.arraycopy(sealed, sealed.length - chunk, doubled, sealed.length, chunk);

        for (byte[] broken : new byte[][] {cut, swapped, doubled, new byte[0], new byte[40]})
            assertThatThrownBy(() -> RecoverySeal.open(key, INFO, broken))
                    .isInstanceOf(SealBroken.class);
    }

    @Test
    void the_recovery_key_lies_in_a_file_that_its_passphrase_opens(@TempDir Path safe)
            throws IOException {
        Path file = safe.resolve("s001-recovery.pem");
        byte[] sealed = RecoverySeal.seal(key.publicKey(), INFO, new byte[100]);

        key.write(file, "correct horse".toCharArray());

        RecoveryKey again = RecoveryKey.read(file, "correct horse".toCharArray());
        assertThat(RecoverySeal.open(again, INFO, sealed)).isEqualTo(new byte[100]);
        assertThatThrownBy(() -> RecoveryKey.read(file, "battery staple".toCharArray()))
                .isInstanceOf(WrongPassphrase.class)
                .hasMessageContaining("s001-recovery.pem");
    }

    @Test
    void what_an_earlier_version_sealed_still_opens(@TempDir Path safe) throws IOException {
        Path file = safe.resolve("recovery.pem");
        OwnerOnlyFiles.write(file, Golden.file("recovery.pem"));
        byte[] sealed = Golden.hex("sealed.hex");

        RecoveryKey golden = RecoveryKey.read(file, "golden".toCharArray());

        assertThat(RecoverySeal.open(golden, INFO, sealed))
                .isEqualTo("a till's day, closed".getBytes(UTF_8));
    }

    @Test
    void a_file_from_before_there_was_a_signing_key_signs_with_the_same_one_for_ever(
            @TempDir Path safe) throws IOException {
        Path file = safe.resolve("recovery.pem");
        OwnerOnlyFiles.write(file, Golden.file("recovery.pem"));

        RecoveryKey golden = RecoveryKey.read(file, "golden".toCharArray());

        assertThat(golden.signingPublicKey().toBytes())
                .isEqualTo(Golden.hex("recovery-signing.hex"));
        assertThat(golden.signingPublicKey()).isNotEqualTo(golden.publicKey());
    }
}
