package io.tidemark.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * Seals bytes so that only the holder of a store's recovery key reads them: head office keeps them
 * and cannot.
 *
 * <p>A fresh AES-256 key is sealed with HPKE (RFC 9180, base mode, DHKEM(X25519, HKDF-SHA256),
 * HKDF-SHA256, AES-256-GCM), and the content is encrypted under that key in chunks, so that it need
 * not fit in memory. Layout: the magic {@code TMSEAL01}; the 32-byte encapsulated key; the sealed
 * content key of 48 bytes, whose associated data is the magic; then {@link SealedChunks}.
 */
public final class RecoverySeal {
    static final int ENCAPSULATED_BYTES = 32;
    static final int WRAPPED_KEY_BYTES = 48;

    private static final byte[] MAGIC = "TMSEAL01".getBytes(US_ASCII);
    private static final byte[] NO_PSK = new byte[0];
    private static final int CONTENT_KEY_BYTES = 32;

    private RecoverySeal() {}

    /**
     * Seals a stream to its end.
     *
     * @param info what the content is and whose: it opens only under the same
     */
    public static void seal(
            RawPublicKey recovery, byte[] info, InputStream plain, OutputStream sealed)
            throws IOException {
        byte[] contentKey = new byte[CONTENT_KEY_BYTES];
        new SecureRandom().nextBytes(contentKey);
        byte[][] wrapped = wrap(recovery, info, contentKey);
        sealed.write(MAGIC);
        sealed.write(wrapped[1]);
        sealed.write(wrapped[0]);
        new SealedChunks(contentKey).encrypt(plain, sealed);
    }

    public static byte[] seal(RawPublicKey recovery, byte[] info, byte[] plain) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream((int) sealedBytes(plain.length));
        try {
            seal(recovery, info, new ByteArrayInputStream(plain), sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed.toByteArray();
    }

    /** How long the sealed form of so many bytes is. */
    public static long sealedBytes(long plainBytes) {
        return MAGIC.length
                + ENCAPSULATED_BYTES
                + WRAPPED_KEY_BYTES
                + SealedChunks.encryptedBytes(plainBytes);
    }

    /**
     * Opens a stream. What was written before an exception must be thrown away.
     *
     * @throws SealBroken if it was sealed to another key or as something else, altered, or cut off
     */
    public static void open(RecoveryKey key, byte[] info, InputStream sealed, OutputStream plain)
            throws IOException {
        byte[] magic = sealed.readNBytes(MAGIC.length);
        byte[] encapsulated = sealed.readNBytes(ENCAPSULATED_BYTES);
        byte[] wrapped = sealed.readNBytes(WRAPPED_KEY_BYTES);
        if (!Arrays.equals(magic, MAGIC) || wrapped.length < WRAPPED_KEY_BYTES)
            throw new SealBroken("these are no sealed bytes of this version");
        new SealedChunks(unwrap(key, info, encapsulated, wrapped)).decrypt(sealed, plain);
    }

    public static byte[] open(RecoveryKey key, byte[] info, byte[] sealed) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(sealed.length);
        try {
            open(key, info, new ByteArrayInputStream(sealed), plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plain.toByteArray();
    }

    /** The sealed content key, then the encapsulated key. */
    private static byte[][] wrap(RawPublicKey recovery, byte[] info, byte[] contentKey) {
        HPKE hpke = hpke();
        try {
            return hpke.seal(
                    hpke.deserializePublicKey(recovery.toBytes()),
                    info,
                    MAGIC,
                    contentKey,
                    NO_PSK,
                    NO_PSK,
                    null);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("HPKE did not seal", e);
        }
    }

    private static byte[] unwrap(
            RecoveryKey key, byte[] info, byte[] encapsulated, byte[] wrapped) {
        HPKE hpke = hpke();
        AsymmetricCipherKeyPair pair =
                hpke.deserializePrivateKey(key.toBytes(), key.publicKey().toBytes());
        try {
            return hpke.open(encapsulated, pair, info, MAGIC, wrapped, NO_PSK, NO_PSK, null);
        } catch (InvalidCipherTextException | IllegalStateException | IllegalArgumentException e) {
            throw new SealBroken(
                    "the recovery key does not open it: sealed to another store's key, for another purpose,"
                            + " or altered",
                    e);
        }
    }

    private static HPKE hpke() {
        return new HPKE(
                HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }
}
