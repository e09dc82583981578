package io.tidemark.edge.catalogue;

import io.tidemark.edge.record.Recorder;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.SignedMasterData;
import java.util.Optional;
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

    /** What came and was kept, but not adopted before the till stopped. */
    public void resume() {
        catalogues.waiting().ifPresent(this::use);
    }

    /**
     * The version sold by from now on; empty if the file is not head office's, or older than what
     * was adopted.
     */
    public Optional<Long> take(byte[] file) {
        if (!recorder.hasRoomFor(file.length)) {
            LOG.warn(
                    "the disk has no room for new master data of {} bytes; the till goes on with version {}",
                    file.length,
                    version());
            return Optional.empty();
        }
        try {
            return use(catalogues.keep(file)) ? Optional.of(version()) : Optional.empty();
        } catch (MasterDataFiles.NotTrusted e) {
            LOG.warn(
                    "the gateway handed out {}; the till goes on with version {}",
                    e.getMessage(),
                    version());
            return Optional.empty();
        }
    }

    private boolean use(SignedMasterData file) {
        boolean adopted = recorder.adopt(new MasterDataAdopted(file.version(), file.hash())).join();
        if (adopted) catalogues.use(file);
        return adopted;
    }
}
