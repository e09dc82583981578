package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.util.Locale;

/**
 * Where somebody finds a shop or a company; what is not known is empty.
 *
 * @param street with the number
 * @param country two letters of ISO 3166-1
 */
public record PostalAddress(String street, String postcode, String city, String country) {
    public static final PostalAddress NONE = new PostalAddress("", "", "", "");

    /** Of one of its texts. */
    static final int TEXT_MAX = 100;

    private static final int FIELDS = 4;

    public PostalAddress {
        if (!country.isEmpty()
                && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country))
            throw new IllegalArgumentException(
                    "'" + country + "' is no country; use two letters such as GB (ISO 3166-1)");
        for (String text : new String[] {street, postcode, city})
            if (text.length() > TEXT_MAX)
                throw new IllegalArgumentException(
                        "a part of an address has at most " + TEXT_MAX + " characters: " + text);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Its country in three letters (ISO 3166-1 alpha-3); empty where it is not known. */
    public String country3() {
        return country.isEmpty() ? "" : Locale.of("", country).getISO3Country();
    }

    void writeTo(CborWriter writer) {
        writer.array(FIELDS).text(street).text(postcode).text(city).text(country);
    }

    static PostalAddress readFrom(CborReader reader) {
        return reader.fields(
                FIELDS,
                () ->
                        new PostalAddress(
                                reader.text(TEXT_MAX),
                                reader.text(TEXT_MAX),
                                reader.text(TEXT_MAX),
                                reader.text(Limits.CODE_MAX)));
    }
}
