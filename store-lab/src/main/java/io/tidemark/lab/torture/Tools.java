package io.tidemark.lab.torture;

import io.tidemark.lab.retail.DataRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What torture needs of the machine.
 *
 * @param fakeTime libfaketime, to be loaded before a node's own libraries
 */
record Tools(Path fakeTime) {
    /** Where Debian, others, and those who build it themselves put it. */
    private static final List<String> PLACES =
            List.of(
                    "/usr/lib/x86_64-linux-gnu/faketime",
                    "/usr/lib/aarch64-linux-gnu/faketime",
                    "/usr/lib64/faketime",
                    "/usr/lib/faketime",
                    "/usr/local/lib/faketime");

    private static final String LIBRARY = "libfaketimeMT.so.1";

    /**
     * @throws DataRefused naming the packages that are missing
     */
    static Tools found() {
        List<String> missing = new ArrayList<>();
        if (Programs.run("strace", "-V") != 0) missing.add("strace");
        Optional<Path> fakeTime = fakeTimeLibrary();
        if (fakeTime.isEmpty()) missing.add("faketime");
        if (fakeTime.isEmpty() || !missing.isEmpty())
            throw new DataRefused(
                    "torture needs "
                            + String.join(" and ", missing)
                            + ", which this machine does not have: apt install "
                            + String.join(" ", missing));
        return new Tools(fakeTime.get());
    }

    private static Optional<Path> fakeTimeLibrary() {
        return PLACES.stream()
                .map(place -> Path.of(place, LIBRARY))
                .filter(Files::isReadable)
                .findFirst();
    }

    /**
     * A process with these variables finds its wall clock this much ahead, or behind, and waits as
     * long as ever: without the last but one every timed wait of a JVM would return at once.
     */
    Map<String, String> clockShiftedBy(long seconds) {
        return Map.of(
                "LD_PRELOAD", fakeTime.toString(),
                "FAKETIME", (seconds < 0 ? "" : "+") + seconds,
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "NO_FAKE_STAT", "1");
    }
}
