package io.tidemark.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a machine of one kind can afford.
 *
 * @param role {@code till}, {@code handheld}, {@code gateway} or {@code head-office}, as {@code
 *     node.yaml} writes it
 * @param machine the kind of machine, for people
 * @param batchKilobytes entries sent up in one batch, in KiB
 * @param receiptDays after its business day that a receipt is kept here at least; 0 for ever
 * @param telemetrySeconds between one telemetry and the next
 */
public record HardwareProfile(
        String name,
        String role,
        String machine,
        Memory memory,
        Jvm jvm,
        int batchKilobytes,
        int receiptDays,
        int telemetrySeconds) {
    /** A month: for so long customers may bring goods back, and the till must find the receipt. */
    static final int RECEIPT_DAYS_MIN = 30;

    /** A gateway takes a device for silent after 45 s: one telemetry may be lost on the way. */
    static final int TELEMETRY_SECONDS_MAX = 22;

    private static final List<String> ALWAYS =
            List.of(
                    "-XX:+ExitOnOutOfMemoryError",
                    // What a thread writes beyond this has its memory outside the heap given back.
                    "-Djdk.nio.maxCachedBufferSize=262144",
                    // H2 looks each value up to share equal ones: a seventh of the time of tables.
                    "-Dh2.objectCache=false",
                    // Nobody records what Netty allocates; asking whether loads a hundred classes.
                    "-Dio.netty.jfr.enabled=false",
                    // Netty and Guice still use it; JDK 25 would warn in every node's first lines.
                    "--sun-misc-unsafe-memory-access=allow");

    public HardwareProfile {
        if (machine.isBlank()) throw new IllegalArgumentException("machine says nothing");
        inRange("batchKilobytes", batchKilobytes, 16, 4_096);
        inRange("telemetrySeconds", telemetrySeconds, 1, TELEMETRY_SECONDS_MAX);
        if (receiptDays != 0) inRange("receiptDays", receiptDays, RECEIPT_DAYS_MIN, 36_500);
    }

    /**
     * The most of each kind of memory, in MiB.
     *
     * @param heapStart what of the heap is taken at once
     * @param metaspace classes, beyond those in the AOT cache
     * @param direct buffers of the network
     * @param tableCache pages of the tables' file that H2 keeps, on the heap
     * @param columns receipts of the latest days, ready to be added up, on the heap; 0 for none
     * @param arenas of the C library's allocator; 0 leaves it to it
     */
    public record Memory(
            int heap,
            int heapStart,
            int metaspace,
            int codeCache,
            int direct,
            int tableCache,
            int columns,
            int arenas) {
        public Memory {
            inRange("heapMegabytes", heap, 64, 65_536);
            inRange("heapStartMegabytes", heapStart, 8, heap);
            inRange("metaspaceMegabytes", metaspace, 64, 1_024);
            inRange("codeCacheMegabytes", codeCache, 16, 512);
            inRange("directMegabytes", direct, 16, 65_536);
            inRange("tableCacheMegabytes", tableCache, 1, heap / 4);
            inRange("columnMegabytes", columns, 0, heap / 4);
            inRange("nativeArenas", arenas, 0, 64);
        }
    }

    /**
     * How the process runs.
     *
     * @param compilerThreads 0 leaves it to the JVM
     */
    public record Jvm(
            Collector collector,
            Compiler compiler,
            int compilerThreads,
            boolean compactObjectHeaders) {
        public Jvm {
            inRange("compilerThreads", compilerThreads, 0, 64);
            if (compiler == Compiler.FULL && compilerThreads == 1)
                throw new IllegalArgumentException(
                        "compilerThreads is 1, but two compilers need one each");
        }
    }

    /** The garbage collector that the process runs with. */
    public enum Collector {
        // Grows by what it needs and gives back what it does not: the JVM's own 40 and 70 % are for
        // machines that have memory to spare. A sixth is for what is new, not a third: that part is
        // touched to its end before the first collection, however little of it lives on.
        SERIAL(
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "-XX:NewRatio=5"),
        G1("-XX:+UseG1GC"),
        ZGC("-XX:+UseZGC");

        private final String flags;

        Collector(String... flags) {
            this.flags = String.join(" ", flags);
        }

        private List<String> flags() {
            return List.of(flags.split(" "));
        }
    }

    /** How far the JVM compiles: quickly and small, or all the way. */
    public enum Compiler {
        // What is longer than 15 bytes (the JVM's own: 35) is called, not copied into its callers.
        // With copies some methods of H2 get so long that compiling one takes 6 MB, which stay.
        QUICK("-XX:TieredStopAtLevel=1", "-XX:C1MaxInlineSize=15"),
        // What is compiled to more than 1,000 bytes is called, not copied into its callers. The
        // JVM's own limit is 2,500, with which the reading of a receipt is compiled seven times, in
        // each of its callers: a quarter of all that a new process takes to close a day from
        // journals. Once it is warm, nothing is lost.
        FULL("-XX:TieredStopAtLevel=4", "-XX:InlineSmallCode=1000");

        private final String flags;

        Compiler(String... flags) {
            this.flags = String.join(" ", flags);
        }

        private List<String> flags() {
            return List.of(flags.split(" "));
        }
    }

    /**
     * @param named the profile that a node's settings name, if they do
     * @throws UnknownProfile naming those there are
     */
    public static HardwareProfile of(Optional<String> named, String role) {
        return named.map(ProfileFile.shipped()::named)
                .orElseGet(() -> ProfileFile.shipped().firstFor(role));
    }

    public long columnBytes() {
        return (long) memory.columns() << 20;
    }

    public int batchBytes() {
        return batchKilobytes << 10;
    }

    /**
     * The flags a node's process is started with. It ends itself when memory runs out: a node that
     * has lost a thread to it must restart from its journal, not go on.
     */
    public List<String> jvmFlags() {
        List<String> flags = new ArrayList<>(jvm.collector().flags());
        flags.addAll(jvm.compiler().flags());
        if (jvm.compilerThreads() > 0) flags.add("-XX:CICompilerCount=" + jvm.compilerThreads());
        flags.add(
                jvm.compactObjectHeaders()
                        ? "-XX:+UseCompactObjectHeaders"
                        : "-XX:-UseCompactObjectHeaders");
        flags.addAll(memoryFlags());
        flags.addAll(ALWAYS);
        return List.copyOf(flags);
    }

    private List<String> memoryFlags() {
        return List.of(
                "-Xmx" + memory.heap() + "m",
                "-Xms" + memory.heapStart() + "m",
                "-XX:MaxMetaspaceSize=" + memory.metaspace() + "m",
                "-XX:ReservedCodeCacheSize=" + memory.codeCache() + "m",
                "-XX:MaxDirectMemorySize=" + memory.direct() + "m",
                "-Dtidemark.tables.cache-kilobytes=" + (memory.tableCache() << 10));
    }

    /** Variables of the process, each as {@code NAME=value}. */
    public List<String> environment() {
        return memory.arenas() == 0 ? List.of() : List.of("MALLOC_ARENA_MAX=" + memory.arenas());
    }

    /** What an AOT cache must have been trained with; profiles that agree in it share one. */
    String trainedFor() {
        return (jvm.collector()
                        + "-"
                        + jvm.compiler()
                        + (jvm.compactObjectHeaders() ? "" : "-wide"))
                .toLowerCase(Locale.ROOT);
    }

    private static void inRange(String setting, int value, int min, int max) {
        if (value < min || value > max)
            throw new IllegalArgumentException(
                    setting + " is " + value + ", not from " + min + " to " + max);
    }
}
