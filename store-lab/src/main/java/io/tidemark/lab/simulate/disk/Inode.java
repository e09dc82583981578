package io.tidemark.lab.simulate.disk;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One file's bytes: as the running machine sees them, and as the platter holds them. Pages that
 * both share are never changed in place, so an image of the disk costs no copy; a page that is
 * absent is all zeros.
 */
final class Inode {
    /** What a disk writes whole or not at all. */
    static final int SECTOR = 512;

    private static final int PAGE = 4096;
    private static final int SECTORS = PAGE / SECTOR;
    private static final int ALL = (1 << SECTORS) - 1;

    private static final byte[] ZEROS = new byte[PAGE];

    private byte[][] seen = {};
    private byte[][] stored = {};
    // Per page and sector: written since the last force, and given up by a force that failed.
    private byte[] dirty = {};
    private byte[] refused = {};
    private long size;
    private long storedSize;
    private long lastWrite;

    /** The same file as the platter holds it, for an image or after the power went. */
    Inode onPlatter() {
        Inode copy = new Inode();
        copy.stored = stored.clone();
        copy.seen = stored.clone();
        copy.dirty = new byte[stored.length];
        copy.refused = new byte[stored.length];
        copy.size = storedSize;
        copy.storedSize = storedSize;
        copy.lastWrite = lastWrite;
        return copy;
    }

    long size() {
        return size;
    }

    long storedSize() {
        return storedSize;
    }

    /** Where the newest write began: bytes before it were followed by others. */
    long lastWrite() {
        return lastWrite;
    }

    void write(long position, ByteBuffer data) {
        lastWrite = position;
        long at = position;
        while (data.hasRemaining()) {
            int page = (int) (at / PAGE);
            int offset = (int) (at % PAGE);
            int length = Math.min(data.remaining(), PAGE - offset);
            data.get(writable(page), offset, length);
            for (int s = offset / SECTOR; s <= (offset + length - 1) / SECTOR; s++) touch(page, s);
            at += length;
        }
        size = Math.max(size, at);
    }

    int read(long position, ByteBuffer into) {
        int total = (int) Math.min(into.remaining(), Math.max(0, size - position));
        long at = position;
        for (int left = total; left > 0; ) {
            int page = (int) (at / PAGE);
            int offset = (int) (at % PAGE);
            int length = Math.min(left, PAGE - offset);
            byte[] bytes = page < seen.length ? seen[page] : null;
            into.put(bytes == null ? ZEROS : bytes, offset, length);
            at += length;
            left -= length;
        }
        return total;
    }

    void truncate(long length) {
        if (length < size) zeroFrom(length);
        size = length;
    }

    /** All that is dirty reaches the platter. */
    void force() {
        for (int page = 0; page < dirty.length; page++)
            if (dirty[page] != 0) store(page, dirty[page] & 0xff);
        storedSize = size;
    }

    /** Any part of it reaches the platter; the machine believes from now on that all did. */
    void forceInVain(RandomGenerator random) {
        int chance = random.nextInt(ALL + 1);
        for (int page = 0; page < dirty.length; page++) {
            int mask = dirty[page] & 0xff;
            if (mask == 0) continue;
            int kept = 0;
            for (int s = 0; s < SECTORS; s++)
                if ((mask >> s & 1) != 0 && random.nextInt(ALL + 1) < chance) kept |= 1 << s;
            store(page, kept);
            refused[page] |= (byte) (mask & ~kept);
            dirty[page] = 0;
        }
    }

    /**
     * What a power cut leaves: of what is dirty any sectors, of the size any stage. Returns whether
     * some but not all was kept.
     */
    boolean lose(RandomGenerator random, int keptInEight) {
        boolean kept = false;
        boolean lost = false;
        for (int page = 0; page < dirty.length; page++) {
            int keep = 0;
            for (int s = 0; s < SECTORS; s++) {
                if ((dirty[page] >> s & 1) == 0) continue;
                if (random.nextInt(8) < keptInEight) keep |= 1 << s;
                else lost = true;
            }
            if (keep == 0) continue;
            kept = true;
            store(page, keep);
        }
        if (size != storedSize) storedSize = sizeLeft(random);
        return kept && lost;
    }

    /** One bit of what is stored turns over, in a sector that nothing waits to overwrite. */
    boolean flip(long position, int bit) {
        int page = (int) (position / PAGE);
        int sector = (int) (position % PAGE) / SECTOR;
        if (position >= storedSize || page >= stored.length || stored[page] == null) return false;
        if (((dirty[page] | refused[page]) >> sector & 1) != 0) return false;
        boolean shared = isShared(page);
        byte[] flipped = flipped(stored[page], position, bit);
        if (!shared) seen[page] = flipped(seen[page], position, bit);
        stored[page] = flipped;
        if (shared) seen[page] = flipped;
        return true;
    }

    private static byte[] flipped(byte[] page, long position, int bit) {
        byte[] copy = page.clone();
        copy[(int) (position % PAGE)] ^= (byte) (1 << bit);
        return copy;
    }

    /** The old one, the new one, or the end of a page between them. */
    private long sizeLeft(RandomGenerator random) {
        long low = Math.min(size, storedSize);
        long high = Math.max(size, storedSize);
        long page = (low + random.nextLong(high - low + 1)) / PAGE * PAGE;
        return switch (random.nextInt(3)) {
            case 0 -> storedSize;
            case 1 -> size;
            default -> page > low ? page : low;
        };
    }

    private byte[] writable(int page) {
        if (page >= seen.length) grow(page + 1);
        if (seen[page] == null) seen[page] = new byte[PAGE];
        else if (isShared(page)) seen[page] = seen[page].clone();
        return seen[page];
    }

    /** One array for both, which therefore is not changed in place. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isShared(int page) {
        return seen[page] == stored[page];
    }

    private void touch(int page, int sector) {
        dirty[page] |= (byte) (1 << sector);
        refused[page] &= (byte) ~(1 << sector);
    }

    private void grow(int pages) {
        int length = Math.max(pages, seen.length * 2);
        seen = Arrays.copyOf(seen, length);
        stored = Arrays.copyOf(stored, length);
        dirty = Arrays.copyOf(dirty, length);
        refused = Arrays.copyOf(refused, length);
    }

    private void store(int page, int mask) {
        int others = (dirty[page] & ~mask) | refused[page];
        byte[] from = seen[page];
        if ((others & 0xff) == 0) stored[page] = from;
        else {
            byte[] to = stored[page] == null ? new byte[PAGE] : stored[page].clone();
            for (int s = 0; s < SECTORS; s++)
                if ((mask >> s & 1) != 0)
                    System.arraycopy(from, s * SECTOR, to, s * SECTOR, SECTOR);
            stored[page] = to;
        }
        dirty[page] &= (byte) ~mask;
    }

    /** What a file was cut of reads as zeros if it grows again. */
    private void zeroFrom(long length) {
        for (int page = (int) (length / PAGE); page < seen.length; page++) {
            if (seen[page] == null && stored[page] == null) continue;
            int from = page == length / PAGE ? (int) (length % PAGE) : 0;
            Arrays.fill(writable(page), from, PAGE, (byte) 0);
            for (int s = from / SECTOR; s < SECTORS; s++) touch(page, s);
        }
    }
}
