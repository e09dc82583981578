package io.tidemark.cloud.masterdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Rows of before and of now, told apart by the first eight bytes of the SHA-256 of their key and of
 * their content: half a million of them take 16 MB, and fall together once in a hundred million
 * imports, which would make a count wrong by one.
 */
final class SeenRows {
    private final MessageDigest digest = sha256();
    private long[] keys = new long[1 << 12];
    private long[] contents = new long[1 << 12];
    private int before;
    private int kept;
    private int added;
    private int changed;

    void before(String key, byte[] content) {
        if (2 * before >= keys.length) grow();
        long hash = hash(key.getBytes(UTF_8));
        int at = place(hash);
        if (keys[at] == 0) before++;
        keys[at] = hash;
        contents[at] = hash(content);
    }

    void now(String key, byte[] content) {
        int at = place(hash(key.getBytes(UTF_8)));
        if (keys[at] == 0) {
            added++;
            return;
        }
        kept++;
        if (contents[at] != hash(content)) changed++;
    }

    int added() {
        return added;
    }

    int changed() {
        return changed;
    }

    int gone() {
        return before - kept;
    }

    /** Where the key stands, or would. */
    private int place(long key) {
        int at = (int) key & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) at = (at + 1) & (keys.length - 1);
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldContents = contents;
        keys = new long[2 * oldKeys.length];
        contents = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++)
            if (oldKeys[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                contents[at] = oldContents[i];
            }
    }

    /** Never zero, which is an empty place. */
    private long hash(byte[] bytes) {
        long hash = ByteBuffer.wrap(digest.digest(bytes)).getLong();
        return hash == 0 ? 1 : hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
