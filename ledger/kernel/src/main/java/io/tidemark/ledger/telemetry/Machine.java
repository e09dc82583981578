package io.tidemark.ledger.telemetry;

import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The machine that a node runs on, and what the node takes of it.
 *
 * @param nodeCpu what the node's process takes of all cores, in thousandths; null where unknown
 * @param wholeCpu what everything on the machine takes, likewise
 * @param resident bytes of the process in the machine's memory; null where unknown
 * @param diskFree bytes that the node may still write where its data lie
 * @param diskTotal bytes of that disk
 * @param battery null where the machine has none
 * @param uptime since the process started
 */
public record Machine(
        @Nullable Integer nodeCpu,
        @Nullable Integer wholeCpu,
        Memory memory,
        @Nullable Long resident,
        long diskFree,
        long diskTotal,
        @Nullable Battery battery,
        Duration uptime) {
    private static final int ITEMS = 9;

    /** The heap, in bytes. */
    public record Memory(long heapUsed, long heapMax) {
        public Memory {
            Ranges.notNegative("heapUsed", heapUsed);
            Ranges.notNegative("heapMax", heapMax);
        }
    }

    /**
     * @param percent of its capacity
     * @param charging whether it is fed from outside: also when it is full and takes no more
     */
    public record Battery(int percent, boolean charging) {
        public Battery {
            Ranges.within("battery", (long) percent, 0, 100);
        }
    }

    public Machine {
        Ranges.within("nodeCpu", nodeCpu, 0, Ranges.PER_MILLE);
        Ranges.within("wholeCpu", wholeCpu, 0, Ranges.PER_MILLE);
        if (resident != null) Ranges.notNegative("resident", resident);
        Ranges.notNegative("diskFree", diskFree);
        Ranges.notNegative("diskTotal", diskTotal);
        Ranges.within("uptime", uptime.toMillis(), 0, Ranges.MILLIS_MAX);
    }

    void writeTo(CborWriter writer) {
        writer.array(ITEMS);
        Ranges.writeOrNothing(nodeCpu, writer);
        Ranges.writeOrNothing(wholeCpu, writer);
        writer.integer(memory.heapUsed()).integer(memory.heapMax());
        Ranges.writeOrNothing(resident, writer);
        writer.integer(diskFree).integer(diskTotal);
        if (battery == null) writer.nothing();
        else writer.array(2).integer(battery.percent()).bool(battery.charging());
        writer.integer(uptime.toMillis());
    }

    static Machine readFrom(CborReader reader) {
        return reader.fields(
                ITEMS,
                () ->
                        new Machine(
                                Ranges.smallOrNothing(reader),
                                Ranges.smallOrNothing(reader),
                                new Memory(reader.integer(), reader.integer()),
                                Ranges.longOrNothing(reader),
                                reader.integer(),
                                reader.integer(),
                                battery(reader),
                                Duration.ofMillis(reader.integer())));
    }

    private static @Nullable Battery battery(CborReader reader) {
        if (reader.takeNothing()) return null;
        return reader.fields(2, () -> new Battery(reader.integer(0, 100), reader.bool()));
    }
}
