package io.tidemark.cloud.masterdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Which codes have come already, at eight bytes each: of half a million, the first eight bytes of
 * their SHA-256 fall together once in a hundred million imports.
 */
final class SeenCodes {
    private final MessageDigest digest = sha256();
    private long[] table = new long[1 << 12];
    private int count;

    /** False if it was there. */
    boolean add(String code) {
        long hash = ByteBuffer.wrap(digest.digest(code.getBytes(UTF_8))).getLong();
        if (hash == 0) hash = 1;
        if (2 * count >= table.length) grow();
        return put(hash);
    }

    private boolean put(long hash) {
        int at = (int) hash & (table.length - 1);
        while (table[at] != 0) {
            if (table[at] == hash) return false;
            at = (at + 1) & (table.length - 1);
        }
        table[at] = hash;
        count++;
        return true;
    }

    private void grow() {
        long[] before = table;
        table = new long[2 * before.length];
        count = 0;
        Arrays.stream(before).filter(hash -> hash != 0).forEach(this::put);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
