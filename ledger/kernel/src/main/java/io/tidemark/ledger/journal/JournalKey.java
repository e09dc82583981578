package io.tidemark.ledger.journal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The node's journal key. It encrypts no entry: it wraps (AES-256-GCM, random nonce) the fresh data
 * key that is drawn each time a segment is opened for writing, so that neither a torn tail nor an
 * old disk put back ever brings a nonce again.
 */
public final class JournalKey {
    /** AES-256. */
    public static final int BYTES = 32;

    /** A wrapped data key: nonce, key, tag. */
    static final int WRAPPED_BYTES = FrameCipher.NONCE_BYTES + BYTES + FrameCipher.TAG_BYTES;

    private static final byte[] NOTHING = {};

    private final SecretKey key;
    private final RandomGenerator randomness;

    /**
     * Kept, for a cipher takes longer to make than to use, and every 64 KiB a sale waits for it.
     */
    private final ThreadLocal<FrameCipher> wrapping;

    /**
     * With randomness of one's own: only for golden files, where data keys must be the same each
     * time.
     */
    JournalKey(byte[] key, RandomGenerator randomness) {
        if (key.length != BYTES)
            throw new IllegalArgumentException(
                    "a journal key has " + BYTES + " bytes, not " + key.length);
        this.key = aes(key);
        this.randomness = randomness;
        this.wrapping = ThreadLocal.withInitial(() -> new FrameCipher(this.key));
    }

    /**
     * @param key 32 bytes, copied
     */
    public static JournalKey of(byte[] key) {
        return new JournalKey(key, new SecureRandom());
    }

    SecretKey newDataKey() {
        return aes(random(BYTES));
    }

    void wrap(SecretKey dataKey, byte[] bound, byte[] out, int offset) {
        byte[] nonce = random(FrameCipher.NONCE_BYTES);
        System.arraycopy(nonce, 0, out, offset, nonce.length);
        FrameCipher.Place behind = new FrameCipher.Place(out, offset + nonce.length);
        FrameCipher.Once once = new FrameCipher.Once(nonce, bound);
        wrapping.get().seal(once, NOTHING, dataKey.getEncoded(), behind);
    }

    SecretKey unwrap(byte[] bound, byte[] in, int offset) throws AEADBadTagException {
        byte[] nonce = Arrays.copyOfRange(in, offset, offset + FrameCipher.NONCE_BYTES);
        FrameCipher.Place behind = new FrameCipher.Place(in, offset + nonce.length);
        FrameCipher.Once once = new FrameCipher.Once(nonce, bound);
        return aes(new FrameCipher(key).open(once, behind, WRAPPED_BYTES - nonce.length));
    }

    private byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        randomness.nextBytes(random);
        return random;
    }

    private static SecretKey aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }
}
