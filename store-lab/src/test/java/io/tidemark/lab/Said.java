package io.tidemark.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * What a command of the laboratory said, and how it ended.
 *
 * @param out on standard output
 * @param err on standard error
 */
public record Said(int code, String out, String err) {
    /** Runs it in this process. */
    public static Said by(String... arguments) {
        PrintStream console = System.out;
        PrintStream errors = System.err;
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
        try {
            int code = StoreLab.commandLine().execute(arguments);
            return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(console);
            System.setErr(errors);
        }
    }
}
