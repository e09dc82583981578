package io.tidemark.edge;

import io.tidemark.node.command.NodeMain;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The till's command line beside a till that runs in the same directory. */
final class CommandLine {
    private final Path directory;

    /** What a command ended with, printed, and told of a refusal. */
    record Ended(int code, String out, String err) {}

    private CommandLine(Path directory) {
        this.directory = directory;
    }

    static CommandLine beside(RunningTill till, Path directory) {
        return listening(till.address().getPort(), directory);
    }

    static CommandLine listening(int port, Path directory) {
        try {
            Files.createDirectories(directory.resolve("run"));
            Files.writeString(
                    directory.resolve("run").resolve("ports.json"),
                    "{\"http\":" + port + ",\"pid\":1}\n");
            return new CommandLine(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param words the command's, its directory left out
     */
    Ended run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dir", directory.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                NodeMain.commandLine(new TillProgram())
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(all.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    /** The same, of one that must go well. */
    String done(String... words) {
        Ended ended = run(words);
        if (ended.code() != 0) throw new AssertionError(ended.code() + " " + ended.err());
        return ended.out();
    }

    /** The same, of one that is refused, and how it says so. */
    String refused(int code, String... words) {
        Ended ended = run(words);
        if (ended.code() != code) throw new AssertionError(ended.toString());
        return ended.err();
    }

    /** Has the till do what its API can, under a new id. */
    String post(String path, String body, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of("api", "POST", path, "--new-id", "--body", file("body", body)));
        words.addAll(List.of(more));
        return done(words.toArray(String[]::new));
    }

    /** What a command is to read. */
    String file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
