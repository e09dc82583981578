package io.tidemark.fog.export.saft;

import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.GoodsReturned;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TrainingTransaction;
import java.util.List;

/** Which code of list 11 a transaction has. */
final class SaftTransactionType {
    private static final String ON_ACCOUNT = "ACCOUNT";

    private SaftTransactionType() {}

    static SaftCode of(RetailTransaction sold) {
        return switch (sold) {
            case SaleCompleted sale -> sale(sale.lines(), sale.tenders());
            case GoodsReturned returned ->
                    returned.lines().stream().allMatch(SaftTransactionType::comesBack)
                            ? SaftCode.RETURN_PAYMENT
                            : SaftCode.RETURN_PRODUCTS;
            case PostVoided _ -> SaftCode.CORRECTION;
        };
    }

    static SaftCode of(TrainingTransaction training) {
        return sale(training.lines(), training.tenders());
    }

    static SaftCode of(CashMovement.Kind kind) {
        return switch (kind) {
            case FLOAT_PROVIDED -> SaftCode.FLOAT;
            case PAID_IN -> SaftCode.IN_PAYMENT;
            case PAID_OUT, PICKUP, SAFE_DROP -> SaftCode.OUT_PAYMENT;
        };
    }

    private static SaftCode sale(List<Line> lines, List<Tender> tenders) {
        boolean someReturned =
                lines.stream()
                        .filter(line -> line.details().kind().isGoods())
                        .anyMatch(SaftTransactionType::comesBack);
        long credits = tenders.stream().filter(SaftTransactionType::isOnAccount).count();
        if (credits > 0 && credits < tenders.size()) return SaftCode.CASH_AND_CREDIT_SALE;
        if (credits > 0)
            return someReturned ? SaftCode.CREDIT_SALE_AND_RETURN : SaftCode.CREDIT_SALE;
        return someReturned ? SaftCode.SALE_AND_RETURN : SaftCode.CASH_SALE;
    }

    private static boolean comesBack(Line line) {
        return line.quantity().isNegative();
    }

    private static boolean isOnAccount(Tender tender) {
        return tender.type().code().equals(ON_ACCOUNT);
    }
}
