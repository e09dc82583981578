package io.tidemark.fog.forward;

import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.archive.ArchivedSegments;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
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

    private final Path directory;
    private final KeptFiles disk;
    private final ArchivedSegments known;

    private ArchiveNotes(Path directory, KeptFiles disk, ArchivedSegments known) {
        this.directory = directory;
        this.disk = disk;
        this.known = known;
    }

    static ArchiveNotes read(Path directory, KeptFiles disk, int life) {
        ArchivedSegments known = new ArchivedSegments(life);
        try {
            for (Path file : files(directory)) {
                String name = key(directory, file);
                if (name.endsWith(RECEIPT)) known.kept(without(name, RECEIPT));
                if (name.endsWith(REFUSED))
                    known.refused(without(name, REFUSED), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the archive's notes in " + directory, e);
        }
        return new ArchiveNotes(directory, disk, known);
    }

    ArchivedSegments known() {
        return known;
    }

    void kept(Path home, String name, ArchiveReceipt receipt) throws IOException {
        disk.put(home, name + RECEIPT, receipt.toBytes());
        known.kept(home.getFileName() + "/" + name);
    }

    void refused(Path home, String name, String why) throws IOException {
        disk.put(home, name + REFUSED, why.getBytes(StandardCharsets.UTF_8));
        known.refused(home.getFileName() + "/" + name, why);
    }

    /** How many receipts were of what is not there any more. */
    int forgetAllBut(Collection<String> there) throws IOException {
        List<String> gone = known.compare(there);
        for (String name : gone) {
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
