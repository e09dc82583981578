package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One tender in one currency over a day: what came in, what went out, what should be there and what
 * was counted. Amounts are in the tender's own currency; only cash has floats, change and
 * movements.
 *
 * @param base the net taken, in the store's currency, as it counted at each sale
 * @param counted the last count, or null where nobody counted
 */
public record TenderAccount(
        TenderType type,
        Money base,
        Money provided,
        Money taken,
        Money refunded,
        Money change,
        Money paidIn,
        Money paidOut,
        Money pickedUp,
        @Nullable Money counted) {
    private static final int FIELDS = 11;

    static TenderAccount empty(TenderType type, CurrencyCode currency, CurrencyCode baseCurrency) {
        Money zero = Money.zero(currency);
        return new TenderAccount(
                type, Money.zero(baseCurrency), zero, zero, zero, zero, zero, zero, zero, null);
    }

    public CurrencyCode currency() {
        return taken.currency();
    }

    /** Net of the sales: taken − refunded − change. */
    public Money sales() {
        return taken.minus(refunded).minus(change);
    }

    /** Float + taken − refunded − change + paid in − paid out − picked up. */
    public Money expected() {
        return provided.plus(sales()).plus(paidIn).minus(paidOut).minus(pickedUp);
    }

    /**
     * Counted − expected: over where positive, short where negative; empty where nobody counted.
     */
    public Optional<Money> overShort() {
        return Optional.ofNullable(counted).map(amount -> amount.minus(expected()));
    }

    /** Of several tills together; counted only where every one of them was. */
    TenderAccount plus(TenderAccount other) {
        return new TenderAccount(
                type,
                base.plus(other.base),
                provided.plus(other.provided),
                taken.plus(other.taken),
                refunded.plus(other.refunded),
                change.plus(other.change),
                paidIn.plus(other.paidIn),
                paidOut.plus(other.paidOut),
                pickedUp.plus(other.pickedUp),
                counted == null || other.counted == null ? null : counted.plus(other.counted));
    }

    TenderAccount tendered(Tender tender) {
        boolean in = !tender.amount().isNegative();
        return new TenderAccount(
                type,
                base.plus(tender.base()),
                provided,
                in ? taken.plus(tender.amount()) : taken,
                in ? refunded : refunded.minus(tender.amount()),
                change,
                paidIn,
                paidOut,
                pickedUp,
                counted);
    }

    TenderAccount gaveChange(Money amount) {
        return new TenderAccount(
                type,
                base.minus(amount),
                provided,
                taken,
                refunded,
                change.plus(amount),
                paidIn,
                paidOut,
                pickedUp,
                counted);
    }

    TenderAccount moved(CashMovement.Kind kind, Money amount) {
        return new TenderAccount(
                type,
                base,
                kind == CashMovement.Kind.FLOAT_PROVIDED ? provided.plus(amount) : provided,
                taken,
                refunded,
                change,
                kind == CashMovement.Kind.PAID_IN ? paidIn.plus(amount) : paidIn,
                kind == CashMovement.Kind.PAID_OUT ? paidOut.plus(amount) : paidOut,
                kind == CashMovement.Kind.PICKUP ? pickedUp.plus(amount) : pickedUp,
                counted);
    }

    TenderAccount counting(Money amount) {
        return new TenderAccount(
                type, base, provided, taken, refunded, change, paidIn, paidOut, pickedUp, amount);
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(type.code()).text(currency().code()).integer(base.minor());
        writer.integer(provided.minor()).integer(taken.minor()).integer(refunded.minor());
        writer.integer(change.minor()).integer(paidIn.minor()).integer(paidOut.minor());
        writer.integer(pickedUp.minor());
        if (counted == null) writer.nothing();
        else writer.integer(counted.minor());
    }

    static TenderAccount readFrom(CurrencyCode baseCurrency, CborReader reader) {
        return reader.fields(
                FIELDS,
                () -> {
                    TenderType type = new TenderType(Items.code(reader));
                    CurrencyCode currency = Items.currency(reader);
                    return new TenderAccount(
                            type,
                            Items.minor(baseCurrency, reader),
                            Items.minor(currency, reader),
                            Items.minor(currency, reader),
                            Items.minor(currency, reader),
                            Items.minor(currency, reader),
                            Items.minor(currency, reader),
                            Items.minor(currency, reader),
                            Items.minor(currency, reader),
                            reader.takeNothing() ? null : Items.minor(currency, reader));
                });
    }
}
