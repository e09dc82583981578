package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.ExchangeRate;
import io.tidemark.ledger.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cash of a foreign currency bought from a customer or sold to one, for cash of the store's own.
 * Amounts are signed as the drawer sees them: what came in is above zero.
 *
 * @param foreign above zero: bought
 * @param base the store's currency that went the other way, before commission
 * @param commission what the customer paid besides, in the store's currency
 * @param rate store currency per unit of the foreign one
 * @param mid the middle rate of then, by which the margin of this is told
 * @param undone of a post-void: what it takes back; its amounts are that one's, the other way
 */
public record CurrencyExchanged(
        Money foreign,
        Money base,
        Money commission,
        ExchangeRate rate,
        ExchangeRate mid,
        Customer customer,
        List<Approval> approvals,
        @Nullable Undone undone)
        implements Event {
    private static final int FIELDS = 13;
    private static final int FIELDS_UNDONE = 15;

    /**
     * Who it was, where that was asked for.
     *
     * @param reference the number under which the bureau keeps the customer's papers, may be empty;
     *     never the papers' own number
     * @param document what kind of paper was seen, such as PASSPORT; empty where none was
     */
    public record Customer(String reference, String document) {
        public static final Customer UNKNOWN = new Customer("", "");

        public Customer {
            Items.within(reference, Limits.CODE_MAX, "a customer's reference");
            Items.within(document, Limits.CODE_MAX, "a document");
        }
    }

    /** An earlier exchange that is taken back as a whole. */
    public record Undone(OriginalReceipt receipt, String reason) {
        public Undone {
            Items.within(reason, Limits.TEXT_MAX, "a reason");
        }
    }

    public CurrencyExchanged {
        approvals = Approval.few(approvals);
        foreign.requireSummable("an amount of foreign currency");
        base.requireSummable("an amount to exchange");
        commission.requireSummable("a commission");
        if (foreign.currency().equals(base.currency()))
            throw new IllegalArgumentException(
                    "nothing is exchanged for its own currency, " + base.currency());
        if (foreign.isZero() || base.isZero() || foreign.isNegative() == base.isNegative())
            throw new IllegalArgumentException(
                    "an exchange takes one currency in and gives the other out, not "
                            + foreign
                            + " and "
                            + base);
        if (commission.minor() != 0 && commission.isNegative() != (undone != null))
            throw new IllegalArgumentException("a commission of " + commission);
    }

    /** Takes an exchange back as a whole. */
    public static CurrencyExchanged undoing(
            CurrencyExchanged given, Undone undone, List<Approval> approvals) {
        return new CurrencyExchanged(
                given.foreign.negated(),
                given.base.negated(),
                given.commission.negated(),
                given.rate,
                given.mid,
                given.customer,
                approvals,
                undone);
    }

    /** Whether the store bought the foreign currency, be it to take that back. */
    public boolean isBuying() {
        return foreign.isNegative() == (undone != null);
    }

    /** Its size in the store's currency, before commission; above zero. */
    public Money size() {
        return base.isNegative() ? base.negated() : base;
    }

    /** What it did to the drawer in the store's currency. */
    public Money drawerBase() {
        return base.plus(commission);
    }

    /** What it earned against the middle rate, without commission; rounded once, HALF_UP. */
    public Money spread() {
        return mid.convert(foreign, base.currency()).plus(base);
    }

    public CurrencyCode currency() {
        return base.currency();
    }

    void writeTo(CborWriter writer) {
        Undone undoes = undone;
        writer.array(undoes == null ? FIELDS : FIELDS_UNDONE).text(currency().code());
        writer.integer(foreign.minor()).text(foreign.currency().code());
        writer.integer(base.minor()).integer(commission.minor());
        rate.writeTo(writer);
        mid.writeTo(writer);
        writer.text(customer.reference()).text(customer.document());
        Approval.writeAll(approvals, writer);
        writer.integer(isBuying() ? 0 : 1);
        if (undoes == null) return;
        undoes.receipt().writeTo(writer);
        writer.text(undoes.reason());
    }

    static CurrencyExchanged readFrom(CborReader reader) {
        return reader.fields(FIELDS, FIELDS_UNDONE, there -> read(reader, there));
    }

    private static CurrencyExchanged read(CborReader reader, int there) {
        CurrencyCode own = Items.currency(reader);
        Money foreign = new Money(reader.integer(), Items.currency(reader));
        Money base = Items.minor(own, reader);
        Money commission = Items.minor(own, reader);
        ExchangeRate rate = ExchangeRate.readFrom(reader);
        ExchangeRate mid = ExchangeRate.readFrom(reader);
        Customer customer = new Customer(Items.code(reader), Items.code(reader));
        List<Approval> approvals = Approval.readAll(reader);
        boolean buying = reader.integer(0, 1) == 0;
        Undone undone =
                there < FIELDS_UNDONE
                        ? null
                        : new Undone(
                                OriginalReceipt.readFrom(reader), reader.text(Limits.TEXT_MAX));
        CurrencyExchanged read =
                new CurrencyExchanged(
                        foreign, base, commission, rate, mid, customer, approvals, undone);
        if (read.isBuying() != buying)
            throw new IllegalArgumentException("an exchange says another way than its amounts");
        return read;
    }
}
