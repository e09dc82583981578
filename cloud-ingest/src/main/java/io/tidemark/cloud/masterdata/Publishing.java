package io.tidemark.cloud.masterdata;

import io.tidemark.cloud.masterdata.CatalogueReading.Catalogue;
import io.tidemark.cloud.own.OwnJournal;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.node.kept.KeptFiles;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives catalogues their versions. The signed file is on disk before the journal says that it is
 * published, and the journal is forced before anyone is told: a version that was answered is never
 * given to another content.
 */
public final class Publishing {
    private final MasterDataFiles files;
    private final OwnJournal own;
    private final KeptFiles disk;
    private volatile @Nullable Published current;

    private Publishing(
            MasterDataFiles files, OwnJournal own, KeptFiles disk, @Nullable Published current) {
        this.files = files;
        this.own = own;
        this.disk = disk;
        this.current = current;
    }

    /**
     * @param history what head office's own journal says, seen while it was opened
     * @throws io.tidemark.node.home.CannotRun if the published file is missing or altered
     */
    public static Publishing open(
            Path directory, OwnJournal own, KeptFiles disk, PublicationHistory history) {
        NodeIdentity identity = own.identity();
        MasterDataFiles files =
                new MasterDataFiles(directory, identity.roster().verifier(identity.name()));
        Published current =
                history.last()
                        .map(last ->
                                new Published(
                                        files.read(last.version(), last.hash()).data(),
                                        last.hash(),
                                        last.at(),
                                        last.operator(),
                                        files.path(last.version())))
                        .orElse(null);
        files.removeAllBut(current == null ? 0 : current.version());
        return new Publishing(files, own, disk, current);
    }

    public Optional<Published> current() {
        return Optional.ofNullable(current);
    }

    /** One at a time; the intake's writer is held up only for the entry. */
    synchronized Published publish(Catalogue catalogue, String operator) {
        Published before = current;
        long version = before == null ? 1 : before.version() + 1;
        if (before != null && before.data().equals(of(catalogue, before.version()))) return before;
        SignedMasterData signed =
                SignedMasterData.sign(of(catalogue, version), own.identity().signer());
        Path file = files.keep(signed, disk);
        OffsetDateTime at = own.now();
        own.record(new MasterDataAdopted(version, signed.hash()), at, operator, version);
        Published published = new Published(signed.data(), signed.hash(), at, operator, file);
        current = published;
        files.removeAllBut(version);
        return published;
    }

    private MasterData of(Catalogue catalogue, long version) {
        return new MasterData(
                own.identity().roster().organisation(),
                version,
                catalogue.taxes(),
                catalogue.products());
    }
}
