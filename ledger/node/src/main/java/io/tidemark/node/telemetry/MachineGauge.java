package io.tidemark.node.telemetry;

import io.tidemark.ledger.telemetry.Machine;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the machine and this process take. From Linux's {@code /proc} and {@code /sys}, which
 * cost some microseconds; the JDK's own beans would bring JMX and some megabytes along. Elsewhere
 * processor, resident memory and battery are not known. For one thread.
 */
public final class MachineGauge {
    private final Processor processor;
    private final Path status;
    private final PowerSupply power;
    private final FileStore disk;
    private final InstantSource steady;
    private final Instant started;

    /**
     * Where the kernel tells of itself.
     *
     * @param proc {@code /proc}
     * @param supplies {@code /sys/class/power_supply}
     */
    record Kernel(Path proc, Path supplies) {
        static final Kernel OWN = new Kernel(Path.of("/proc"), Path.of("/sys/class/power_supply"));
    }

    /**
     * @param data a directory on the disk that the node writes to
     * @param steady goes on evenly; the process counts as started now
     */
    public MachineGauge(Path data, InstantSource steady) throws IOException {
        this(data, steady, Kernel.OWN);
    }

    MachineGauge(Path data, InstantSource steady, Kernel kernel) throws IOException {
        this.processor = new Processor(kernel.proc());
        this.status = kernel.proc().resolve("self").resolve("status");
        this.power = new PowerSupply(kernel.supplies());
        this.disk = Files.getFileStore(data);
        this.steady = steady;
        this.started = steady.instant();
    }

    /**
     * @throws IOException if the disk cannot be asked
     */
    Machine read() throws IOException {
        Processor.Load load = processor.since();
        Runtime jvm = Runtime.getRuntime();
        return new Machine(
                load.node(),
                load.whole(),
                new Machine.Memory(jvm.totalMemory() - jvm.freeMemory(), jvm.maxMemory()),
                resident(),
                disk.getUsableSpace(),
                disk.getTotalSpace(),
                power.battery(),
                Duration.between(started, steady.instant()));
    }

    /** In bytes; the kernel tells it in KiB, under the old name of kB. */
    private @Nullable Long resident() throws IOException {
        if (!Files.isReadable(status)) return null;
        for (String line : Files.readAllLines(status))
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        return null;
    }
}
