package io.tidemark.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.cloud.books.PostingRules;
import io.tidemark.cloud.books.RuleSet;
import io.tidemark.cloud.books.UsedVersions;
import io.tidemark.cloud.ledger.H2Books;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Keeps in a file which versions of the rules were posted by, on disk before anybody is told, and
 * does not let head office start by others of the same number. Safe for use by several threads.
 */
final class RulesOnRecord implements H2Books.Posted {
    private static final String NAME = "posted-by";

    private final Path directory;
    private final Path file;
    private final KeptFiles disk;
    private UsedVersions used;

    private RulesOnRecord(Path directory, KeptFiles disk, UsedVersions used) {
        this.directory = directory;
        this.file = directory.resolve(NAME);
        this.disk = disk;
        this.used = used;
    }

    /**
     * @param directory where it is kept, and which is there
     * @throws CannotRun if what was posted would be posted otherwise now
     */
    static RulesOnRecord open(Path directory, KeptFiles disk, PostingRules rules) {
        UsedVersions used = read(directory.resolve(NAME));
        if (!used.changedIn(rules).isEmpty())
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    rules.source()
                            + " would post otherwise what was posted before:\n  "
                            + String.join("\n  ", used.changedIn(rules)));
        return new RulesOnRecord(directory, disk, used);
    }

    private static UsedVersions read(Path file) {
        try {
            return Files.exists(file)
                    ? UsedVersions.parse(Files.readString(file))
                    : UsedVersions.NONE;
        } catch (IllegalArgumentException e) {
            throw new CannotRun(
                    ExitCode.DAMAGED,
                    file
                            + " is damaged: "
                            + e.getMessage()
                            + ". See that the rules are those that were posted by, and remove it",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public synchronized void postedBy(RuleSet version, LocalDate first, LocalDate last) {
        UsedVersions now = used.with(version, first, last);
        if (now.equals(used)) return;
        try {
            disk.put(directory, NAME, now.text().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + file, e);
        }
        used = now;
    }
}
