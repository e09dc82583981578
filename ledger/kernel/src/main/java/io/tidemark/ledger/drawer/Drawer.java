package io.tidemark.ledger.drawer;

import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;

/** One tender in one currency, at one workstation. */
public record Drawer(String workstation, TenderType tender, CurrencyCode currency) {
    public static Drawer of(String workstation, TenderAccount account) {
        return new Drawer(workstation, account.type(), account.currency());
    }

    /** That of its account, wherever it stands. */
    public TenderAccount.Key key() {
        return new TenderAccount.Key(tender, currency);
    }
}
