package io.tidemark.lab.bench;

import io.tidemark.lab.process.NodeFailed;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The other end of a {@link SyncTillProcess}: says one line, hears one. */
final class TillLine implements AutoCloseable {
    static final Pattern WORDS = Pattern.compile(" ");

    private final Process process;
    private final BufferedWriter told;
    private final BufferedReader heard;

    private TillLine(Process process) {
        this.process = process;
        this.told = process.outputWriter(StandardCharsets.UTF_8);
        this.heard = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it and waits until its journal is open. */
    static TillLine start(List<String> command, Path log) {
        try {
            TillLine line =
                    new TillLine(
                            new ProcessBuilder(command)
                                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                                    .start());
            line.hear(SyncTillProcess.READY);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a till", e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** The words of its answer, without the first. */
    long[] ask(String what) {
        try {
            told.write(what + "\n");
            told.flush();
        } catch (IOException e) {
            throw new NodeFailed("a till is gone", e);
        }
        return hear(WORDS.splitAsStream(what).findFirst().orElseThrow());
    }

    private long[] hear(String first) {
        try {
            String line = heard.readLine();
            if (line == null) throw new NodeFailed("a till ended; see its log");
            if (!line.startsWith(first)) throw new NodeFailed("a till said: " + line);
            return WORDS.splitAsStream(line).skip(1).mapToLong(Long::parseLong).toArray();
        } catch (IOException e) {
            throw new NodeFailed("a till is gone", e);
        }
    }

    @Override
    public void close() {
        try {
            told.close();
            if (process.waitFor() != 0) throw new NodeFailed("a till ended badly; see its log");
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
