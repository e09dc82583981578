package io.tidemark.ledger.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) over the frames of one data key. The nonce is the frame's counter
 * since the key, and a data key is used once, so no nonce ever comes twice. For one thread.
 */
final class FrameCipher {
    static final int TAG_BYTES = 16;
    static final int NONCE_BYTES = 12;

    private final SecretKey key;
    private final Cipher aes;

    FrameCipher(SecretKey key) {
        this.key = key;
        try {
            aes = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** Encrypts the two parts as one into {@code out}, which has room for them and the tag. */
    void seal(byte[] nonce, byte[] bound, byte[] first, byte[] rest, byte[] out, int offset) {
        try {
            aes.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            aes.updateAAD(bound);
            int written = aes.update(first, 0, first.length, out, offset);
            aes.doFinal(rest, 0, rest.length, out, offset + written);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a frame could not be encrypted", e);
        }
    }

    /**
     * @throws AEADBadTagException if these are not exactly the bytes that were sealed, here, under
     *     this key
     */
    byte[] open(byte[] nonce, byte[] bound, byte[] in, int offset, int length)
            throws AEADBadTagException {
        try {
            aes.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            aes.updateAAD(bound);
            return aes.doFinal(in, offset, length);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a frame could not be decrypted", e);
        }
    }

    static byte[] nonce(int counter) {
        return ByteBuffer.allocate(NONCE_BYTES)
                .putInt(NONCE_BYTES - Integer.BYTES, counter)
                .array();
    }
}
