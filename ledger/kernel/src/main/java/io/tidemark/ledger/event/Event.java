package io.tidemark.ledger.event;

/** A fact recorded by a node. Facts are never edited; a mistake is put right by a later fact. */
public sealed interface Event
        permits BusinessDayOpened,
                TillOpened,
                RetailTransaction,
                CashMovement,
                NoSale,
                TillCounted,
                OverShortFound,
                CashConfirmed,
                TillZCopied,
                TillDayClosed,
                MasterDataAdopted,
                StoreDayClosed,
                StoreLogSigned,
                JournalContinued,
                EpochGranted,
                OperatorSession,
                BasketSuspended,
                BasketResumed,
                BasketVoided,
                TrainingTransaction,
                ReceiptCopied,
                StockMoved,
                StockCounted,
                ShelfPriceChecked,
                Unknown {}
