package io.tidemark.ledger.event;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/** What prints a receipt: goods against tenders, balanced in the transaction's currency. */
public sealed interface RetailTransaction extends Event
        permits SaleCompleted, GoodsReturned, PostVoided {
    CurrencyCode currency();

    List<Line> lines();

    List<Tender> tenders();

    /** Cash given back out of what was tendered; never negative. */
    Money change();

    /** What most transactions do not have. */
    TransactionDetails details();

    /** The sum of the lines' gross amounts; zero and negative totals are legal. */
    default Money total() {
        return Money.sum(currency(), lines(), Line::gross);
    }
}
