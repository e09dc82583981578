package io.tidemark.fog.export.dsfinvk;

import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.money.Money;

/**
 * How something was paid.
 *
 * @param amount in its own currency
 * @param base in the store's
 */
record Payment(Type type, String name, Money amount, Money base) {
    /** Appendix D. */
    enum Type {
        CASH("Bar"),
        NOT_CASH("Unbar"),
        NONE("Keine"),
        DEBIT_CARD("ECKarte"),
        CREDIT_CARD("Kreditkarte"),
        PROVIDER("ElZahlungsdienstleister");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static Payment of(TenderType tender, Money amount, Money base) {
        return new Payment(type(tender), tender.code(), amount, base);
    }

    /** Where nothing was to be paid. */
    static Payment none(Money zero) {
        return new Payment(Type.NONE, "", zero, zero);
    }

    /** Of a card whose kind nobody said neither EC nor credit is claimed. */
    private static Type type(TenderType tender) {
        return switch (tender.code()) {
            case "CASH" -> Type.CASH;
            case "MOBILE" -> Type.PROVIDER;
            case "DEBIT_CARD" -> Type.DEBIT_CARD;
            case "CREDIT_CARD" -> Type.CREDIT_CARD;
            default -> Type.NOT_CASH;
        };
    }

    boolean isCash() {
        return type == Type.CASH;
    }

    boolean isForeign() {
        return !amount.currency().equals(base.currency());
    }

    /** Whether both are one row of a receipt. */
    boolean isLike(Payment other) {
        return type == other.type
                && name.equals(other.name)
                && amount.currency().equals(other.amount.currency());
    }

    Payment plus(Payment other) {
        return new Payment(type, name, amount.plus(other.amount), base.plus(other.base));
    }
}
