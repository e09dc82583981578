package io.tidemark.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/** Bytes of formats that are fixed: changing one is an ADR and a new version. */
final class Golden {
    private Golden() {}

    static byte[] file(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            if (in == null) throw new IllegalArgumentException("no golden file " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] hex(String name) {
        return HexFormat.of().parseHex(new String(file(name), US_ASCII).strip());
    }
}
