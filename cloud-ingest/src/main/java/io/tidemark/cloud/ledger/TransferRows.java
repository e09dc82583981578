package io.tidemark.cloud.ledger;

import io.tidemark.ledger.event.StockLine;
import io.tidemark.ledger.event.StockOfDay;
import io.tidemark.ledger.event.StoreTransfer;
import io.tidemark.ledger.money.Money;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Files what a store told of a transfer. Another life of its gateway may tell the same entry of the
 * same device again: it is one row.
 */
record TransferRows(FollowedEntry entry, StoreTransfer transfer) {
    void into(Rows rows) {
        String store = entry.journal().node().store();
        StockOfDay.Moment moment = transfer.moment();
        rows.put(
                "transfer",
                store,
                moment.device(),
                moment.epoch(),
                moment.sequence(),
                transfer.isIncoming(),
                transfer.moved().party(),
                transfer.moved().reference(),
                transfer.day(),
                Instant.ofEpochMilli(moment.millis()).atOffset(ZoneOffset.UTC),
                transfer.operator());
        int number = 0;
        for (StockLine line : transfer.moved().lines()) {
            Money cost = line.cost();
            rows.put(
                    "transfer_line",
                    store,
                    moment.device(),
                    moment.epoch(),
                    moment.sequence(),
                    ++number,
                    line.plu(),
                    line.quantity().unit().code(),
                    line.description(),
                    line.quantity().thousandths(),
                    cost == null ? null : cost.minor(),
                    cost == null ? null : cost.currency().code());
        }
    }
}
