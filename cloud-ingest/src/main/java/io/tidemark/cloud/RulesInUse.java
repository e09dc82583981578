package io.tidemark.cloud;

import io.tidemark.cloud.books.BadRules;
import io.tidemark.cloud.books.PostingRules;
import io.tidemark.cloud.books.RulesFile;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The rules that head office posts by: the operator's file where there is one, else its own. */
final class RulesInUse {
    private static final String OWN = "/books/rules.yaml";
    private static final String OWN_SOURCE = "the rules that come with Tidemark";

    private RulesInUse() {}

    /**
     * @param file the operator's
     * @throws CannotRun naming all that is wrong with it
     */
    static PostingRules read(Path file) {
        try {
            if (!Files.exists(file)) return RulesFile.parse(own(), OWN_SOURCE);
            if (Files.size(file) > RulesFile.BYTES_MAX)
                throw new CannotRun(
                        ExitCode.BAD_USAGE,
                        file + " is beyond " + RulesFile.BYTES_MAX + " bytes: no rules to post by");
            return RulesFile.parse(Files.readString(file), file.toString());
        } catch (BadRules bad) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    bad.getMessage()
                            + "\nCorrect it, or move it away to post by the rules that come with Tidemark",
                    bad);
        } catch (MalformedInputException notText) {
            throw new CannotRun(ExitCode.BAD_USAGE, file + " is not UTF-8 text", notText);
        } catch (IOException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    file
                            + " cannot be read ("
                            + e.getMessage()
                            + "): make it a file that this user may read, or move it away to post by the"
                            + " rules that come with Tidemark",
                    e);
        }
    }

    /** Those that come with the program. */
    static String own() throws IOException {
        try (InputStream rules =
                Objects.requireNonNull(
                        RulesInUse.class.getResourceAsStream(OWN), "the program has its rules")) {
            return new String(rules.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
