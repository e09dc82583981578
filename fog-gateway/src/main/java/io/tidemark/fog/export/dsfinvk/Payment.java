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

    /** A till does not know what kind of card it was: neither EC nor credit is claimed. */
    private static Type type(TenderType tender) {
        return switch (tender.code()) {
            case "CASH" -> Type.CASH;
            case "MOBILE" -> Type.PROVIDER;
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
