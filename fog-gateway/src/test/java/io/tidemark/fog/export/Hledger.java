package io.tidemark.fog.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program itself. */
public final class Hledger {
    private Hledger() {}

    /** What it finds wrong with a journal, strictly; nothing where all is in order. */
    public static String refused(Path directory, byte[] journal)
            throws IOException, InterruptedException {
        Path file = directory.resolve("day.journal");
        Files.write(file, journal);
        Process hledger =
                new ProcessBuilder(
                                "hledger",
                                "-f",
                                file.toString(),
                                "check",
                                "--strict",
                                "ordereddates",
                                "assertions")
                        .redirectErrorStream(true)
                        .start();
        String told = new String(hledger.getInputStream().readAllBytes(), UTF_8);
        return hledger.waitFor() == 0 ? "" : told;
    }
}
