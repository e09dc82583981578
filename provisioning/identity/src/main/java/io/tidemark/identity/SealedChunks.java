package io.tidemark.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Content of any length under a key that is used once, in chunks of 64 KiB, each AES-256-GCM with a
 * tag of 16 bytes. The nonce is the chunk's number in 11 bytes and one byte that is 1 for the last
 * chunk only (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015): chunks can
 * be neither reordered nor cut off. There is always a last chunk, if need be of no bytes.
 */
final class SealedChunks {
    static final int CHUNK_BYTES = 64 << 10;
    static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;
    private static final int NUMBER_AT = 3;
    private static final int LAST_AT = 11;

    private final SecretKey key;

    SealedChunks(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    static long encryptedBytes(long plainBytes) {
        long chunks = Math.max(1, Math.ceilDiv(plainBytes, (long) CHUNK_BYTES));
        return plainBytes + chunks * TAG_BYTES;
    }

    void encrypt(InputStream plain, OutputStream encrypted) throws IOException {
        each(plain, CHUNK_BYTES, Cipher.ENCRYPT_MODE, encrypted);
    }

    void decrypt(InputStream encrypted, OutputStream plain) throws IOException {
        each(encrypted, CHUNK_BYTES + TAG_BYTES, Cipher.DECRYPT_MODE, plain);
    }

    /** Reads one chunk ahead, because a chunk must know whether it is the last. */
    private void each(InputStream from, int chunkBytes, int mode, OutputStream to)
            throws IOException {
        byte[] chunk = from.readNBytes(chunkBytes);
        boolean last = false;
        for (long number = 0; !last; number++) {
            byte[] following = from.readNBytes(chunkBytes);
            last = following.length == 0;
            to.write(transformed(chunk, mode, nonce(number, last)));
            chunk = following;
        }
    }

    private byte[] transformed(byte[] chunk, int mode, byte[] nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            return cipher.doFinal(chunk);
        } catch (AEADBadTagException e) {
            throw new SealBroken("the sealed bytes were altered or cut off", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private static byte[] nonce(long number, boolean last) {
        ByteBuffer nonce = ByteBuffer.allocate(NONCE_BYTES);
        nonce.putLong(NUMBER_AT, number);
        nonce.put(LAST_AT, (byte) (last ? 1 : 0));
        return nonce.array();
    }
}
