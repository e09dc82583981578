package io.tidemark.ledger.event;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/** What prints a receipt: goods against tenders, balanced in the transaction's currency. */
public sealed interface RetailTransaction extends Event permits SaleCompleted, GoodsReturned {
    CurrencyCode currency();

    List<Line> lines();

    List<Tender> tenders();

    /** Cash given back out of what was tendered; never negative. */
    Money change();

    /** The sum of the lines' gross amounts; zero and negative totals are legal. */
    default Money total() {
        return Money.sum(currency(), lines(), Line::gross);
    }
}
