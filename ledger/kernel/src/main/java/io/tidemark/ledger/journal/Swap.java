package io.tidemark.ledger.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a rebuilt journal in the place of a damaged one, whichever moment the power goes.
 *
 * <pre>
 * J.restoring                  being built; worthless after a crash
 * J.restored                   complete and forced; J still the damaged one
 * J.restored, no J             J is J.damaged-N now; the next open renames J.restored to J
 * J                            done; J.damaged-N is kept
 * </pre>
 */
final class Swap {
    private static final String RESTORING = ".restoring";
    private static final String RESTORED = ".restored";
    private static final String DAMAGED = ".damaged-";

    private Swap() {}

    /** An empty directory to rebuild in; what an interrupted attempt left is removed. */
    static Path begin(Path journal) throws IOException {
        remove(beside(journal, RESTORING));
        remove(beside(journal, RESTORED));
        return Files.createDirectory(beside(journal, RESTORING));
    }

    static void abandon(Path journal) throws IOException {
        remove(beside(journal, RESTORING));
    }

    /** Returns where the damaged journal is now. */
    static Path commit(Path journal) throws IOException {
        move(beside(journal, RESTORING), beside(journal, RESTORED));
        Path kept = unusedDamagedName(journal);
        move(journal, kept);
        complete(journal);
        return kept;
    }

    /** Finishes the second rename if that is all that is missing. */
    static void complete(Path journal) throws IOException {
        if (Files.exists(journal)) return;
        if (Files.exists(beside(journal, RESTORED))) move(beside(journal, RESTORED), journal);
        else requireNotInterrupted(journal);
    }

    /** An absent journal is one that never began only if nothing of it lies beside. */
    static void requireNotInterrupted(Path journal) throws IOException {
        if (Files.exists(beside(journal, RESTORED)))
            throw new NoSuchFileException(
                    journal.toString(),
                    null,
                    "a restore was interrupted; the next start of the node completes it");
        if (Files.exists(beside(journal, DAMAGED + 1)))
            throw new NoSuchFileException(
                    journal.toString(),
                    null,
                    "only damaged copies of this journal are left beside it; restore one of them");
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Path parent = to.getParent();
        if (parent != null) FileStorage.force(parent);
    }

    private static Path unusedDamagedName(Path journal) {
        int n = 1;
        while (Files.exists(beside(journal, DAMAGED + n))) n++;
        return beside(journal, DAMAGED + n);
    }

    private static Path beside(Path journal, String suffix) {
        return journal.resolveSibling(journal.getFileName() + suffix);
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        List<Path> innermostFirst;
        try (Stream<Path> found = Files.walk(directory)) {
            innermostFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : innermostFirst) Files.delete(path);
    }
}
