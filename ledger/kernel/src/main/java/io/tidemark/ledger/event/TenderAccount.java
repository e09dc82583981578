package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One tender in one currency over a day: what came in, what went out, what should be there and what
 * was counted. Amounts are in the tender's own currency; only cash has floats, change and
 * movements.
 *
 * @param base the net taken, in the store's currency, as it counted at each sale
 * @param dropped put into a drop safe by whoever sells
 * @param exchanged bought less sold as a currency: above zero where the drawer gained
 * @param counted the last count, or null where nobody counted; where a day was opened again after a
 *     till Z, with what was handed in with that
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
        Money dropped,
        Money exchanged,
        @Nullable Money counted) {
    private static final int FIELDS = 11;

    /** Added later, and left out where nothing was dropped or exchanged. */
    private static final int FIELDS_MORE = 13;

    /** By what accounts are told apart in one drawer, and in which order they are told. */
    public record Key(TenderType type, CurrencyCode currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : currency.code().compareTo(other.currency.code());
        }
    }

    public Key key() {
        return new Key(type, currency());
    }

    /** What changes an account, each in the direction that its name says. */
    private enum Flow {
        PROVIDED,
        TAKEN,
        REFUNDED,
        CHANGE,
        PAID_IN,
        PAID_OUT,
        PICKED_UP,
        DROPPED,
        EXCHANGED
    }

    /** Of which nothing was dropped or exchanged. */
    public TenderAccount(
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
        this(
                type,
                base,
                provided,
                taken,
                refunded,
                change,
                paidIn,
                paidOut,
                pickedUp,
                Money.zero(taken.currency()),
                Money.zero(taken.currency()),
                counted);
    }

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

    /** Float + taken − refunded − change + paid in − paid out − picked up − dropped + exchanged. */
    public Money expected() {
        return provided.plus(sales())
                .plus(paidIn)
                .minus(paidOut)
                .minus(pickedUp)
                .minus(dropped)
                .plus(exchanged);
    }

    /**
     * Counted − expected: over where positive, short where negative; empty where nobody counted.
     */
    public Optional<Money> overShort() {
        return Optional.ofNullable(counted).map(amount -> amount.minus(expected()));
    }

    /** What it held when it was over: as counted, or else as expected. */
    Money handedIn() {
        return counted == null ? expected() : counted;
    }

    /** All amounts of it but what was counted. */
    public Stream<Money> amounts() {
        return Stream.of(
                base, provided, taken, refunded, change, paidIn, paidOut, pickedUp, dropped,
                exchanged);
    }

    /** Of several tills together; counted only where every one of them was. */
    TenderAccount plus(TenderAccount other) {
        return plus(
                other,
                counted == null || other.counted == null ? null : counted.plus(other.counted));
    }

    TenderAccount tendered(Tender tender) {
        Money amount = tender.amount();
        Money net = base.plus(tender.base());
        return amount.isNegative()
                ? moved(Flow.REFUNDED, amount.negated(), net)
                : moved(Flow.TAKEN, amount, net);
    }

    TenderAccount gaveChange(Money amount) {
        return moved(Flow.CHANGE, amount, base.minus(amount));
    }

    TenderAccount moved(CashMovement.Kind kind, Money amount) {
        return moved(
                switch (kind) {
                    case FLOAT_PROVIDED -> Flow.PROVIDED;
                    case PICKUP -> Flow.PICKED_UP;
                    case PAID_IN -> Flow.PAID_IN;
                    case PAID_OUT -> Flow.PAID_OUT;
                    case SAFE_DROP -> Flow.DROPPED;
                },
                amount);
    }

    /**
     * @param amount null as if nobody had counted
     */
    TenderAccount counting(@Nullable Money amount) {
        return new TenderAccount(
                type, base, provided, taken, refunded, change, paidIn, paidOut, pickedUp, dropped,
                exchanged, amount);
    }

    /** Bought as a currency where positive, sold where negative. */
    TenderAccount exchanging(Money amount) {
        return moved(Flow.EXCHANGED, amount);
    }

    private TenderAccount moved(Flow flow, Money amount) {
        return moved(flow, amount, base);
    }

    private TenderAccount moved(Flow flow, Money amount, Money net) {
        return new TenderAccount(
                type,
                net,
                flow == Flow.PROVIDED ? provided.plus(amount) : provided,
                flow == Flow.TAKEN ? taken.plus(amount) : taken,
                flow == Flow.REFUNDED ? refunded.plus(amount) : refunded,
                flow == Flow.CHANGE ? change.plus(amount) : change,
                flow == Flow.PAID_IN ? paidIn.plus(amount) : paidIn,
                flow == Flow.PAID_OUT ? paidOut.plus(amount) : paidOut,
                flow == Flow.PICKED_UP ? pickedUp.plus(amount) : pickedUp,
                flow == Flow.DROPPED ? dropped.plus(amount) : dropped,
                flow == Flow.EXCHANGED ? exchanged.plus(amount) : exchanged,
                counted);
    }

    private TenderAccount plus(TenderAccount other, @Nullable Money count) {
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
                dropped.plus(other.dropped),
                exchanged.plus(other.exchanged),
                count);
    }

    void writeTo(CborWriter writer) {
        boolean more = !dropped.isZero() || !exchanged.isZero();
        writer.array(more ? FIELDS_MORE : FIELDS).text(type.code()).text(currency().code());
        writer.integer(base.minor()).integer(provided.minor()).integer(taken.minor());
        writer.integer(refunded.minor()).integer(change.minor()).integer(paidIn.minor());
        writer.integer(paidOut.minor()).integer(pickedUp.minor());
        if (counted == null) writer.nothing();
        else writer.integer(counted.minor());
        if (more) writer.integer(dropped.minor()).integer(exchanged.minor());
    }

    static TenderAccount readFrom(CurrencyCode baseCurrency, CborReader reader) {
        return reader.fields(FIELDS, FIELDS_MORE, there -> read(baseCurrency, reader, there));
    }

    private static TenderAccount read(CurrencyCode baseCurrency, CborReader reader, int there) {
        TenderType type = new TenderType(Items.code(reader));
        CurrencyCode currency = Items.currency(reader);
        TenderAccount account =
                new TenderAccount(
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
        if (there > FIELDS) account = account.moved(Flow.DROPPED, Items.minor(currency, reader));
        return there < FIELDS_MORE
                ? account
                : account.moved(Flow.EXCHANGED, Items.minor(currency, reader));
    }
}
