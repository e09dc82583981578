package io.tidemark.ledger.event;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.Money;

/**
 * A currency was not exchanged because of what is in the drawer. That answer tells something of
 * what should be there, and whoever asks often enough knows it before the count: so it is kept who
 * was told how often.
 *
 * @param foreign what was to come into the drawer, negative what was to leave it
 */
public record ExchangeRefused(Money foreign) implements Event {
    private static final int FIELDS = 2;

    /** The array [foreign, currency]. */
    void writeTo(CborWriter writer) {
        writer.array(FIELDS).integer(foreign.minor()).text(foreign.currency().code());
    }

    static ExchangeRefused readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () -> new ExchangeRefused(new Money(reader.integer(), Items.currency(reader))));
    }
}
