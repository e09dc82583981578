package io.tidemark.ledger.event;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Entries to bytes and back. Decoding refuses what is malformed and keeps what it does not know.
 */
public final class EntryCodec {
    private EntryCodec() {}

    /**
     * @throws IllegalArgumentException if header and event disagree about the type, or a limit is
     *     exceeded
     */
    public static EntryBytes encode(Entry entry) {
        requireType(entry);
        return new EntryBytes(entry.header().toBytes(), event(entry.event()));
    }

    /**
     * @throws Malformed if the bytes are not an entry, or its content breaks a rule of its kind
     */
    public static Entry decode(EntryBytes bytes) {
        return decode(header(bytes), bytes);
    }

    /**
     * The same, where the header was read already.
     *
     * @param header of these bytes
     */
    public static Entry decode(EntryHeader header, EntryBytes bytes) {
        return new Entry(header, read(bytes.eventReader(), reader -> event(header, bytes, reader)));
    }

    /** The header alone, which any version can read. */
    public static EntryHeader header(EntryBytes bytes) {
        return read(bytes.headerReader(), EntryHeader::readFrom);
    }

    /** The same, where nothing else is left of an entry. */
    public static EntryHeader header(byte[] bytes) {
        return read(new CborReader(bytes), EntryHeader::readFrom);
    }

    private static void requireType(Entry entry) {
        EntryHeader header = entry.header();
        boolean agrees =
                EventType.of(entry.event())
                        .map(type ->
                                type.code() == header.type()
                                        && type.critical() == header.critical())
                        .orElseGet(() ->
                                entry.event() instanceof Unknown unknown
                                        && unknown.type() == header.type()
                                        && unknown.critical() == header.critical());
        if (!agrees)
            throw new IllegalArgumentException(
                    "the header does not name the event's type: " + header.type());
    }

    /** How many bytes the event's array takes. */
    public static int size(Event event) {
        return event(event).length;
    }

    static byte[] event(Event event) {
        CborWriter writer = new CborWriter();
        switch (event) {
            case BusinessDayOpened opened -> opened.writeTo(writer);
            case TillOpened opened -> opened.writeTo(writer);
            case SaleCompleted sale -> sale.writeTo(writer);
            case GoodsReturned returned -> returned.writeTo(writer);
            case CashMovement movement -> movement.writeTo(writer);
            case NoSale noSale -> noSale.writeTo(writer);
            case TillCounted counted -> counted.writeTo(writer);
            case OverShortFound found -> found.writeTo(writer);
            case CashConfirmed confirmed -> confirmed.writeTo(writer);
            case TillZCopied copied -> copied.writeTo(writer);
            case TillDayClosed closed -> closed.writeTo(writer);
            case MasterDataAdopted adopted -> adopted.writeTo(writer);
            case StoreDayClosed closed -> closed.writeTo(writer);
            case StoreDayProducts products -> products.writeTo(writer);
            case StoreDayStock stock -> stock.writeTo(writer);
            case StoreTransfer transfer -> transfer.writeTo(writer);
            case JournalContinued continued -> continued.writeTo(writer);
            case EpochGranted granted -> granted.writeTo(writer);
            case OperatorSession session -> session.writeTo(writer);
            case BasketSuspended suspended -> suspended.writeTo(writer);
            case BasketResumed resumed -> resumed.writeTo(writer);
            case BasketVoided voided -> voided.writeTo(writer);
            case PostVoided voided -> voided.writeTo(writer);
            case TrainingTransaction training -> training.writeTo(writer);
            case ReceiptCopied copied -> copied.writeTo(writer);
            case StockMoved moved -> moved.writeTo(writer);
            case StockCounted counted -> counted.writeTo(writer);
            case ShelfPriceChecked checked -> checked.writeTo(writer);
            case StoreLogSigned signed -> signed.writeTo(writer);
            case CloseDownAuthorised authorised -> authorised.writeTo(writer);
            case CurrencyExchanged exchanged -> exchanged.writeTo(writer);
            case ExchangeRefused refused -> refused.writeTo(writer);
            case Unknown(int _, boolean _, byte[] bytes) -> writer.raw(bytes);
        }
        return writer.toBytes();
    }

    private static Event event(EntryHeader header, EntryBytes bytes, CborReader reader) {
        Optional<EventType> type = EventType.ofCode(header.type());
        if (type.isEmpty()) {
            reader.skip();
            return new Unknown(header.type(), header.critical(), bytes.event());
        }
        return switch (type.get()) {
            case BUSINESS_DAY_OPENED -> BusinessDayOpened.readFrom(reader);
            case TILL_OPENED -> TillOpened.readFrom(reader);
            case SALE_COMPLETED -> SaleCompleted.readFrom(reader);
            case GOODS_RETURNED -> GoodsReturned.readFrom(reader);
            case FLOAT_PROVIDED -> CashMovement.readFrom(CashMovement.Kind.FLOAT_PROVIDED, reader);
            case CASH_PICKED_UP -> CashMovement.readFrom(CashMovement.Kind.PICKUP, reader);
            case SAFE_DROP -> CashMovement.readFrom(CashMovement.Kind.SAFE_DROP, reader);
            case PAID_IN -> CashMovement.readFrom(CashMovement.Kind.PAID_IN, reader);
            case PAID_OUT -> CashMovement.readFrom(CashMovement.Kind.PAID_OUT, reader);
            case NO_SALE -> NoSale.readFrom(reader);
            case TILL_COUNTED -> TillCounted.readFrom(reader);
            case OVER_SHORT_FOUND -> OverShortFound.readFrom(reader);
            case CASH_CONFIRMED -> CashConfirmed.readFrom(reader);
            case TILL_Z_COPIED -> TillZCopied.readFrom(reader);
            case TILL_DAY_CLOSED -> TillDayClosed.readFrom(reader);
            case MASTER_DATA_ADOPTED -> MasterDataAdopted.readFrom(reader);
            case STORE_DAY_CLOSED -> StoreDayClosed.readFrom(reader);
            case STORE_DAY_PRODUCTS -> StoreDayProducts.readFrom(reader);
            case STORE_DAY_STOCK -> StoreDayStock.readFrom(reader);
            case STORE_TRANSFER -> StoreTransfer.readFrom(reader);
            case JOURNAL_CONTINUED -> JournalContinued.readFrom(reader);
            case EPOCH_GRANTED -> EpochGranted.readFrom(reader);
            case OPERATOR_SESSION -> OperatorSession.readFrom(reader);
            case BASKET_SUSPENDED -> BasketSuspended.readFrom(reader);
            case BASKET_RESUMED -> BasketResumed.readFrom(reader);
            case BASKET_VOIDED -> BasketVoided.readFrom(reader);
            case POST_VOIDED -> PostVoided.readFrom(reader);
            case TRAINING_TRANSACTION -> TrainingTransaction.readFrom(reader);
            case RECEIPT_COPIED -> ReceiptCopied.readFrom(reader);
            case DELIVERY_RECEIVED -> StockMoved.readFrom(StockMoved.Kind.DELIVERY, reader);
            case GOODS_WASTED -> StockMoved.readFrom(StockMoved.Kind.WASTE, reader);
            case TRANSFERRED_OUT -> StockMoved.readFrom(StockMoved.Kind.TRANSFER_OUT, reader);
            case TRANSFERRED_IN -> StockMoved.readFrom(StockMoved.Kind.TRANSFER_IN, reader);
            case STOCK_COUNTED -> StockCounted.readFrom(reader);
            case SHELF_PRICE_CHECKED -> ShelfPriceChecked.readFrom(reader);
            case STORE_LOG_SIGNED -> StoreLogSigned.readFrom(reader);
            case CLOSE_DOWN_AUTHORISED -> CloseDownAuthorised.readFrom(reader);
            case CURRENCY_EXCHANGED -> CurrencyExchanged.readFrom(reader);
            case EXCHANGE_REFUSED -> ExchangeRefused.readFrom(reader);
        };
    }

    private static <T> T read(CborReader reader, Function<CborReader, T> parser) {
        try {
            T value = parser.apply(reader);
            reader.end();
            return value;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }
}
