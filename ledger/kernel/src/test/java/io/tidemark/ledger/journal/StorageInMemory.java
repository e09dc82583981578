package io.tidemark.ledger.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A disk with a cache. What was forced survives {@link #afterPowerCut}; of the rest, each file
 * keeps some of the writes that were made, in order, of the next one any sectors, and the directory
 * some of its changes, in order. {@link #failAfter} makes an operation fail.
 */
final class StorageInMemory implements Storage {
    private static final int SECTOR_BYTES = 512;

    private Map<String, Content> names = new TreeMap<>();
    private Map<String, Content> namesForced = new TreeMap<>();
    private final List<Map<String, Content>> namesSince = new ArrayList<>();
    private Allocation allocation = Allocation.NONE;
    private int operations;
    private int failAt = Integer.MAX_VALUE;
    private boolean forcesFail;

    /** A file's bytes now, as last forced, and each state in between that a power cut may leave. */
    private static final class Content {
        private byte[] now = {};
        private byte[] forced = {};
        private final List<byte[]> since = new ArrayList<>();
    }

    static StorageInMemory of(Map<String, byte[]> files) {
        StorageInMemory storage = new StorageInMemory();
        files.forEach((name, bytes) -> {
            Content content = new Content();
            content.now = bytes.clone();
            content.forced = content.now;
            storage.names.put(name, content);
        });
        storage.namesForced = new TreeMap<>(storage.names);
        return storage;
    }

    /** Files get their place in small steps from now on. */
    StorageInMemory allocating() {
        allocation = new Allocation(1 << 10, 4 << 10, 2 << 10);
        return this;
    }

    @Override
    public Allocation allocation() {
        return allocation;
    }

    /** What a {@code kill -9} leaves: everything that was written. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        names.forEach((name, content) -> files.put(name, content.now.clone()));
        return files;
    }

    /** What a power cut may leave. */
    StorageInMemory afterPowerCut(RandomGenerator random) {
        int kept = random.nextInt(namesSince.size() + 1);
        Map<String, Content> left = kept == 0 ? namesForced : namesSince.get(kept - 1);
        Map<String, byte[]> files = new TreeMap<>();
        left.forEach((name, content) -> files.put(name, afterPowerCut(content, random)));
        return of(files);
    }

    /** The operation after this many more fails, and a write then leaves half of its sectors. */
    void failAfter(int more) {
        failAt = operations + more;
    }

    void failForces() {
        forcesFail = true;
    }

    int operations() {
        return operations;
    }

    @Override
    public List<String> list() {
        return List.copyOf(names.keySet());
    }

    @Override
    public StoredFile open(String name) throws IOException {
        if (!names.containsKey(name)) {
            count();
            names.put(name, new Content());
            namesSince.add(new TreeMap<>(names));
        }
        return openToRead(name);
    }

    @Override
    public StoredFile openToRead(String name) throws IOException {
        Content content = names.get(name);
        if (content == null) throw new NoSuchFileException(name);
        return new OpenFile(content);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        count();
        Content content = names.remove(from);
        if (content == null) throw new NoSuchFileException(from);
        names.put(to, content);
        namesSince.add(new TreeMap<>(names));
    }

    @Override
    public void delete(String name) throws IOException {
        count();
        names.remove(name);
        namesSince.add(new TreeMap<>(names));
    }

    @Override
    public void forceDirectory() throws IOException {
        count();
        if (forcesFail) throw new IOException("the disk does not answer");
        namesForced = new TreeMap<>(names);
        namesSince.clear();
    }

    private boolean fails() {
        return ++operations > failAt;
    }

    private void count() throws IOException {
        if (fails()) throw new IOException("no space left on device");
    }

    private static byte[] afterPowerCut(Content content, RandomGenerator random) {
        int kept = random.nextInt(content.since.size() + 1);
        byte[] before = kept == 0 ? content.forced : content.since.get(kept - 1);
        if (kept == content.since.size()) return before;
        return torn(before, content.since.get(kept), random);
    }

    /** Any sectors of the next state over this one, and of its growth any part. */
    private static byte[] torn(byte[] before, byte[] after, RandomGenerator random) {
        if (after.length < before.length) return before;
        int length = random.nextInt(before.length, after.length + 1);
        byte[] mixed = Arrays.copyOf(before, random.nextBoolean() ? length : after.length);
        for (int from = 0; from < mixed.length; from += SECTOR_BYTES) {
            int to = Math.min(mixed.length, from + SECTOR_BYTES);
            if (random.nextBoolean()) System.arraycopy(after, from, mixed, from, to - from);
        }
        return mixed;
    }

    private final class OpenFile implements StoredFile {
        private final Content content;

        private OpenFile(Content content) {
            this.content = content;
        }

        @Override
        public long size() {
            return content.now.length;
        }

        @Override
        public void write(long position, ByteBuffer data) throws IOException {
            boolean fails = fails();
            int length = fails ? half(position, data.remaining()) : data.remaining();
            byte[] after =
                    Arrays.copyOf(
                            content.now, (int) Math.max(content.now.length, position + length));
            data.get(after, (int) position, length);
            content.now = after;
            content.since.add(after);
            if (fails) throw new IOException("no space left on device");
        }

        /** A file system stops between sectors. */
        private static int half(long position, int length) {
            long end = (position + length / 2) / SECTOR_BYTES * SECTOR_BYTES;
            return (int) Math.max(0, end - position);
        }

        @Override
        public int read(long position, ByteBuffer into) {
            int length = Math.clamp(content.now.length - position, 0, into.remaining());
            if (length > 0) into.put(content.now, (int) position, length);
            return length;
        }

        @Override
        public void force() throws IOException {
            count();
            if (forcesFail) throw new IOException("the disk does not answer");
            content.forced = content.now;
            content.since.clear();
        }

        @Override
        public void allocate(long size) throws IOException {
            count();
            if (size <= content.now.length) return;
            content.now = Arrays.copyOf(content.now, (int) size);
            content.since.add(content.now);
            force();
        }

        @Override
        public void truncate(long size) throws IOException {
            count();
            content.now = Arrays.copyOf(content.now, (int) Math.min(content.now.length, size));
            content.since.add(content.now);
        }

        @Override
        public void close() {}
    }
}
