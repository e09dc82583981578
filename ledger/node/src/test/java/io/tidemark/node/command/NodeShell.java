package io.tidemark.node.command;

import io.tidemark.node.home.Deployable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a node, as it is typed beside one that runs in the same directory. */
public record NodeShell(Deployable deployable, Path directory) {
    /** What a command ended with, printed, and told of a refusal. */
    public record Ended(int code, String out, String err) {}

    /** As if the node said that it listens at this port. */
    public NodeShell listening(int port) {
        try {
            Path run = Files.createDirectories(directory.resolve("run"));
            Files.writeString(run.resolve("ports.json"), "{\"http\":" + port + ",\"pid\":1}\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param words the command's, its directory left out
     */
    public Ended run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--dir", directory.toString()));
        return typed(deployable, all.toArray(String[]::new));
    }

    /** The same, of one that must go well. */
    public String done(String... words) {
        Ended ended = run(words);
        if (ended.code() != 0) throw new AssertionError(ended.code() + " " + ended.err());
        return ended.out();
    }

    /** The same, of one that is refused, and how it says so. */
    public String refused(int code, String... words) {
        Ended ended = run(words);
        if (ended.code() != code) throw new AssertionError(ended.toString());
        return ended.err();
    }

    /** Has the node do what its API can, under a new id. */
    public String post(String path, String body, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of("api", "POST", path, "--new-id", "--body", file("body", body)));
        words.addAll(List.of(more));
        return done(words.toArray(String[]::new));
    }

    /** What a command is to read. */
    public String file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of one that needs no directory. */
    public static Ended typed(Deployable deployable, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                NodeMain.commandLine(deployable)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(words);
        return new Ended(code, out.toString(), err.toString());
    }
}
