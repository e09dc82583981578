package io.tidemark.ledger.event;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.money.CurrencyCode;

/**
 * A workstation begins the business day of the entry's header, offline too.
 *
 * @param zone the store's IANA time zone
 * @param cutOverHour the local hour at which a calendar date becomes the next business day, 0 to 23
 */
public record BusinessDayOpened(CurrencyCode currency, String zone, int cutOverHour)
        implements Event {
    public BusinessDayOpened {
        if (cutOverHour < 0 || cutOverHour > 23)
            throw new IllegalArgumentException(
                    "a cut-over hour is between 0 and 23, not " + cutOverHour);
    }

    void writeTo(CborWriter writer) {
        writer.array(3).text(currency.code()).text(zone).integer(cutOverHour);
    }

    static BusinessDayOpened readFrom(CborReader reader) {
        return reader.fields(
                3,
                () ->
                        new BusinessDayOpened(
                                Items.currency(reader),
                                reader.text(Limits.CODE_MAX),
                                reader.integer(0, 23)));
    }
}
