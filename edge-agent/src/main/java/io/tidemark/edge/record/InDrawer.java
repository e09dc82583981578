package io.tidemark.edge.record;

import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;

/** One tender in one currency, as it is counted. */
public record InDrawer(TenderType tender, CurrencyCode currency) {
    static InDrawer of(TenderAccount account) {
        return new InDrawer(account.type(), account.currency());
    }

    static InDrawer of(CountedTender counted) {
        return new InDrawer(counted.type(), counted.amount().currency());
    }

    @Override
    public String toString() {
        return tender + " " + currency;
    }
}
