package io.tidemark.lab.simulate.disk;

import io.tidemark.ledger.journal.Allocation;
import io.tidemark.ledger.journal.NoRoom;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One machine's disk. Not for several threads: a seed has one. */
public final class SimDisk {
    /** How the message of every error ends that this disk made up. */
    public static final String SIMULATED = "(simulated)";

    /** So small that a store-day has many, and that some writes are too large for them. */
    private static final Allocation STEPS = new Allocation(4 << 10, 16 << 10, 3 << 10);

    private final RandomGenerator random;
    private TreeMap<String, Inode> names = new TreeMap<>();
    private TreeMap<String, Inode> storedNames = new TreeMap<>();
    private final List<NameChange> changes = new ArrayList<>();
    private int processes;
    private int operationsUntilPowerIsLost = Integer.MAX_VALUE;
    private int forcesUntilOneFails = Integer.MAX_VALUE;
    private boolean full;
    private long tornWrites;

    /** What happened to a name since the directory was last forced: null takes it away. */
    private record NameChange(String name, @Nullable Inode inode) {}

    /** The platter at one moment. */
    public record Image(Map<String, Object> files) {}

    public SimDisk(RandomGenerator random) {
        this.random = random;
    }

    /** One flat directory of it, for the process that runs now. */
    public Storage directory(String name) {
        return new Directory(name + "/");
    }

    /** The power goes inside the n-th operation from now, counted from 0. */
    public void losePowerAfter(int operations) {
        operationsUntilPowerIsLost = operations;
    }

    /** The n-th force from now fails, counted from 0. */
    public void failForceAfter(int forces) {
        forcesUntilOneFails = forces;
    }

    /** Nothing planned happens any more. */
    public void calm() {
        operationsUntilPowerIsLost = Integer.MAX_VALUE;
        forcesUntilOneFails = Integer.MAX_VALUE;
    }

    public void fill(boolean isFull) {
        full = isFull;
    }

    public boolean isFull() {
        return full;
    }

    public long tornWrites() {
        return tornWrites;
    }

    /** The process is gone; what it wrote stays in the machine's memory, forced or not. */
    public void processEnded() {
        processes++;
        calm();
    }

    /** The machine is gone, and with it any part of what was not forced. */
    public void powerCut() {
        processEnded();
        int keptInEight = random.nextInt(9);
        for (Inode inode : names.values()) if (inode.lose(random, keptInEight)) tornWrites++;
        int kept = changes.isEmpty() ? 0 : random.nextInt(changes.size() + 1);
        changes.subList(0, kept).forEach(this::store);
        changes.clear();
        startFromPlatter();
    }

    public Image image() {
        Map<String, Object> files = new TreeMap<>();
        storedNames.forEach((name, inode) -> files.put(name, inode.onPlatter()));
        return new Image(files);
    }

    /** An old image is put back; the machine was off. */
    public void putBack(Image image) {
        processEnded();
        changes.clear();
        storedNames.clear();
        image.files().forEach((name, inode) -> storedNames.put(name, (Inode) inode));
        startFromPlatter();
    }

    /** Another, empty disk stands in its place. */
    public void replaceByEmptyOne() {
        putBack(new Image(Map.of()));
        full = false;
    }

    /**
     * Turns one stored bit over, in a file whose name begins so, before the newest write to it.
     *
     * @return false if there is nothing to turn over
     */
    public boolean flipBit(String directory) {
        List<Map.Entry<String, Inode>> files =
                names.entrySet().stream()
                        .filter(file -> file.getKey().startsWith(directory + "/segment"))
                        .filter(file -> file.getValue() == storedNames.get(file.getKey()))
                        .toList();
        if (files.isEmpty()) return false;
        Inode inode = files.get(random.nextInt(files.size())).getValue();
        long before = Math.min(inode.lastWrite(), inode.storedSize());
        return before > 0 && inode.flip(random.nextLong(before), random.nextInt(8));
    }

    /** Puts a directory in the place of another, for good: what a finished restore does. */
    public void replaceDirectory(String replaced, String by) {
        for (String name : List.copyOf(names.tailMap(replaced + "/").keySet()))
            if (name.startsWith(replaced + "/")) change(name, null);
        for (String name : List.copyOf(names.tailMap(by + "/").keySet())) {
            if (!name.startsWith(by + "/")) continue;
            change(replaced + name.substring(by.length()), names.get(name));
            change(name, null);
        }
        forceNames();
    }

    public boolean exists(String directory) {
        String first = names.ceilingKey(directory + "/");
        return first != null && first.startsWith(directory + "/");
    }

    /** Deletes all files of a directory, for good. The machine is off. */
    public void deleteDirectory(String directory) {
        for (String name : List.copyOf(names.tailMap(directory + "/").keySet()))
            if (name.startsWith(directory + "/")) change(name, null);
        forceNames();
    }

    private void startFromPlatter() {
        storedNames.replaceAll((name, inode) -> inode.onPlatter());
        names = new TreeMap<>(storedNames);
    }

    private void change(String name, @Nullable Inode inode) {
        NameChange change = new NameChange(name, inode);
        if (inode == null) names.remove(name);
        else names.put(name, inode);
        changes.add(change);
    }

    private void store(NameChange change) {
        Inode inode = change.inode();
        if (inode == null) storedNames.remove(change.name());
        else storedNames.put(change.name(), inode);
    }

    private void forceNames() {
        changes.forEach(this::store);
        changes.clear();
    }

    /** Every operation of every process passes here, before and after it is done. */
    private void operation(String when) {
        if (operationsUntilPowerIsLost == Integer.MAX_VALUE) return;
        if (operationsUntilPowerIsLost-- > 0) return;
        operationsUntilPowerIsLost = Integer.MAX_VALUE;
        throw new PowerLost(when);
    }

    private boolean forceFails() {
        if (forcesUntilOneFails == Integer.MAX_VALUE || forcesUntilOneFails-- > 0) return false;
        forcesUntilOneFails = Integer.MAX_VALUE;
        return true;
    }

    private final class Directory implements Storage {
        private final String path;
        private final int process = processes;

        Directory(String path) {
            this.path = path;
        }

        @Override
        public List<String> list() {
            requireAlive(process);
            return names.tailMap(path).keySet().stream()
                    .takeWhile(name -> name.startsWith(path))
                    .map(name -> name.substring(path.length()))
                    .toList();
        }

        @Override
        public StoredFile open(String name) throws IOException {
            requireAlive(process);
            Inode inode = names.get(path + name);
            if (inode == null) {
                if (full) throw noSpace();
                inode = new Inode();
                change(path + name, inode);
            }
            return new SimFile(inode, process);
        }

        @Override
        public StoredFile openToRead(String name) throws IOException {
            requireAlive(process);
            Inode inode = names.get(path + name);
            if (inode == null) throw new NoSuchFileException(path + name);
            return new SimFile(inode, process);
        }

        @Override
        public Allocation allocation() {
            return STEPS;
        }

        @Override
        public void rename(String from, String to) throws IOException {
            operation("before a rename");
            Inode inode = names.get(path + from);
            if (inode == null) throw new NoSuchFileException(path + from);
            change(path + to, inode);
            change(path + from, null);
            operation("after a rename");
        }

        @Override
        public void delete(String name) {
            operation("before a deletion");
            change(path + name, null);
        }

        @Override
        public void forceDirectory() throws IOException {
            operation("before a directory was forced");
            if (forceFails()) throw new IOException("Input/output error " + SIMULATED);
            forceNames();
            operation("after a directory was forced");
        }
    }

    private void requireAlive(int process) {
        if (process != processes)
            throw new IllegalStateException("a process that is gone touches the disk");
    }

    private static IOException noSpace() {
        return new IOException("No space left on device " + SIMULATED);
    }

    private final class SimFile implements StoredFile {
        private final Inode inode;
        private final int process;

        SimFile(Inode inode, int process) {
            this.inode = inode;
            this.process = process;
        }

        @Override
        public long size() {
            return inode.size();
        }

        @Override
        public void write(long position, ByteBuffer data) throws IOException {
            requireAlive(process);
            operation("before a write");
            if (full && position + data.remaining() > inode.size()) throw noSpace();
            inode.write(position, data);
            operation("between a write and its force");
        }

        @Override
        public int read(long position, ByteBuffer into) {
            requireAlive(process);
            return inode.read(position, into);
        }

        @Override
        public void force() throws IOException {
            requireAlive(process);
            operation("inside a force");
            if (forceFails()) {
                inode.forceInVain(random);
                throw new IOException("Input/output error " + SIMULATED);
            }
            inode.force();
            operation("after a force, before anybody was told");
        }

        @Override
        public void allocate(long size) throws IOException {
            requireAlive(process);
            if (size <= inode.size()) return;
            if (full) throw new NoRoom("the disk is full " + SIMULATED, noSpace());
            operation("before room is allocated");
            inode.write(inode.size(), ByteBuffer.allocate((int) (size - inode.size())));
            force();
        }

        @Override
        public void truncate(long size) {
            requireAlive(process);
            operation("before a truncation");
            inode.truncate(size);
        }

        @Override
        public void close() {}
    }
}
