package io.tidemark.lab.bench;

import io.tidemark.lab.retail.DataRefused;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a benchmark writes, and how it tells. */
final class BenchOptions {
    @Option(
            names = "--dir",
            description = "a directory on the disk to measure (default: the temporary one's)")
    private @Nullable Path dir;

    @Option(names = "--json", description = "print one line of JSON for each run")
    private boolean json;

    BenchDirectory directory() {
        return BenchDirectory.in(dir);
    }

    /** For what is said on the way: never between the lines of JSON. */
    PrintStream progress() {
        return json ? System.err : System.out;
    }

    /**
     * @param option as it is written, for the refusal
     */
    static int atLeast(int least, String option, int given) {
        if (given < least)
            throw new DataRefused(option + " is " + given + "; give " + least + " or more");
        return given;
    }

    void tell(Report report) {
        if (json) System.out.println(report.toJson());
        else report.print(System.out);
    }
}
