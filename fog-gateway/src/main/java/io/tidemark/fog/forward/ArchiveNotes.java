package io.tidemark.fog.forward;

import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What head office said of each segment: a receipt, or a refusal for good. Files, read once. A
 * person who has seen to a refusal removes its file and starts the gateway again: the segment is
 * then sealed and sent anew.
 */
final class ArchiveNotes {
    private static final String RECEIPT = ".receipt";
    private static final String REFUSED = ".refused";

    private final Set<String> kept;
    private final Map<String, String> refused;

    private ArchiveNotes(Set<String> kept, Map<String, String> refused) {
        this.kept = kept;
        this.refused = refused;
    }

    static ArchiveNotes read(Path directory) {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        Map<String, String> refused = new ConcurrentHashMap<>();
        try {
            for (Path file : files(directory)) {
                String name = key(directory, file);
                if (name.endsWith(RECEIPT)) kept.add(without(name, RECEIPT));
                if (name.endsWith(REFUSED))
                    refused.put(without(name, REFUSED), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the archive's notes in " + directory, e);
        }
        return new ArchiveNotes(kept, refused);
    }

    /**
     * @param segment the journal's label, a slash, the name it is archived under
     */
    boolean isSettled(String segment) {
        return kept.contains(segment) || refused.containsKey(segment);
    }

    /** Whether it has a receipt, and no refusal. */
    boolean isKept(String segment) {
        return kept.contains(segment);
    }

    Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    void kept(Path home, String name, ArchiveReceipt receipt, KeptFiles disk) throws IOException {
        disk.put(home, name + RECEIPT, receipt.toBytes());
        kept.add(home.getFileName() + "/" + name);
    }

    void refused(Path home, String name, String why, KeptFiles disk) throws IOException {
        disk.put(home, name + REFUSED, why.getBytes(StandardCharsets.UTF_8));
        refused.put(home.getFileName() + "/" + name, why);
    }

    /** How many receipts were of what is not there any more. */
    int forgetAllBut(Set<String> there, Path directory, KeptFiles disk) throws IOException {
        List<String> gone = kept.stream().filter(name -> !there.contains(name)).toList();
        for (String name : gone) {
            kept.remove(name);
            Path file = directory.resolve(name + RECEIPT);
            Files.deleteIfExists(file);
            disk.forceDirectory(file.resolveSibling(""));
        }
        return gone.size();
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) return List.of();
        try (Stream<Path> all = Files.walk(directory, 2)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toList());
        }
    }

    private static String key(Path directory, Path file) {
        Path name = directory.relativize(file);
        return name.getName(0) + "/" + name.getFileName();
    }

    private static String without(String name, String suffix) {
        return name.substring(0, name.length() - suffix.length());
    }
}
