package io.tidemark.ledger.event;

/** What a receipt is of, as tables and APIs name it. */
public enum ReceiptKind {
    SALE,
    RETURN,
    POST_VOID,
    /** Of currencies, not of goods. */
    EXCHANGE;

    public static ReceiptKind of(RetailTransaction transaction) {
        return switch (transaction) {
            case SaleCompleted _ -> SALE;
            case GoodsReturned _ -> RETURN;
            case PostVoided _ -> POST_VOID;
        };
    }

    /** Of a receipt of which only the header is left. */
    public static ReceiptKind of(EntryHeader header) {
        if (header.type() == EventType.GOODS_RETURNED.code()) return RETURN;
        if (header.type() == EventType.CURRENCY_EXCHANGED.code()) return EXCHANGE;
        return header.type() == EventType.POST_VOIDED.code() ? POST_VOID : SALE;
    }
}
