package io.tidemark.cloud.masterdata;

import io.tidemark.cloud.masterdata.CatalogueReading.Catalogue;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.writer.SingleWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Gives catalogues their versions. The signed file is on disk before the journal says that it is
 * published, and the journal is forced before anyone is told: a version that was answered is never
 * given to another content.
 */
public final class Publishing {
    private static final int SIGNING_KEY = 1;

    private final MasterDataFiles files;
    private final Journal journal;
    private final SingleWriter writer;
    private final NodeIdentity identity;
    private final Clock clock;
    private final KeptFiles disk;
    private final Runnable forced;
    private volatile @Nullable Published current;

    /**
     * What a publication needs of its node.
     *
     * @param forced told after every force: there is more to follow
     */
    public record Node(
            NodeIdentity identity,
            SingleWriter writer,
            Clock clock,
            KeptFiles disk,
            Runnable forced) {}

    private Publishing(
            MasterDataFiles files, Journal journal, Node node, @Nullable Published current) {
        this.files = files;
        this.journal = journal;
        this.writer = node.writer();
        this.identity = node.identity();
        this.clock = node.clock();
        this.disk = node.disk();
        this.forced = node.forced();
        this.current = current;
    }

    /**
     * @param history what head office's own journal says, seen while it was opened
     * @throws io.tidemark.node.home.CannotRun if the published file is missing or altered
     */
    public static Publishing open(
            Path directory, Journal journal, Node node, PublicationHistory history) {
        MasterDataFiles files =
                new MasterDataFiles(
                        directory, node.identity().roster().verifier(node.identity().name()));
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
        return new Publishing(files, journal, node, current);
    }

    public Optional<Published> current() {
        return Optional.ofNullable(current);
    }

    /** One at a time; the intake's writer is held up only for the entry. */
    synchronized Published publish(Catalogue catalogue, String operator) {
        Published before = current;
        long version = before == null ? 1 : before.version() + 1;
        if (before != null && before.data().equals(of(catalogue, before.version()))) return before;
        SignedMasterData signed = SignedMasterData.sign(of(catalogue, version), identity.signer());
        Path file = files.keep(signed, disk);
        OffsetDateTime at = OffsetDateTime.now(clock);
        record(new MasterDataAdopted(version, signed.hash()), at, operator);
        Published published = new Published(signed.data(), signed.hash(), at, operator, file);
        current = published;
        files.removeAllBut(version);
        return published;
    }

    private void force() {
        journal.force(identity.signer());
        forced.run();
    }

    private MasterData of(Catalogue catalogue, long version) {
        return new MasterData(
                identity.roster().organisation(), version, catalogue.taxes(), catalogue.products());
    }

    private void record(MasterDataAdopted adopted, OffsetDateTime at, String operator) {
        EventType type = EventType.MASTER_DATA_ADOPTED;
        EntryHeader header =
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        null,
                        0,
                        identity.workstation(),
                        operator,
                        0,
                        at.toLocalDate(),
                        at,
                        0,
                        adopted.version(),
                        SIGNING_KEY);
        Entry entry = new Entry(header, adopted);
        try {
            writer.submit(
                            group -> {
                                group.force(journal.id(), this::force);
                                return journal.append(EntryCodec.encode(entry));
                            })
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }
}
