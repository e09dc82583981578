package io.tidemark.edge.catalogue;

import io.tidemark.edge.record.Recorder;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.node.writer.NotNow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a master-data file into use: kept, then recorded as adopted, then sold by. */
public final class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final Catalogues catalogues;
    private final Recorder recorder;

    public Adoption(Catalogues catalogues, Recorder recorder) {
        this.catalogues = catalogues;
        this.recorder = recorder;
    }

    public long version() {
        return catalogues.current().version();
    }

    /** The version that need not be fetched. */
    public long held() {
        return catalogues.held();
    }

    /** Whether so many bytes of master data still leave the journal its room. */
    public boolean hasRoomFor(long bytes) {
        return recorder.hasRoomFor(bytes);
    }

    /** What came and was kept, but not adopted before the till stopped. */
    public void resume() {
        catalogues.waiting().ifPresent(this::use);
    }

    /**
     * The version sold by from now on; empty if the file is not head office's, or older than what
     * was adopted.
     *
     * @param file in the same directory; it is moved, or deleted
     */
    public Optional<Long> take(Path file) {
        try {
            return use(catalogues.keep(file)) ? Optional.of(version()) : Optional.empty();
        } catch (MasterDataFiles.NotKept e) {
            LOG.warn("{}; the till goes on with version {}", e.getMessage(), version());
            delete(file);
            return Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    /**
     * False also while the till has no room or no time for the entry: the file is kept, and the
     * next one that is asked for, or the next start, takes it into use.
     */
    private boolean use(MasterDataAdopted entry) {
        if (!recorder.hasRoom()) return false;
        return recorder.adopt(entry).exceptionally(Adoption::unlessBusy).join()
                && catalogues.use(entry);
    }

    private static boolean unlessBusy(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof NotNow) return false;
        throw new CompletionException(cause);
    }
}
