package io.tidemark.fog.export.saft;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.fog.export.Fitting;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes elements as they come, and keeps none of them. */
final class Xml {
    private static final int BUFFER = 1 << 16;

    private final Writer out;

    Xml(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), BUFFER);
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** An element with others in it. */
    Xml in(String name, Runnable content) {
        raw("<" + name + ">");
        content.run();
        raw("</" + name + ">\n");
        return this;
    }

    /** The document's element. */
    void root(String name, String namespace, Runnable content) {
        raw("<" + name + " xmlns=\"" + namespace + "\">\n");
        content.run();
        raw("</" + name + ">\n");
    }

    /** An element with a text of at most so many characters. */
    Xml text(String name, String value, int max) {
        raw("<" + name + ">" + escaped(Fitting.text(value, max)) + "</" + name + ">");
        return this;
    }

    /** An element whose value needs no escaping: a number, a date, a code of ours. */
    Xml plain(String name, Object value) {
        raw("<" + name + ">" + value + "</" + name + ">");
        return this;
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void raw(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
