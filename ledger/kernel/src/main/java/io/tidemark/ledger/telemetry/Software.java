package io.tidemark.ledger.telemetry;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;

/**
 * What a node runs, and what it sells by.
 *
 * @param version of Tidemark
 * @param jvm of the Java virtual machine
 * @param profile the hardware profile's name
 * @param masterData the version of the master data that it has adopted; 0 before the first
 */
public record Software(String version, String jvm, String profile, long masterData) {
    private static final int ITEMS = 4;

    public Software {
        Ranges.text("version", version, Limits.CODE_MAX);
        Ranges.text("jvm", jvm, Limits.CODE_MAX);
        Ranges.text("profile", profile, Limits.CODE_MAX);
        Ranges.notNegative("masterData", masterData);
    }

    void writeTo(CborWriter writer) {
        writer.array(ITEMS).text(version).text(jvm).text(profile).integer(masterData);
    }

    static Software readFrom(CborReader reader) {
        return reader.fields(
                ITEMS,
                () ->
                        new Software(
                                reader.text(Limits.CODE_MAX),
                                reader.text(Limits.CODE_MAX),
                                reader.text(Limits.CODE_MAX),
                                reader.integer()));
    }
}
