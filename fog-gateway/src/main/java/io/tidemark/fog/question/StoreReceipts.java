package io.tidemark.fog.question;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.ledger.GatewayReturns;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.journal.Journal;
import java.time.LocalDate;
import java.util.Optional;

/** Finds a receipt of the store: where it is, by the tables; what it says, in its journal. */
public final class StoreReceipts {
    private final NodeName gateway;
    private final DeviceJournals journals;
    private final GatewayReturns tables;

    public StoreReceipts(NodeName gateway, DeviceJournals journals, GatewayReturns tables) {
        this.gateway = gateway;
        this.journals = journals;
        this.tables = tables;
    }

    /** What there is of a receipt. */
    public sealed interface Found {
        record Whole(String device, EntryBytes entry) implements Found {}

        record Pruned(LocalDate on) implements Found {}

        record Nowhere() implements Found {}
    }

    public Found find(OriginalReceipt receipt) {
        if (!receipt.store().equals(gateway.store())) return new Found.Nowhere();
        return tables.find(receipt).map(this::whole).orElseGet(() -> pruned(receipt));
    }

    /** What it is called wherever it is: journal, number and characters of its hash. */
    Optional<String> id(OriginalReceipt receipt) {
        return tables.find(receipt).flatMap(place -> id(receipt.receipt(), place));
    }

    private Optional<String> id(long number, GatewayReturns.Place place) {
        return journal(place.device(), place.epoch())
                .filter(journal -> place.sequence() <= journal.forced().sequence())
                .map(journal ->
                        journal.id().label()
                                + "-"
                                + number
                                + "-"
                                + journal.hashAt(place.sequence()).short6());
    }

    /** An entry of a device's journal here; empty where there is none of that place. */
    Optional<EntryBytes> entry(String device, int epoch, long sequence) {
        return journal(device, epoch)
                .filter(journal -> sequence <= journal.forced().sequence())
                .map(journal -> journal.entry(sequence));
    }

    private Optional<Journal> journal(String device, int epoch) {
        NodeName node = new NodeName(gateway.organisation(), gateway.store(), device);
        return journals.of(new JournalId(node, epoch)).map(DeviceJournal::journal);
    }

    private Found whole(GatewayReturns.Place place) {
        try {
            return entry(place.device(), place.epoch(), place.sequence())
                    .<Found>map(entry -> new Found.Whole(place.device(), entry))
                    .orElseGet(Found.Nowhere::new);
        } catch (EntryPruned pruned) {
            return new Found.Pruned(pruned.left().why().on());
        }
    }

    private Found pruned(OriginalReceipt receipt) {
        return journals.all().stream()
                .filter(journal -> journal.workstation().equals(receipt.workstation()))
                .map(journal -> journal.device().device())
                .distinct()
                .flatMap(device -> tables.pruned(device, receipt.day(), receipt.receipt()).stream())
                .findFirst()
                .<Found>map(Found.Pruned::new)
                .orElseGet(Found.Nowhere::new);
    }
}
