package io.tidemark.lab.simulate;

import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.Totals;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.money.Money;
import java.util.Map;
import java.util.TreeMap;

/**
 * What entries add to the sums that are compared: receipts and their totals, and what should be
 * there of each tender in each currency. A close-down adds what it says of its day.
 *
 * @param tenders minor units by tender and currency; none of what is zero
 */
record Posting(long receipts, long gross, Map<String, Long> tenders) {
    static final Posting NOTHING = new Posting(0, 0, Map.of());

    static Posting of(Event event) {
        return switch (event) {
            case RetailTransaction sale -> of(sale);
            case StoreDayClosed closed -> of(closed.totals());
            case CashMovement moved -> NOTHING.with(TenderType.CASH, moved.effect());
            case TillOpened(var cashFloat) -> {
                Posting sum = NOTHING;
                for (Money amount : cashFloat) sum = sum.with(TenderType.CASH, amount);
                yield sum;
            }
            // Of no amount, or of one that stands in other entries.
            case NoSale _,
                    TillCounted _,
                    BusinessDayOpened _,
                    TillDayClosed _,
                    MasterDataAdopted _,
                    JournalContinued _,
                    EpochGranted _,
                    OperatorSession _,
                    BasketSuspended _,
                    BasketResumed _,
                    BasketVoided _,
                    TrainingTransaction _,
                    ReceiptCopied _,
                    StockMoved _,
                    StockCounted _,
                    ShelfPriceChecked _,
                    Unknown _ ->
                    NOTHING;
        };
    }

    /** As a close-down, or what a till carries over, has it. */
    static Posting of(Totals totals) {
        Posting sum = new Posting(totals.transactions(), totals.gross().minor(), Map.of());
        for (TenderAccount account : totals.tenders())
            sum = sum.with(account.type(), account.expected());
        return sum;
    }

    private static Posting of(RetailTransaction sale) {
        Posting sum = new Posting(1, sale.total().minor(), Map.of());
        for (Tender tender : sale.tenders()) sum = sum.with(tender.type(), tender.amount());
        return sum.with(TenderType.CASH, sale.change().negated());
    }

    Posting plus(Posting other) {
        if (other.equals(NOTHING)) return this;
        Map<String, Long> sums = new TreeMap<>(tenders);
        other.tenders.forEach((key, minor) -> add(sums, key, minor));
        return new Posting(receipts + other.receipts, Math.addExact(gross, other.gross), sums);
    }

    private Posting with(TenderType type, Money amount) {
        Map<String, Long> sums = new TreeMap<>(tenders);
        add(sums, type + "/" + amount.currency(), amount.minor());
        return new Posting(receipts, gross, sums);
    }

    private static void add(Map<String, Long> sums, String key, long minor) {
        sums.merge(key, minor, (a, b) -> Math.addExact(a, b) == 0 ? null : a + b);
        if (minor == 0) sums.remove(key, 0L);
    }
}
