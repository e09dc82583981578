package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What a device checks a PIN against, offline: PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2). The PIN
 * itself is stored nowhere. A PIN of a few digits can be found by whoever has this and patience; it
 * keeps colleagues apart, and the file it stands in is encrypted on disk.
 *
 * @param iterations OWASP's figure for this function (2023), for passwords on servers, is 600,000.
 *     A till runs on the JVM's first compiler alone, which has no intrinsic for SHA-256: that many
 *     take 1.8 s of a processor there (0.16 s elsewhere), at each approval while a customer waits.
 *     A sixth of it is a third of a second, and a PIN's ten thousand possibilities are as few
 */
public record PinVerifier(byte[] salt, int iterations, byte[] hash) {
    public static final int ITERATIONS = 100_000;
    public static final int SALT_BYTES = 16;
    public static final int PIN_CHARACTERS_MIN = 4;
    public static final int PIN_CHARACTERS_MAX = 64;

    private static final int ITERATIONS_MAX = 10_000_000;
    private static final int HASH_BYTES = 32;

    public PinVerifier {
        salt = salt.clone();
        hash = hash.clone();
        if (salt.length != SALT_BYTES || hash.length != HASH_BYTES)
            throw new IllegalArgumentException(
                    "a PIN verifier has a salt of 16 and a hash of 32 bytes");
        if (iterations < 1 || iterations > ITERATIONS_MAX)
            throw new IllegalArgumentException(
                    "1 to " + ITERATIONS_MAX + " iterations, not " + iterations);
    }

    /**
     * @param salt random, of {@link #SALT_BYTES}
     * @throws IllegalArgumentException if the PIN is too short or too long
     */
    public static PinVerifier of(char[] pin, byte[] salt, int iterations) {
        if (pin.length < PIN_CHARACTERS_MIN || pin.length > PIN_CHARACTERS_MAX)
            throw new IllegalArgumentException(
                    "a PIN has "
                            + PIN_CHARACTERS_MIN
                            + " to "
                            + PIN_CHARACTERS_MAX
                            + " characters");
        return new PinVerifier(salt, iterations, derived(pin, salt, iterations));
    }

    /** Takes as long as it took to make; does not tell by its time how much was right. */
    public boolean matches(char[] pin) {
        return pin.length <= PIN_CHARACTERS_MAX
                && MessageDigest.isEqual(hash, derived(pin, salt, iterations));
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    private static byte[] derived(char[] pin, byte[] salt, int iterations) {
        PBEKeySpec key = new PBEKeySpec(pin, salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM lacks PBKDF2WithHmacSHA256", e);
        } finally {
            key.clearPassword();
        }
    }

    void writeTo(CborWriter writer) {
        writer.array(3).bytes(salt).integer(iterations).bytes(hash);
    }

    static PinVerifier readFrom(CborReader reader) {
        return reader.fields(
                3,
                () ->
                        new PinVerifier(
                                reader.bytesOf(SALT_BYTES),
                                reader.integer(1, ITERATIONS_MAX),
                                reader.bytesOf(HASH_BYTES)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PinVerifier that
                && iterations == that.iterations
                && Arrays.equals(salt, that.salt)
                && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** Nothing of it belongs in a log. */
    @Override
    public String toString() {
        return "PinVerifier";
    }
}
