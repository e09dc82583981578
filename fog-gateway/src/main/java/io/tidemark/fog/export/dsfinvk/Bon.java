package io.tidemark.fog.export.dsfinvk;

import io.tidemark.fog.export.DayEntry;
import io.tidemark.fog.export.Period;
import io.tidemark.fog.export.Register;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.List;

/**
 * A happening at a till (Vorgang).
 *
 * @param period which closing it is in
 * @param undoes whether it takes back another receipt as a whole
 * @param note what else people should know of it
 */
record Bon(
        Register register,
        Period period,
        DayEntry entry,
        String id,
        BonType type,
        String name,
        boolean undoes,
        List<Position> positions,
        List<Payment> payments,
        List<Reference> references,
        String note) {
    Bon {
        positions = List.copyOf(positions);
        payments = List.copyOf(payments);
        references = List.copyOf(references);
    }

    boolean counts() {
        return type == BonType.BELEG;
    }

    Money gross(CurrencyCode currency) {
        return Money.sum(currency, positions, Position::gross);
    }
}
