package io.tidemark.edge.till;

import io.tidemark.edge.catalogue.Catalogues;
import io.tidemark.edge.ledger.GoodsDone;
import io.tidemark.edge.ledger.Receipts;
import io.tidemark.edge.ledger.TillZs;
import io.tidemark.edge.record.Recorder;
import io.tidemark.edge.record.Staff;
import io.tidemark.edge.record.Workplace;
import io.tidemark.edge.sync.GatewayQuestions;
import io.tidemark.edge.sync.SyncStatus;
import io.tidemark.node.home.NodeSettings;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the pages and the API are made with.
 *
 * @param sync how things stand with the gateway
 * @param questions what the gateway knows and this till does not
 * @param clock business time
 * @param settings of this node
 */
public record TillDesk(
        Workplace workplace,
        Recorder recorder,
        Catalogues catalogues,
        Receipts receipts,
        TillZs zs,
        GoodsDone goods,
        Supplier<SyncStatus> sync,
        GatewayQuestions questions,
        InstantSource clock,
        NodeSettings settings) {
    /** Who may do what here now. */
    Staff staff() {
        return catalogues.current().staff();
    }
}
