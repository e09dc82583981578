package io.tidemark.cloud.masterdata;

import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.cloud.own.OwnJournal;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.Signature;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.masterdata.MasterDataStream.Contents;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What will be published next. An import adds to what is staged already, or else to what is
 * published; what is staged is a whole file of the next version, not signed, which no device would
 * take.
 */
public final class Staging {
    static final String FILE = "staged.tmd";

    private final Path directory;
    private final Publishing publishing;
    private final Roster roster;
    private final KeptFiles disk;

    /** An import that cannot be taken, for a person. */
    static final class NotStaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotStaged(String why) {
            super(why);
        }
    }

    /**
     * What an import would publish, or what is wrong with it.
     *
     * @param version that it will be
     * @param bytes of the whole; a store gets its part
     * @param changes to what is staged, or else published; none where a row is bad
     * @param badRows all of them; the first are named in {@code rows}
     */
    @Serdeable
    record Report(
            boolean dryRun,
            long version,
            int taxCategories,
            int products,
            int laterPrices,
            int operators,
            long bytes,
            List<RowChanges.Changed> changes,
            long badRows,
            List<CsvFaults.Fault> rows) {}

    public Staging(Path directory, Publishing publishing, OwnJournal own, KeptFiles disk) {
        this.directory = directory;
        this.publishing = publishing;
        this.roster = own.identity().roster();
        this.disk = disk;
    }

    /**
     * How an import is to be taken.
     *
     * @param dryRun nothing is staged
     * @param allowEmpty a table without a row is meant
     */
    record How(boolean dryRun, boolean allowEmpty) {}

    /** Nothing is staged by a dry run, nor if a row is bad. */
    synchronized Report take(Map<Table, Path> tables, How how) throws IOException {
        Optional<Importing.Before> before = before();
        Importing importing =
                new Importing(
                        tables, before, store -> roster.store(store).isPresent(), how.allowEmpty());
        RowChanges changes = new RowChanges();
        try (Content content = importing.content(publishing.drafts())) {
            if (importing.faults().count() == 0 && before.isPresent())
                MasterDataFiles.read(
                        before.get().file(), (product, _, _) -> changes.before(product));
            long bytes =
                    importing.faults().count() > 0
                            ? 0
                            : stage(content, importing, changes, how.dryRun());
            return new Report(
                    how.dryRun(),
                    next(),
                    content.taxes().size(),
                    content.products().products(),
                    importing.laterPrices(),
                    content.operators().size(),
                    bytes,
                    importing.faults().count() > 0
                            ? List.of()
                            : changes.all(before.map(Importing.Before::around), content),
                    importing.faults().count(),
                    importing.faults().named());
        }
    }

    /** Read as a gateway will: what it would refuse is no more staged than a bad row. */
    private long stage(Content content, Importing importing, RowChanges changes, boolean dryRun)
            throws IOException {
        Path draft = publishing.drafts().file(FILE);
        try {
            write(content, draft);
            MasterDataFiles.read(draft, (product, _, _) -> changes.now(product));
            long bytes = Files.size(draft);
            if (!dryRun) disk.take(draft, directory, FILE);
            return bytes;
        } catch (Malformed | IllegalArgumentException e) {
            importing.faults().addOfAll(String.valueOf(e.getMessage()));
            return 0;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void write(Content content, Path draft) throws IOException {
        try (OutputStream out = publishing.drafts().into(draft)) {
            content.products()
                    .within(
                            content.around(roster.organisation(), next()),
                            assembly -> assembly.write(out, _ -> new byte[Signature.BYTES]));
        }
    }

    /**
     * @throws NotStaged if there is nothing, or something else was published meanwhile
     */
    synchronized Published publish(String operator) throws IOException {
        Contents staged =
                staged().orElseThrow(
                                () -> new NotStaged("nothing is staged; import something first"));
        if (staged.version() != next()) {
            drop();
            throw new NotStaged(
                    "version "
                            + (next() - 1)
                            + " was published after the import, which knew nothing of it; import again");
        }
        try (Draft products = publishing.drafts().products()) {
            MasterDataFiles.read(file(), (product, _, _) -> products.add(product));
            Content content =
                    new Content(
                            staged.around().taxes(),
                            staged.around().operators(),
                            staged.around().rules(),
                            staged.around().trade(),
                            products);
            Published published = publishing.publish(content, operator);
            drop();
            return published;
        }
    }

    /** Of what is staged. */
    synchronized Optional<Contents> staged() throws IOException {
        return Files.isRegularFile(file())
                ? Optional.of(MasterDataFiles.read(file(), (_, _, _) -> {}))
                : Optional.empty();
    }

    synchronized boolean drop() throws IOException {
        return Files.deleteIfExists(file());
    }

    private Optional<Importing.Before> before() throws IOException {
        Optional<Contents> staged = staged().filter(file -> file.version() == next());
        if (staged.isPresent())
            return staged.map(file -> new Importing.Before(file.around(), file()));
        return publishing.current().map(now -> new Importing.Before(now.around(), now.file()));
    }

    private long next() {
        return publishing.current().map(Published::version).orElse(0L) + 1;
    }

    private Path file() {
        return directory.resolve(FILE);
    }
}
