package io.tidemark.profiles;

import java.util.List;
import java.util.Optional;

/**
 * What a machine of one kind can afford.
 *
 * @param role {@code till}, {@code handheld}, {@code gateway} or {@code head-office}, as {@code
 *     node.yaml} writes it
 * @param heapMegabytes the most Java heap, in MiB
 * @param batchKilobytes entries sent up in one batch, in KiB
 * @param receiptDays after its business day that a receipt is kept here at least; 0 for ever
 */
public record HardwareProfile(
        String name,
        String role,
        int heapMegabytes,
        Collector collector,
        Compiler compiler,
        int batchKilobytes,
        int receiptDays) {
    /** A month: for so long customers may bring goods back, and the till must find the receipt. */
    static final int RECEIPT_DAYS_MIN = 30;

    /** The garbage collector that the process runs with. */
    public enum Collector {
        SERIAL("-XX:+UseSerialGC"),
        G1("-XX:+UseG1GC"),
        ZGC("-XX:+UseZGC");

        private final String flag;

        Collector(String flag) {
            this.flag = flag;
        }
    }

    /** How far the JVM compiles: quickly and small, or all the way. */
    public enum Compiler {
        QUICK,
        FULL
    }

    public HardwareProfile {
        inRange("heapMegabytes", heapMegabytes, 64, 65_536);
        inRange("batchKilobytes", batchKilobytes, 16, 4_096);
        if (receiptDays != 0) inRange("receiptDays", receiptDays, RECEIPT_DAYS_MIN, 36_500);
    }

    /**
     * @param named the profile that a node's settings name, if they do
     * @throws UnknownProfile naming those there are
     */
    public static HardwareProfile of(Optional<String> named, String role) {
        return named.map(ProfileFile.shipped()::named)
                .orElseGet(() -> ProfileFile.shipped().firstFor(role));
    }

    public int batchBytes() {
        return batchKilobytes << 10;
    }

    /**
     * The flags a node's process is started with. It ends itself when memory runs out: a node that
     * has lost a thread to it must restart from its journal, not go on.
     */
    public List<String> jvmFlags() {
        return List.of(
                "-Xmx" + heapMegabytes + "m",
                collector.flag,
                compiler == Compiler.QUICK ? "-XX:TieredStopAtLevel=1" : "-XX:TieredStopAtLevel=4",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                // What a thread writes beyond this has its memory outside the heap given back.
                "-Djdk.nio.maxCachedBufferSize=262144",
                // H2 looks each value up to share equal ones: a seventh of the time of tables.
                "-Dh2.objectCache=false",
                // Netty and Guice still use it; JDK 25 would warn in every node's first lines.
                "--sun-misc-unsafe-memory-access=allow");
    }

    private static void inRange(String setting, int value, int min, int max) {
        if (value < min || value > max)
            throw new IllegalArgumentException(
                    setting + " is " + value + ", not from " + min + " to " + max);
    }
}
