package io.tidemark.cloud.forks;

import io.tidemark.ledger.codec.Malformed;
import io.tidemark.node.forks.Evidence;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What gateways last said of their devices' forks, on disk, a directory for each store. Safe for
 * use by several threads.
 */
public final class ForkReports {
    /** Forks of one store at a time. */
    public static final int FORKS_MAX = 50;

    private static final String SUFFIX = ".fork";

    private final Path directory;
    private final KeptFiles disk;
    private final Map<String, List<Evidence>> byStore = new TreeMap<>();
    private final AtomicLong news = new AtomicLong();

    public ForkReports(Path directory, KeptFiles disk) {
        this.directory = directory;
        this.disk = disk;
        for (Path store : list(directory)) byStore.put(store.getFileName().toString(), read(store));
    }

    /** Rises with every report that says something new. */
    public long news() {
        return news.get();
    }

    public synchronized List<Evidence> all() {
        return byStore.values().stream().flatMap(List::stream).toList();
    }

    /**
     * What a store's gateway says takes the place of what it said before.
     *
     * @throws IOException if the disk does not take it
     */
    public synchronized void replace(String store, List<Evidence> evidence) throws IOException {
        if (evidence.equals(byStore.getOrDefault(store, List.of()))) return;
        Path home = Files.createDirectories(directory.resolve(store));
        List<String> names = new ArrayList<>();
        for (Evidence each : evidence) {
            String name = each.journal().label() + SUFFIX;
            disk.put(home, name, each.toBytes());
            names.add(name);
        }
        for (Path file : list(home))
            if (!names.contains(file.getFileName().toString())) Files.delete(file);
        byStore.put(store, List.copyOf(evidence));
        news.incrementAndGet();
    }

    private static List<Evidence> read(Path store) {
        List<Evidence> evidence = new ArrayList<>();
        for (Path file : list(store)) {
            if (!file.toString().endsWith(SUFFIX)) continue;
            try {
                evidence.add(Evidence.parse(Files.readAllBytes(file)));
            } catch (IOException | Malformed e) {
                throw new IllegalStateException(
                        file
                                + " cannot be read: "
                                + e.getMessage()
                                + "; remove it, the gateway reports the fork again",
                        e);
            }
        }
        return List.copyOf(evidence);
    }

    private static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }
}
