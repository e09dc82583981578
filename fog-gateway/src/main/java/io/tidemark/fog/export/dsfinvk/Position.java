package io.tidemark.fog.export.dsfinvk;

import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A position of a receipt.
 *
 * @param name what tells it from others of its business case; mostly empty
 * @param voucher number of the gift card that it is about; empty where it is about none
 * @param line whose goods it is of; null where it is money alone
 */
record Position(
        BusinessCase businessCase,
        String name,
        String voucher,
        String text,
        @Nullable Line line,
        VatKey vat,
        Money gross,
        Money tax) {
    /** Money alone, on which there is no tax. */
    static Position money(BusinessCase businessCase, String text, Money gross) {
        return money(businessCase, "", text, gross);
    }

    static Position money(BusinessCase businessCase, String voucher, String text, Money gross) {
        return new Position(
                businessCase,
                "",
                voucher,
                text,
                null,
                VatKey.OUT_OF_SCOPE,
                gross,
                Money.zero(gross.currency()));
    }

    static Position of(Line line) {
        boolean back = line.gross().isNegative();
        return switch (line.details().kind()) {
            case GOODS -> taxed(BusinessCase.UMSATZ, line);
            case DEPOSIT ->
                    taxed(back ? BusinessCase.PFAND_RUECKZAHLUNG : BusinessCase.PFAND, line);
            case GIFT_CARD -> untaxed(BusinessCase.MEHRZWECKGUTSCHEIN_KAUF, "", line);
            case TIP -> untaxed(BusinessCase.TRINKGELD_AN, "", line);
            case ROUNDING ->
                    untaxed(back ? BusinessCase.RABATT : BusinessCase.AUFSCHLAG, "Rundung", line);
        };
    }

    private static Position taxed(BusinessCase businessCase, Line line) {
        return new Position(
                businessCase,
                "",
                "",
                line.description(),
                line,
                VatKey.of(line.tax()),
                line.gross(),
                line.taxAmount());
    }

    private static Position untaxed(BusinessCase businessCase, String name, Line line) {
        String card = line.details().card();
        return new Position(
                businessCase,
                name,
                card == null ? "" : card,
                line.description(),
                line,
                VatKey.OUT_OF_SCOPE,
                line.gross(),
                line.taxAmount());
    }

    Money net() {
        return gross.minus(tax);
    }
}
