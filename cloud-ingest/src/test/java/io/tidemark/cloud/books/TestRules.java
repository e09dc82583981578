package io.tidemark.cloud.books;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The rules that come with the program. */
public final class TestRules {
    private TestRules() {}

    public static PostingRules own() {
        return RulesFile.parse(text(), "rules.yaml");
    }

    static String text() {
        try (InputStream rules =
                Objects.requireNonNull(TestRules.class.getResourceAsStream("/books/rules.yaml"))) {
            return new String(rules.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
