package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.exchange.Position;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where a close-down leaves a store in one foreign currency.
 *
 * @param before as the close-down before left it
 * @param after with all that this one took in
 * @param realised what was earned by it: proceeds less average cost
 * @param mid the middle rate at which it is valued; null where none was ever known
 * @param valuedBefore by how much the close-down before valued it above its cost
 * @param limit of the whole store by the master data of then, in the currency itself; zero: none
 * @param joined what came to it but by exchange, less what left it so: notes taken for goods, and
 *     what was paid into drawers and out of them
 */
public record ExchangePosition(
        Position before,
        Position after,
        Money realised,
        @Nullable ExchangeRate mid,
        Money valuedBefore,
        Money limit,
        Position joined) {
    private static final int FIELDS = 9;

    /** Added later, and left out where there is no limit. */
    private static final int FIELDS_LIMITED = 10;

    /** Added later still, and left out where nothing but exchanges moved it. */
    private static final int FIELDS_JOINED = 12;

    /** That nothing but exchanges moved. */
    public ExchangePosition(
            Position before,
            Position after,
            Money realised,
            @Nullable ExchangeRate mid,
            Money valuedBefore,
            Money limit) {
        this(
                before,
                after,
                realised,
                mid,
                valuedBefore,
                limit,
                Position.none(after.amount().currency(), after.cost().currency()));
    }

    /** Without a limit. */
    public ExchangePosition(
            Position before,
            Position after,
            Money realised,
            @Nullable ExchangeRate mid,
            Money valuedBefore) {
        this(before, after, realised, mid, valuedBefore, Money.zero(after.amount().currency()));
    }

    /** Where nothing has been closed yet. */
    public static ExchangePosition none(CurrencyCode foreign, CurrencyCode base) {
        Position none = Position.none(foreign, base);
        return new ExchangePosition(none, none, Money.zero(base), null, Money.zero(base));
    }

    public CurrencyCode currency() {
        return after.amount().currency();
    }

    /** At the middle rate, rounded once, HALF_UP; at cost where no rate is known. */
    public Money value() {
        ExchangeRate rate = mid;
        return rate == null ? after.cost() : rate.convert(after.amount(), after.cost().currency());
    }

    /** Whether more is held, or owed, than the master data let the store hold. */
    public boolean isBeyondLimit() {
        long held = after.amount().minor();
        return !limit.isZero() && (held > limit.minor() || held < -limit.minor());
    }

    /** For people, of one that is. */
    public String beyondLimitInWords() {
        return "the store holds " + after.amount() + ", beyond its limit of " + limit;
    }

    /** By how much it is worth more than it cost; negative: less. */
    public Money valued() {
        return value().minus(after.cost());
    }

    /** By how much that changed with this close-down: earned, but not realised. */
    public Money revaluation() {
        return valued().minus(valuedBefore);
    }

    /**
     * The array [currency, amount before, cost before, amount, cost, realised, mid (unscaled,
     * scale; null and 0 where unknown), valued before], and the limit at its end where there is
     * one; then, where any joined, its amount and cost.
     */
    void writeTo(CborWriter writer) {
        int fields = fields();
        writer.array(fields).text(currency().code());
        writer.integer(before.amount().minor()).integer(before.cost().minor());
        writer.integer(after.amount().minor()).integer(after.cost().minor());
        writer.integer(realised.minor());
        ExchangeRate rate = mid;
        if (rate == null) writer.nothing().integer(0);
        else rate.writeTo(writer);
        writer.integer(valuedBefore.minor());
        if (fields > FIELDS) writer.integer(limit.minor());
        if (fields > FIELDS_LIMITED)
            writer.integer(joined.amount().minor()).integer(joined.cost().minor());
    }

    private int fields() {
        if (!joined.isNone()) return FIELDS_JOINED;
        return limit.isZero() ? FIELDS : FIELDS_LIMITED;
    }

    static ExchangePosition readFrom(CurrencyCode base, CborReader reader) {
        return reader.fields(
                FIELDS,
                FIELDS_JOINED,
                there -> {
                    CurrencyCode foreign = Items.currency(reader);
                    return new ExchangePosition(
                            position(foreign, base, reader),
                            position(foreign, base, reader),
                            Items.minor(base, reader),
                            rate(reader),
                            Items.minor(base, reader),
                            there < FIELDS_LIMITED
                                    ? Money.zero(foreign)
                                    : Items.minor(foreign, reader),
                            there < FIELDS_JOINED
                                    ? Position.none(foreign, base)
                                    : position(foreign, base, reader));
                });
    }

    private static Position position(CurrencyCode foreign, CurrencyCode base, CborReader reader) {
        return new Position(Items.minor(foreign, reader), Items.minor(base, reader));
    }

    private static @Nullable ExchangeRate rate(CborReader reader) {
        if (!reader.takeNothing()) return ExchangeRate.readFrom(reader);
        reader.integer();
        return null;
    }
}
