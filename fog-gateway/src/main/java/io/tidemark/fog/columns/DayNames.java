package io.tidemark.fog.columns;

import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.ProductTotal;
import io.tidemark.ledger.event.TaxCategory;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;

/** The numbers that the columns of one business day have in the place of names. */
final class DayNames {
    final Names<ProductTotal.Key> products = new Names<>();
    final ProductOrder productOrder = new ProductOrder(products);
    final Names<Sales> sales = new Names<>();
    final Names<String> operators = new Names<>();
    final Names<Account> accounts = new Names<>();
    final Names<String> tallies = new Names<>();

    /** What sales are told by. */
    record Sales(LineKind kind, String department, TaxCategory category) {}

    /** A tender in one currency. */
    record Account(TenderType type, CurrencyCode currency) {
        static Account cash(CurrencyCode currency) {
            return new Account(TenderType.CASH, currency);
        }
    }
}
