package io.tidemark.cloud.masterdata;

import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.node.home.CannotRun;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the published file is the one that the journal says was published. */
public final class PublishedCheck {
    private PublishedCheck() {}

    /** What is wrong with it and what to do, if anything. */
    public static Optional<String> fault(
            Path directory, MasterDataAdopted published, Verifier headOffice) {
        try {
            new MasterDataFiles(directory, headOffice).check(published.version(), published.hash());
            return Optional.empty();
        } catch (CannotRun damaged) {
            return Optional.of(String.valueOf(damaged.getMessage()));
        }
    }
}
