package io.tidemark.ledger.telemetry;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway tells head office of all that runs in its store, itself included: the last of
 * each.
 *
 * @param at when it was said, by the gateway's own clock; ages are told against it
 * @param number counts from 1 since the gateway started
 * @param differing close-downs that a second computation did not bear out, oldest first; left out
 *     where there are none
 */
public record FleetReport(
        Instant at, long number, List<Device> devices, List<Differing> differing) {
    private static final String TAG = "tidemark-fleet";
    private static final int ITEMS = 4;

    /** Added later. */
    private static final int ITEMS_DIFFERING = 5;

    private static final int DEVICE_ITEMS = 6;
    private static final int DIFFERING_ITEMS = 5;

    /** Before and after 1970: a thousand years. */
    private static final int DAYS_MAX = 366_000;

    private static final int DEVICES_MAX = Limits.DEVICES_MAX + 1;

    /** Bytes of the largest. */
    public static final int BYTES_MAX =
            DEVICES_MAX * (Telemetry.BYTES_MAX + 256)
                    + Differing.MOST * (4 * Differing.WORDS_MAX + 64);

    /** Without such close-downs. */
    public FleetReport(Instant at, long number, List<Device> devices) {
        this(at, number, devices, List.of());
    }

    /**
     * @param online whether it is connected to the gateway
     * @param since since when it is, or is not
     * @param heard when its last telemetry came; null where none has since the gateway started
     * @param lost of what it said since it started, as far as the gateway can tell
     */
    public record Device(
            String device,
            boolean online,
            Instant since,
            @Nullable Instant heard,
            long lost,
            @Nullable Telemetry last) {
        public Device {
            Ranges.text("device", device, NodeName.LABEL_MAX);
            Ranges.time("since", since);
            if (heard != null) Ranges.time("heard", heard);
            Ranges.notNegative("lost", lost);
        }

        private void writeTo(CborWriter writer) {
            writer.array(DEVICE_ITEMS).text(device).bool(online).integer(since.toEpochMilli());
            Ranges.writeOrNothing(heard == null ? null : heard.toEpochMilli(), writer);
            writer.integer(lost);
            if (last == null) writer.nothing();
            else writer.bytes(last.toBytes());
        }

        private static Device readFrom(CborReader reader) {
            return new Device(
                    reader.text(NodeName.LABEL_MAX),
                    reader.bool(),
                    Instant.ofEpochMilli(reader.integer()),
                    reader.takeNothing() ? null : Instant.ofEpochMilli(reader.integer()),
                    reader.integer(),
                    reader.takeNothing()
                            ? null
                            : Telemetry.parse(reader.bytes(Telemetry.BYTES_MAX)));
        }
    }

    /**
     * A close-down that the journals' bytes do not bear out.
     *
     * @param isSent whether head office had it before that was found
     * @param words the first difference, with its device, for people
     */
    public record Differing(
            LocalDate day, long zNumber, int supplement, boolean isSent, String words) {
        /** Of which one report tells: who has more has another problem. */
        public static final int MOST = 20;

        public static final int WORDS_MAX = 500;

        public Differing {
            Ranges.within("zNumber", zNumber, 1, Long.MAX_VALUE);
            Ranges.notNegative("supplement", supplement);
            Ranges.text("words", words, WORDS_MAX);
        }

        private void writeTo(CborWriter writer) {
            writer.array(DIFFERING_ITEMS).integer(day.toEpochDay()).integer(zNumber);
            writer.integer(supplement).bool(isSent).text(words);
        }

        private static Differing readFrom(CborReader reader) {
            return new Differing(
                    LocalDate.ofEpochDay(reader.integer(-DAYS_MAX, DAYS_MAX)),
                    reader.integer(),
                    reader.integer(0, Integer.MAX_VALUE),
                    reader.bool(),
                    reader.text(WORDS_MAX));
        }
    }

    public FleetReport {
        Ranges.time("at", at);
        Ranges.within("number", number, 1, Long.MAX_VALUE);
        devices = List.copyOf(devices);
        differing = List.copyOf(differing);
        if (differing.size() > Differing.MOST)
            throw new IllegalArgumentException(differing.size() + " close-downs that differ");
    }

    /** The same, with these. */
    public FleetReport with(List<Differing> closeDowns) {
        return new FleetReport(at, number, devices, closeDowns);
    }

    /**
     * The array ["tidemark-fleet", at, number, [[device, online, since, heard or null, lost,
     * telemetry's bytes or null], …]], and, where any differ, [[day, zNumber, supplement, isSent,
     * words], …].
     */
    public byte[] toBytes() {
        CborWriter writer =
                new CborWriter()
                        .array(differing.isEmpty() ? ITEMS : ITEMS_DIFFERING)
                        .text(TAG)
                        .integer(at.toEpochMilli())
                        .integer(number)
                        .list(devices, Device::writeTo);
        if (!differing.isEmpty()) writer.list(differing, Differing::writeTo);
        return writer.toBytes();
    }

    public static FleetReport parse(byte[] bytes) {
        return Ranges.parsed(
                bytes,
                BYTES_MAX,
                reader -> reader.fields(ITEMS, ITEMS_DIFFERING, there -> readFrom(reader, there)));
    }

    private static FleetReport readFrom(CborReader reader, int there) {
        Ranges.tag(TAG, reader);
        return new FleetReport(
                Instant.ofEpochMilli(reader.integer()),
                reader.integer(),
                reader.list(
                        DEVICES_MAX,
                        () -> reader.fields(DEVICE_ITEMS, () -> Device.readFrom(reader))),
                there == ITEMS
                        ? List.of()
                        : reader.list(
                                Differing.MOST,
                                () ->
                                        reader.fields(
                                                DIFFERING_ITEMS,
                                                () -> Differing.readFrom(reader))));
    }
}
