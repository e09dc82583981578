package io.tidemark.fog.ledger;

import io.tidemark.ledger.event.CardMovement;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.node.projection.FollowedEntry;
import io.tidemark.node.projection.Rows;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Posts what receipts did to gift cards: one row for each card of a receipt. */
record CardRows(FollowedEntry entry, EntryHeader header, Rows rows) {
    void post(RetailTransaction transaction) {
        Map<String, CardMovement> moved = new TreeMap<>();
        for (CardMovement each : CardMovement.of(transaction))
            moved.merge(each.number(), each, CardMovement::plus);
        moved.values().forEach(each -> insert(each, transaction));
    }

    private void insert(CardMovement moved, RetailTransaction transaction) {
        rows.insert(
                "gift_card_moves",
                moved.number(),
                entry.journal().node().device(),
                entry.journal().epoch(),
                entry.sequence(),
                header.workstation(),
                header.businessDay(),
                header.receipt(),
                header.at(),
                header.operator(),
                moved.loaded(),
                moved.spent(),
                transaction.currency().code(),
                isChecked(moved.number(), transaction));
    }

    private static boolean isChecked(String number, RetailTransaction transaction) {
        return transaction.tenders().stream()
                .flatMap(tender -> Stream.ofNullable(tender.card()))
                .filter(card -> card.number().equals(number))
                .allMatch(CardUse::checked);
    }
}
