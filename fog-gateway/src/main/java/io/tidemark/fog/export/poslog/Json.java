package io.tidemark.fog.export.poslog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.money.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;

/** Writes JSON as it comes, and keeps none of it. */
final class Json {
    private static final int BUFFER = 1 << 16;

    private final Writer out;
    private boolean begun;

    Json(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), BUFFER);
    }

    /** An object; as a list's item or the whole document. */
    Json object(Runnable fields) {
        separate();
        return within('{', fields, '}');
    }

    Json object(String name, Runnable fields) {
        name(name);
        return within('{', fields, '}');
    }

    Json list(String name, Runnable items) {
        name(name);
        return within('[', items, ']');
    }

    Json text(String name, String value) {
        name(name);
        return value(quoted(value));
    }

    Json number(String name, long value) {
        name(name);
        return value(Long.toString(value));
    }

    Json number(String name, BigDecimal value) {
        name(name);
        return value(value.toPlainString());
    }

    Json amount(String name, Money value) {
        return number(name, value.decimal());
    }

    Json flag(String name, boolean value) {
        name(name);
        return value(Boolean.toString(value));
    }

    /** So that a document of a million transactions is not one line. */
    void line() {
        write("\n");
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Json within(char open, Runnable content, char close) {
        write(String.valueOf(open));
        begun = false;
        content.run();
        write(String.valueOf(close));
        begun = true;
        return this;
    }

    private void name(String name) {
        separate();
        write(quoted(name) + ":");
    }

    private Json value(String value) {
        write(value);
        begun = true;
        return this;
    }

    private void separate() {
        if (begun) write(",");
        begun = true;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < 0x20 || (Character.isSurrogate(c) && !isPaired(text, i)))
                quoted.append(String.format("\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    private static boolean isPaired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
