package io.tidemark.lab.bench.day;

import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pays: 55 receipts of a hundred by card, 40 in cash, rounded up to the next five so that there is
 * change, four with both, one in euro notes. What is due back goes out in cash.
 */
record Purse(SplittableRandom random) {
    static final CurrencyCode EUR = new CurrencyCode("EUR");

    private static final ExchangeRate RATE = new ExchangeRate(new BigDecimal("0.85"));
    private static final int NOTE_MINOR = 500;

    record Paid(List<Tender> tenders, Money change) {}

    Paid pays(Money total) {
        long due = total.minor();
        if (due <= 0) return exactly(Tender.of(TenderType.CASH, total));
        int drawn = random.nextInt(100);
        if (drawn < 55 || due == 1) return exactly(Tender.of(TenderType.CARD, total));
        if (drawn < 95) return notes(total);
        if (drawn < 99)
            return exactly(
                    Tender.of(TenderType.CARD, money(due / 2)),
                    Tender.of(TenderType.CASH, money(due - due / 2)));
        return euro(total);
    }

    private static Paid exactly(Tender... tenders) {
        return new Paid(List.of(tenders), money(0));
    }

    private static Paid notes(Money total) {
        Money given = money(Math.ceilDiv(total.minor(), NOTE_MINOR) * NOTE_MINOR);
        return new Paid(List.of(Tender.of(TenderType.CASH, given)), given.minus(total));
    }

    private static Paid euro(Money total) {
        long needed = Math.ceilDiv(total.minor() * 100, 85);
        Money given = new Money(Math.ceilDiv(needed, NOTE_MINOR) * NOTE_MINOR + NOTE_MINOR, EUR);
        Money base = RATE.convert(given, Assortment.CURRENCY);
        return new Paid(List.of(new Tender(TenderType.CASH, given, RATE, base)), base.minus(total));
    }

    private static Money money(long minor) {
        return new Money(minor, Assortment.CURRENCY);
    }
}
