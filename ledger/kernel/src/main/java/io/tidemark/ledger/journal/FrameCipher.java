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

    /**
     * What one frame is encrypted with beside the key.
     *
     * @param bound not encrypted, but covered by the tag
     */
    record Once(byte[] nonce, byte[] bound) {}

    /** Where encrypted bytes are, or go. */
    record Place(byte[] bytes, int offset) {}

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

    /** Encrypts the two parts as one, where there is room for them and the tag. */
    void seal(Once once, byte[] first, byte[] rest, Place out) {
        try {
            begin(Cipher.ENCRYPT_MODE, once);
            int written = aes.update(first, 0, first.length, out.bytes(), out.offset());
            aes.doFinal(rest, 0, rest.length, out.bytes(), out.offset() + written);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a frame could not be encrypted", e);
        }
    }

    /**
     * @throws AEADBadTagException if these are not exactly the bytes that were sealed, here, under
     *     this key
     */
    byte[] open(Once once, Place in, int length) throws AEADBadTagException {
        try {
            begin(Cipher.DECRYPT_MODE, once);
            return aes.doFinal(in.bytes(), in.offset(), length);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a frame could not be decrypted", e);
        }
    }

    private void begin(int mode, Once once) throws GeneralSecurityException {
        aes.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, once.nonce()));
        aes.updateAAD(once.bound());
    }

    static byte[] nonce(int counter) {
        return ByteBuffer.allocate(NONCE_BYTES)
                .putInt(NONCE_BYTES - Integer.BYTES, counter)
                .array();
    }
}
