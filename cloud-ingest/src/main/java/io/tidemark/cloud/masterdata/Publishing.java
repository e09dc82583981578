package io.tidemark.cloud.masterdata;

import io.tidemark.cloud.masterdata.StoreCuts.Cut;
import io.tidemark.cloud.own.OwnJournal;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.MasterDataStream.Contents;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.kept.Room;
import io.tidemark.node.paper.Articles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives catalogues their versions. The signed file is on disk before the journal says that it is
 * published, and the journal is forced before anyone is told: a version that was answered is never
 * given to another content.
 */
public final class Publishing {
    private static final String CUTS = "cuts";
    private static final String DRAFTS = "drafts";

    private final MasterDataFiles files;
    private final StoreCuts cuts;
    private final Drafts drafts;
    private final OwnJournal own;
    private final KeptFiles disk;
    private final PublicationHistory history;
    private final CatalogueNames names = new CatalogueNames(this::current);
    private volatile @Nullable Published current;

    private Publishing(
            MasterDataFiles files, OwnJournal own, Disk disk, PublicationHistory history) {
        this.files = files;
        this.own = own;
        this.disk = disk.files();
        this.history = history;
        this.current = history.last().map(last -> opened(files, last)).orElse(null);
        NodeIdentity identity = own.identity();
        this.drafts = disk.drafts(files.directory().resolve(DRAFTS));
        this.cuts =
                new StoreCuts(
                        disk.drafts(files.directory().resolve(CUTS)),
                        identity.roster(),
                        identity.signer());
    }

    /**
     * What files are written to.
     *
     * @param room what the journals need of it is left to them
     */
    public record Disk(KeptFiles files, Room room) {
        private Drafts drafts(Path directory) {
            return new Drafts(MasterDataFiles.emptied(directory), room);
        }
    }

    /**
     * @param history what head office's own journal says, seen while it was opened
     * @throws io.tidemark.node.home.CannotRun if the published file is missing or altered
     */
    public static Publishing open(
            Path directory, OwnJournal own, Disk disk, PublicationHistory history) {
        NodeIdentity identity = own.identity();
        MasterDataFiles files =
                new MasterDataFiles(directory, identity.roster().verifier(identity.name()));
        Publishing publishing = new Publishing(files, own, disk, history);
        files.removeAllBut(publishing.current().map(Published::version).orElse(0L));
        return publishing;
    }

    private static Published opened(MasterDataFiles files, PublicationHistory.Publication last) {
        Contents contents = files.check(last.version(), last.hash());
        return published(contents, last.at(), last.operator(), files.path(last.version()));
    }

    private static Published published(
            Contents contents, OffsetDateTime at, String operator, Path file) {
        try {
            return new Published(
                    contents.around(),
                    contents.products(),
                    contents.content(),
                    at,
                    operator,
                    file,
                    Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public Optional<Published> current() {
        return Optional.ofNullable(current);
    }

    /** What articles are called in the file that is published. */
    public Articles.Names names() {
        return names;
    }

    /** The newest first. */
    List<PublicationHistory.Publication> versions() {
        return history.newest();
    }

    /** What this store's gateway gets of it; empty for a store that the roster does not know. */
    Optional<Cut> cut(Published published, String store) throws IOException, StoreCuts.Busy {
        return cuts.of(published, store);
    }

    /** The same, if it was asked for already. */
    Optional<Cut> ready(Published published, String store) {
        return cuts.ready(published, store);
    }

    /** Where drafts may lie; empty after a start. */
    Drafts drafts() {
        return drafts;
    }

    /** One at a time; the intake's writer is held up only for the entry. */
    synchronized Published publish(Content content, String operator) {
        Published before = current;
        try {
            if (before != null && isSame(content, before)) return before;
            long version = before == null ? 1 : before.version() + 1;
            Contents written = write(content, version);
            OffsetDateTime at = own.now();
            own.record(new MasterDataAdopted(version, written.content()), at, operator, version);
            Published published = published(written, at, operator, files.path(version));
            history.add(
                    new PublicationHistory.Publication(version, written.content(), at, operator));
            current = published;
            files.removeAllBut(version);
            return published;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + files.directory(), e);
        }
    }

    private boolean isSame(Content content, Published before) throws IOException {
        if (content.products().products() != before.products()) return false;
        Hash asBefore =
                content.products()
                        .within(around(content, before.version()), assembly -> assembly.content());
        return asBefore.equals(before.hash());
    }

    private Contents write(Content content, long version) throws IOException {
        MasterData around = around(content, version);
        Path draft = files.directory().resolve("publishing" + KeptFiles.UNFINISHED);
        try {
            try (OutputStream out = drafts.into(draft)) {
                content.products()
                        .within(around, assembly -> assembly.write(out, own.identity().signer()));
            }
            // Read as a gateway will: what a gateway would refuse is never published.
            Contents written = MasterDataFiles.read(draft, (_, _, _) -> {});
            files.keep(version, draft, disk);
            return written;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private MasterData around(Content content, long version) {
        return content.around(own.identity().roster().organisation(), version);
    }
}
