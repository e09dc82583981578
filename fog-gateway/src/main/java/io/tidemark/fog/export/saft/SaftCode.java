package io.tidemark.fog.export.saft;

/** Codes of the administration's lists 08, 10, 11 and 13 that a day can have. */
enum SaftCode {
    LINE_DISCOUNT("08", "LINEDISC", "", "Discount on a line"),
    BASKET_DISCOUNT("08", "BASKETDISC", "", "Discount on a basket"),
    TIP("10", "10001", "10001", "Tip"),
    CASH_SALE("11", "11001", "11001", "Cash sale"),
    CREDIT_SALE("11", "11002", "11002", "Credit sale"),
    RETURN_PAYMENT("11", "11006", "11006", "Return payment"),
    FLOAT("11", "11007", "11007", "Cash declaration: float"),
    CASH_DIFFERENCE("11", "11008", "11008", "Cash difference at a count"),
    CORRECTION("11", "11009", "11009", "Correction: a receipt post-voided"),
    OUT_PAYMENT("11", "11010", "11010", "Paid out, picked up, dropped into the safe"),
    IN_PAYMENT("11", "11011", "11011", "Paid in"),
    RETURN_PRODUCTS("11", "11013", "11013", "Goods returned, others taken along"),
    CASH_AND_CREDIT_SALE("11", "11015", "11015", "Cash and credit sale"),
    SALE_AND_RETURN("11", "11016", "11016", "Cash sale and return"),
    CREDIT_SALE_AND_RETURN("11", "11017", "11017", "Credit sale and return"),
    EXCHANGE("11", "11999", "11999", "Currency exchanged"),
    LOG_IN("13", "13003", "13003", "Employee log in"),
    LOG_OUT("13", "13004", "13004", "Employee log out"),
    DRAWER("13", "13005", "13005", "Cash drawer opened without a sale"),
    X_REPORT("13", "13008", "13008", "X report"),
    Z_REPORT("13", "13009", "13009", "Z report"),
    SUSPENDED("13", "13010", "13010", "Transaction suspended"),
    RESUMED("13", "13011", "13011", "Transaction resumed"),
    SALES_RECEIPT("13", "13012", "13012", "Sales receipt"),
    RETURN_RECEIPT("13", "13013", "13013", "Return receipt"),
    COPY_RECEIPT("13", "13014", "13014", "Copy receipt"),
    TRAINING_RECEIPT("13", "13017", "13017", "Training receipt"),
    OTHER_REPORT("13", "13018", "13018", "Other report or receipt"),
    WITHDRAWAL("13", "13019", "13019", "Cash withdrawal"),
    PRICE_CHANGE("13", "13021", "13021", "Prices taken over from head office"),
    PRICE_LOOK_UP("13", "13022", "13022", "Price look-up"),
    TRAINING_ON("13", "13023", "13023", "Training mode on"),
    TRAINING_OFF("13", "13024", "13024", "Training mode off"),
    VOID_RECEIPT("13", "13028", "13028", "Void receipt"),
    OTHER_EVENT("13", "13999", "13999", "Other event");

    private final String list;
    private final String code;
    private final String predefined;
    private final String title;

    SaftCode(String list, String code, String predefined, String title) {
        this.list = list;
        this.code = code;
        this.predefined = predefined;
        this.title = title;
    }

    String list() {
        return list;
    }

    /** As this file names it. */
    String code() {
        return code;
    }

    /** As the administration's list names it; empty where it names none. */
    String predefined() {
        return predefined;
    }

    String title() {
        return title;
    }
}
