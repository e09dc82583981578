package io.tidemark.fog.question;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.ledger.GatewayBaskets;
import io.tidemark.fog.ledger.GatewayBaskets.Resumed;
import io.tidemark.fog.ledger.GatewayBaskets.Suspended;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.NodeName;
import java.util.List;
import java.util.Optional;

/** Baskets by the gateway's tables, and what is in them by the journals. */
record BasketsHere(DeviceJournals journals, GatewayBaskets tables, StoreReceipts entries)
        implements StoreBaskets.Known {
    @Override
    public List<Suspended> open() {
        return tables.open();
    }

    @Override
    public Optional<Suspended> find(String basket) {
        return tables.find(basket);
    }

    @Override
    public List<Resumed> resumed(String basket) {
        return tables.resumed(basket);
    }

    @Override
    public List<Resumed> resumedElsewhere(String device) {
        return tables.resumedElsewhere(device);
    }

    @Override
    public Optional<EntryBytes> entry(Suspended basket) {
        return entries.entry(basket.device(), basket.epoch(), basket.sequence());
    }

    @Override
    public String workstation(NodeName device) {
        return journals.of(device).map(DeviceJournal::workstation).orElse(device.device());
    }
}
