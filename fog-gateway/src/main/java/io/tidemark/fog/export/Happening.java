package io.tidemark.fog.export;

import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.BusinessDayOpened;
import io.tidemark.ledger.event.CashConfirmed;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.EpochGranted;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.ExchangeRefused;
import io.tidemark.ledger.event.JournalContinued;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OverShortFound;
import io.tidemark.ledger.event.ReceiptCopied;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.ShelfPriceChecked;
import io.tidemark.ledger.event.StockCounted;
import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.event.StoreLogSigned;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillOpened;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * What an event is to an export.
 *
 * @param isOfTheShop whether people did it, and so a Z has to cover it
 * @param cash amounts that it names beside a sale's
 */
record Happening(boolean isOfTheShop, List<Money> cash) {
    private static final Happening TECHNICAL = new Happening(false, List.of());
    private static final Happening DONE = new Happening(true, List.of());

    /** No default branch, on purpose: a new event must not compile until someone decides. */
    static Happening of(Event event) {
        return switch (event) {
            case TillOpened opened -> new Happening(true, opened.cashFloat());
            case CashMovement movement -> new Happening(true, List.of(movement.amount()));
            case CurrencyExchanged exchanged ->
                    new Happening(true, List.of(exchanged.foreign(), exchanged.drawerBase()));
            case TillCounted(var counted) ->
                    new Happening(true, counted.stream().map(CountedTender::amount).toList());
            case RetailTransaction _,
                    TrainingTransaction _,
                    NoSale _,
                    BasketSuspended _,
                    BasketResumed _,
                    BasketVoided _,
                    ReceiptCopied _,
                    ExchangeRefused _,
                    OverShortFound _,
                    CashConfirmed _,
                    TillZCopied _ ->
                    DONE;
            case BusinessDayOpened _,
                    TillDayClosed _,
                    MasterDataAdopted _,
                    StoreDayClosed _,
                    StoreLogSigned _,
                    StoreDayFigures _,
                    CloseDownAuthorised _,
                    JournalContinued _,
                    EpochGranted _,
                    OperatorSession _,
                    StockMoved _,
                    StockCounted _,
                    ShelfPriceChecked _,
                    Unknown _ ->
                    TECHNICAL;
        };
    }
}
