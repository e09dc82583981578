package io.tidemark.fog.store;

import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.Unknown;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the store journal says so far. Immutable, so that a reader sees one state of it. */
public record StoreState(
        StoreHistory history,
        Optional<MasterDataAdopted> masterData,
        Map<CommandId, Filed> commands) {
    public StoreState {
        commands = Map.copyOf(commands);
    }

    /**
     * A close-down as it stands in the journal.
     *
     * @param digest of the command's body
     */
    public record Filed(long sequence, Hash hash, long digest, StoreDayClosed closed) {}

    StoreState then(long sequence, Hash hash, Entry entry) {
        return switch (entry.event()) {
            case StoreDayClosed closed ->
                    new StoreState(
                            history.then(closed),
                            masterData,
                            with(
                                    entry,
                                    new Filed(
                                            sequence,
                                            hash,
                                            entry.header().commandDigest(),
                                            closed)));
            case MasterDataAdopted adopted ->
                    new StoreState(history, Optional.of(adopted), commands);
            case BusinessDayOpened _,
                    TillOpened _,
                    RetailTransaction _,
                    CashMovement _,
                    NoSale _,
                    TillCounted _,
                    TillDayClosed _,
                    Unknown _ ->
                    this;
        };
    }

    public long masterDataVersion() {
        return masterData.map(MasterDataAdopted::version).orElse(0L);
    }

    private Map<CommandId, Filed> with(Entry entry, Filed filed) {
        CommandId command = entry.header().command();
        if (command == null) return commands;
        Map<CommandId, Filed> more = new HashMap<>(commands);
        more.put(command, filed);
        return more;
    }
}
