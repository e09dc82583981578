package io.tidemark.edge.catalogue;

import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.ledger.money.CurrencyCode;
import java.util.Optional;

/** The catalogue the till sells by now. Any thread may ask; only one at a time changes it. */
public final class Catalogues {
    private final MasterDataFiles files;
    private final CurrencyCode currency;
    private volatile CatalogueInMemory current = CatalogueInMemory.empty();

    public Catalogues(MasterDataFiles files, CurrencyCode currency) {
        this.files = files;
        this.currency = currency;
    }

    public CatalogueInMemory current() {
        return current;
    }

    /**
     * At start: what the journal says was adopted. Without its file the till is as before any
     * master data.
     */
    public void load(Optional<MasterDataAdopted> adopted) {
        adopted.flatMap(files::load).ifPresent(this::use);
    }

    /**
     * Keeps a fetched file; it is sold by only from {@link #use} on.
     *
     * @throws MasterDataFiles.NotKept if it is not trusted, no later one, or the disk does not take
     *     it
     */
    public SignedMasterData keep(byte[] file) {
        return files.store(file, current.version());
    }

    /**
     * A stored file that is newer than what is sold by: it came, and the till stopped before it was
     * adopted.
     */
    public Optional<SignedMasterData> waiting() {
        return files.newest().filter(file -> file.version() > current.version());
    }

    public void use(SignedMasterData file) {
        current = CatalogueInMemory.of(file.data(), currency);
    }
}
