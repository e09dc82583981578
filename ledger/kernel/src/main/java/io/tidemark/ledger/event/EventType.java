package io.tidemark.ledger.event;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number of each kind of event on the wire, and whether a reader that does not know it must
 * stop the close-down. Numbers are never reused.
 */
public enum EventType {
    BUSINESS_DAY_OPENED(1, false),
    TILL_OPENED(2, true),
    FLOAT_PROVIDED(3, true),
    SALE_COMPLETED(4, true),
    GOODS_RETURNED(5, true),
    CASH_PICKED_UP(6, true),
    PAID_IN(7, true),
    PAID_OUT(8, true),
    NO_SALE(9, false),
    TILL_COUNTED(10, true),
    TILL_DAY_CLOSED(11, true),
    MASTER_DATA_ADOPTED(12, false),
    STORE_DAY_CLOSED(13, true),
    JOURNAL_CONTINUED(14, true),
    EPOCH_GRANTED(15, false),
    OPERATOR_SESSION(16, false),
    BASKET_SUSPENDED(17, false),
    BASKET_RESUMED(18, false),
    BASKET_VOIDED(19, false),
    POST_VOIDED(20, true),
    TRAINING_TRANSACTION(21, false),
    RECEIPT_COPIED(22, false),
    DELIVERY_RECEIVED(23, true),
    GOODS_WASTED(24, true),
    TRANSFERRED_OUT(25, true),
    TRANSFERRED_IN(26, true),
    STOCK_COUNTED(27, true),
    SHELF_PRICE_CHECKED(28, false),
    STORE_LOG_SIGNED(29, false),
    STORE_DAY_PRODUCTS(30, false),
    CASH_CONFIRMED(31, true),
    OVER_SHORT_FOUND(32, true),
    SAFE_DROP(33, true),
    TILL_Z_COPIED(34, false),
    CURRENCY_EXCHANGED(39, true),
    EXCHANGE_REFUSED(40, false),
    CLOSE_DOWN_AUTHORISED(43, false),
    STORE_DAY_STOCK(44, false),
    STORE_TRANSFER(45, false);

    /** Every entry that is read asks. */
    private static final @Nullable EventType[] BY_CODE = byCode();

    private final int code;
    private final boolean critical;

    EventType(int code, boolean critical) {
        this.code = code;
        this.critical = critical;
    }

    private static @Nullable EventType[] byCode() {
        int most = Arrays.stream(values()).mapToInt(EventType::code).max().orElse(0);
        @Nullable EventType[] types = new EventType[most + 1];
        for (EventType type : values()) types[type.code] = type;
        return types;
    }

    /** As an entry's header has it. */
    public int code() {
        return code;
    }

    public boolean critical() {
        return critical;
    }

    static Optional<EventType> ofCode(int code) {
        return code < 0 || code >= BY_CODE.length
                ? Optional.empty()
                : Optional.ofNullable(BY_CODE[code]);
    }

    /** The type of an event, empty for one that this version does not know. */
    public static Optional<EventType> of(Event event) {
        return switch (event) {
            case BusinessDayOpened _ -> Optional.of(BUSINESS_DAY_OPENED);
            case TillOpened _ -> Optional.of(TILL_OPENED);
            case SaleCompleted _ -> Optional.of(SALE_COMPLETED);
            case GoodsReturned _ -> Optional.of(GOODS_RETURNED);
            case CashMovement movement -> Optional.of(movement.kind().type());
            case NoSale _ -> Optional.of(NO_SALE);
            case TillCounted _ -> Optional.of(TILL_COUNTED);
            case OverShortFound _ -> Optional.of(OVER_SHORT_FOUND);
            case CashConfirmed _ -> Optional.of(CASH_CONFIRMED);
            case TillZCopied _ -> Optional.of(TILL_Z_COPIED);
            case TillDayClosed _ -> Optional.of(TILL_DAY_CLOSED);
            case MasterDataAdopted _ -> Optional.of(MASTER_DATA_ADOPTED);
            case StoreDayClosed _ -> Optional.of(STORE_DAY_CLOSED);
            case StoreDayProducts _ -> Optional.of(STORE_DAY_PRODUCTS);
            case StoreDayStock _ -> Optional.of(STORE_DAY_STOCK);
            case StoreTransfer _ -> Optional.of(STORE_TRANSFER);
            case JournalContinued _ -> Optional.of(JOURNAL_CONTINUED);
            case EpochGranted _ -> Optional.of(EPOCH_GRANTED);
            case OperatorSession _ -> Optional.of(OPERATOR_SESSION);
            case BasketSuspended _ -> Optional.of(BASKET_SUSPENDED);
            case BasketResumed _ -> Optional.of(BASKET_RESUMED);
            case BasketVoided _ -> Optional.of(BASKET_VOIDED);
            case PostVoided _ -> Optional.of(POST_VOIDED);
            case TrainingTransaction _ -> Optional.of(TRAINING_TRANSACTION);
            case ReceiptCopied _ -> Optional.of(RECEIPT_COPIED);
            case StockMoved moved -> Optional.of(moved.kind().type());
            case StockCounted _ -> Optional.of(STOCK_COUNTED);
            case ShelfPriceChecked _ -> Optional.of(SHELF_PRICE_CHECKED);
            case StoreLogSigned _ -> Optional.of(STORE_LOG_SIGNED);
            case CloseDownAuthorised _ -> Optional.of(CLOSE_DOWN_AUTHORISED);
            case CurrencyExchanged _ -> Optional.of(CURRENCY_EXCHANGED);
            case ExchangeRefused _ -> Optional.of(EXCHANGE_REFUSED);
            case Unknown _ -> Optional.empty();
        };
    }
}
