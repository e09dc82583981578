package io.tidemark.edge.catalogue;

import io.tidemark.ledger.event.MasterDataAdopted;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue the till sells by now. Any thread may ask; only one at a time changes it. */
public final class Catalogues {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogues.class);

    private final MasterDataFiles files;
    private final Supplier<LocalDate> today;
    private volatile @Nullable CatalogueOnDisk current;
    private volatile boolean isDamaged;

    /**
     * @param today what day it is where the store is, by the till's clock: a price for tomorrow is
     *     in force from the store's midnight, whether or not anybody can be reached
     */
    public Catalogues(MasterDataFiles files, Supplier<LocalDate> today) {
        this.files = files;
        this.today = today;
    }

    /** Stays as it is, for a whole basket. */
    public DatedCatalogue current() {
        return new DatedCatalogue(current, today.get(), this::mend);
    }

    /** The version that need not be fetched: none, where the disk has damaged the one there is. */
    public long held() {
        CatalogueOnDisk now = current;
        return now == null || isDamaged ? 0 : now.around().version();
    }

    /**
     * At start: what the journal says was adopted. Without its file the till is as before any
     * master data.
     */
    public void load(Optional<MasterDataAdopted> adopted) {
        adopted.flatMap(files::load).ifPresent(this::use);
    }

    /**
     * Keeps a fetched file; it is sold by only once it is adopted.
     *
     * @throws MasterDataFiles.NotKept if it is not trusted, no later one, or the disk does not take
     *     it
     */
    MasterDataAdopted keep(Path file) {
        long soldBy = current().version();
        return files.store(file, isDamaged ? soldBy - 1 : soldBy);
    }

    /**
     * A stored file that is newer than what is sold by: it came, and the till stopped before it was
     * adopted.
     */
    Optional<MasterDataAdopted> waiting() {
        return files.newest(current().version());
    }

    /** What was kept is adopted: it is sold by from now on. */
    boolean use(MasterDataAdopted adopted) {
        Optional<CatalogueOnDisk> kept = files.load(adopted);
        kept.ifPresent(this::use);
        return kept.isPresent();
    }

    private void use(CatalogueOnDisk catalogue) {
        current = catalogue;
        isDamaged = false;
    }

    /** The file is read again from its first byte; if it is whole, only its index was damaged. */
    private synchronized Optional<CatalogueOnDisk> mend(CatalogueOnDisk damaged) {
        CatalogueOnDisk now = current;
        if (now != damaged) return Optional.ofNullable(now);
        if (isDamaged) return Optional.empty();
        Optional<CatalogueOnDisk> mended = files.loadAnew(damaged.adopted());
        mended.ifPresent(this::use);
        isDamaged = mended.isEmpty();
        LOG.warn(
                mended.isPresent()
                        ? "the index of the articles was damaged, and was made anew"
                        : "the disk has damaged the master-data file; what can be read is sold, and the file is fetched again");
        return mended;
    }
}
