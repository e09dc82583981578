package io.tidemark.ledger.telemetry;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway tells head office of all that runs in its store, itself included: the last of
 * each.
 *
 * @param at when it was said, by the gateway's own clock; ages are told against it
 * @param number counts from 1 since the gateway started
 */
public record FleetReport(Instant at, long number, List<Device> devices) {
    private static final String TAG = "tidemark-fleet";
    private static final int ITEMS = 4;
    private static final int DEVICE_ITEMS = 6;
    private static final int DEVICES_MAX = Limits.DEVICES_MAX + 1;

    /** Bytes of the largest. */
    public static final int BYTES_MAX = DEVICES_MAX * (Telemetry.BYTES_MAX + 256);

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

    public FleetReport {
        Ranges.time("at", at);
        Ranges.within("number", number, 1, Long.MAX_VALUE);
        devices = List.copyOf(devices);
    }

    /**
     * The array ["tidemark-fleet", at, number, [[device, online, since, heard or null, lost,
     * telemetry's bytes or null], …]].
     */
    public byte[] toBytes() {
        return new CborWriter()
                .array(ITEMS)
                .text(TAG)
                .integer(at.toEpochMilli())
                .integer(number)
                .list(devices, Device::writeTo)
                .toBytes();
    }

    public static FleetReport parse(byte[] bytes) {
        return Ranges.parsed(
                bytes, BYTES_MAX, reader -> reader.fields(ITEMS, () -> readFrom(reader)));
    }

    private static FleetReport readFrom(CborReader reader) {
        Ranges.tag(TAG, reader);
        return new FleetReport(
                Instant.ofEpochMilli(reader.integer()),
                reader.integer(),
                reader.list(
                        DEVICES_MAX,
                        () -> reader.fields(DEVICE_ITEMS, () -> Device.readFrom(reader))));
    }
}
