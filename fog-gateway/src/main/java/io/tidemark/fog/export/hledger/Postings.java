package io.tidemark.fog.export.hledger;

import io.tidemark.fog.export.Register;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CurrencyExchanged;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The postings of one transaction: debits above zero, credits below. */
final class Postings {
    private final Map<Key, Money> amounts = new LinkedHashMap<>();

    /** An account holds several currencies, each by itself. */
    record Key(String account, CurrencyCode currency) {}

    static Postings of(Register register, RetailTransaction sold) {
        Postings postings = new Postings();
        for (Tender tender : sold.tenders()) {
            postings.post(Accounts.tender(register, tender.type()), tender.amount());
            if (tender.amount().currency().equals(sold.currency())) continue;
            postings.post(Accounts.CONVERSION, tender.amount().negated());
            postings.post(Accounts.CONVERSION, tender.base());
        }
        if (!sold.change().isZero())
            postings.post(Accounts.tender(register, TenderType.CASH), sold.change().negated());
        for (Line line : sold.lines()) {
            postings.post(
                    Accounts.of(line.details().kind(), line.department()), line.net().negated());
            if (!line.taxAmount().isZero())
                postings.post(Accounts.tax(line.tax()), line.taxAmount().negated());
        }
        return postings;
    }

    static Postings of(Register register, CashMovement movement) {
        String other =
                switch (movement.kind()) {
                    case FLOAT_PROVIDED, PICKUP -> Accounts.SAFE;
                    case SAFE_DROP -> Accounts.DROP_SAFE;
                    case PAID_IN -> Accounts.PAID_IN;
                    case PAID_OUT -> Accounts.PAID_OUT;
                };
        return between(Accounts.tender(register, TenderType.CASH), other, movement.effect());
    }

    static Postings of(Register register, CurrencyExchanged exchanged) {
        String drawer = Accounts.tender(register, TenderType.CASH);
        Postings postings =
                between(drawer, Accounts.CONVERSION, exchanged.foreign())
                        .post(drawer, exchanged.drawerBase())
                        .post(Accounts.CONVERSION, exchanged.base().negated());
        if (!exchanged.commission().isZero())
            postings.post(Accounts.EXCHANGE, exchanged.commission().negated());
        return postings;
    }

    /** So much into one account, out of the other. */
    static Postings between(String to, String from, Money amount) {
        return new Postings().post(to, amount).post(from, amount.negated());
    }

    Postings post(String account, Money amount) {
        amounts.merge(new Key(account, amount.currency()), amount, Money::plus);
        return this;
    }

    Map<Key, Money> amounts() {
        return Collections.unmodifiableMap(amounts);
    }
}
