package io.tidemark.node.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How busy the processor was between one question and the next, from the ticks that Linux counts
 * ({@code proc_stat(5)}, {@code proc_pid_stat(5)}).
 */
final class Processor {
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final int PER_MILLE = 1_000;

    /** Of {@code /proc/stat}'s first line, counted from its name. */
    private static final int IDLE = 4;

    private static final int WAITING_FOR_DISK = 5;

    /** What guests take is counted among the others already. */
    private static final int LAST = 8;

    /** Of {@code /proc/self/stat}, counted from behind the name, which may hold blanks. */
    private static final int IN_PROGRAM = 11;

    private static final int IN_KERNEL = 12;

    private final Path machine;
    private final Path process;
    private @Nullable Ticks before;

    /** Thousandths of all cores; null where unknown, as on the first question. */
    record Load(@Nullable Integer node, @Nullable Integer whole) {
        static final Load UNKNOWN = new Load(null, null);
    }

    private record Ticks(long node, long busy, long all) {}

    Processor(Path proc) {
        machine = proc.resolve("stat");
        process = proc.resolve("self").resolve("stat");
    }

    Load since() throws IOException {
        if (!Files.isReadable(machine) || !Files.isReadable(process)) return Load.UNKNOWN;
        Ticks then = before;
        Ticks now = now();
        before = now;
        if (then == null || now.all() <= then.all()) return Load.UNKNOWN;
        long all = now.all() - then.all();
        return new Load(share(now.node() - then.node(), all), share(now.busy() - then.busy(), all));
    }

    private static int share(long part, long all) {
        return Math.clamp(part * PER_MILLE / all, 0, PER_MILLE);
    }

    private Ticks now() throws IOException {
        String[] whole = BLANKS.split(Files.readString(machine).lines().findFirst().orElse(""), -1);
        String own = Files.readString(process);
        String[] node = BLANKS.split(own.substring(own.lastIndexOf(')') + 2), -1);
        long all = 0;
        for (int i = 1; i <= LAST; i++) all += Long.parseLong(whole[i]);
        return new Ticks(
                Long.parseLong(node[IN_PROGRAM]) + Long.parseLong(node[IN_KERNEL]),
                all - Long.parseLong(whole[IDLE]) - Long.parseLong(whole[WAITING_FOR_DISK]),
                all);
    }
}
