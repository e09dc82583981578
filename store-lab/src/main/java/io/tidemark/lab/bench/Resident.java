package io.tidemark.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What of a process is in memory, as the kernel counts it (proc_pid_smaps(5)), in MiB.
 *
 * @param all Rss of all its mappings, files included
 * @param aot of these, the mapped AOT cache, most of which the kernel may share and drop
 * @param own not shared with any other process, and not backed by a file
 */
record Resident(double all, double aot, double own) {
    private static final double KIB = 1_024;
    private static final Pattern MAPPING = Pattern.compile("[0-9a-f]+-[0-9a-f]+ .*");

    static Resident of(long pid) throws IOException {
        Path process = Path.of("/proc", String.valueOf(pid));
        List<String> sums = Files.readAllLines(process.resolve("smaps_rollup"));
        return new Resident(
                sum(sums, "Rss:") / KIB,
                aot(Files.readAllLines(process.resolve("smaps"))) / KIB,
                sum(sums, "Private_Dirty:") / KIB);
    }

    private static long aot(List<String> mappings) {
        boolean isAot = false;
        long kibibytes = 0;
        for (String line : mappings) {
            if (MAPPING.matcher(line).matches()) isAot = line.endsWith(".aot");
            else if (isAot && line.startsWith("Rss:")) kibibytes += kibibytes(line);
        }
        return kibibytes;
    }

    private static long sum(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(Resident::kibibytes)
                .sum();
    }

    private static long kibibytes(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
}
