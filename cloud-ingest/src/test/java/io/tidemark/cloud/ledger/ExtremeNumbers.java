package io.tidemark.cloud.ledger;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.codec.CborWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** An entry's event with one of its numbers replaced, whichever number it is. */
final class ExtremeNumbers {
    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARGUMENT_OF_8_BYTES = 27;

    private final byte[] header;
    private final byte[] event;

    ExtremeNumbers(EntryBytes entry) {
        this.header = entry.header();
        this.event = entry.event();
    }

    /** Where an integer stands, and how many bytes it has. */
    private record Place(int at, int length) {}

    /** As many as its event has numbers. */
    List<EntryBytes> each(long value) {
        return places().stream().map(place -> with(place, value)).toList();
    }

    private EntryBytes with(Place place, long value) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(event, 0, place.at());
        changed.writeBytes(new CborWriter().integer(value).toBytes());
        int after = place.at() + place.length();
        changed.write(event, after, event.length - after);
        return new EntryBytes(header, changed.toByteArray());
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        int at = 0;
        while (at < event.length) {
            int major = (event[at] & 0xff) >> 5;
            int length = 1 + argumentBytes(event[at] & 0x1f);
            if (major == UNSIGNED || major == NEGATIVE) places.add(new Place(at, length));
            boolean hasContent = major == BYTES || major == TEXT;
            at += length + (hasContent ? (int) argument(at) : 0);
        }
        return places;
    }

    private static int argumentBytes(int short5) {
        return short5 < 24 || short5 > ARGUMENT_OF_8_BYTES ? 0 : 1 << (short5 - 24);
    }

    private long argument(int at) {
        int bytes = argumentBytes(event[at] & 0x1f);
        if (bytes == 0) return event[at] & 0x1f;
        long argument = 0;
        for (int i = 1; i <= bytes; i++) argument = (argument << 8) | (event[at + i] & 0xff);
        return argument;
    }
}
