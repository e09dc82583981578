package io.tidemark.fog.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Files that are written beside each other, so that a day is read once however many of them it is
 * told in, and that are then copied one after another into the archive. They lie on the disk, not
 * in memory, compressed, and encrypted under keys that are in this process alone: what a power cut
 * leaves of them is noise. AES in counter mode, a fresh key for each file.
 */
public final class Asides implements AutoCloseable {
    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 16;
    private static final int BUFFER = 1 << 16;

    private final Map<String, Aside> files = new LinkedHashMap<>();

    private record Aside(Path path, SecretKeySpec key, OutputStream out) {}

    /** One for each name. */
    public Asides(Set<String> names) {
        try {
            for (String name : names) files.put(name, begun());
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("no room for what is written aside", e);
        }
    }

    private static Aside begun() throws IOException {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        SecretKeySpec key = new SecretKeySpec(random, "AES");
        Path path = Files.createTempFile("tidemark-export", ".part");
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(path), BUFFER);
        OutputStream hidden = new CipherOutputStream(file, cipher(Cipher.ENCRYPT_MODE, key));
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        return new Aside(path, key, new DeflaterOutputStream(hidden, fast, BUFFER));
    }

    /** Of a key that is used for one file only, so the counter may begin at zero. */
    private static Cipher cipher(int mode, SecretKeySpec key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK_BYTES]));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES", e);
        }
    }

    /** To write one of them. */
    public OutputStream out(String name) {
        return aside(name).out();
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    /** What was written, when all of it was. */
    public Consumer<OutputStream> content(String name) {
        return to -> {
            Aside aside = aside(name);
            try {
                aside.out().close();
                try (InputStream file = Files.newInputStream(aside.path());
                        InputStream clear =
                                new CipherInputStream(
                                        file, cipher(Cipher.DECRYPT_MODE, aside.key()));
                        InputStream content = new InflaterInputStream(clear)) {
                    content.transferTo(to);
                }
                Files.delete(aside.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private Aside aside(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** Nothing of them is left. */
    @Override
    public void close() {
        List<IOException> failed = new ArrayList<>();
        for (Aside each : files.values())
            try {
                each.out().close();
                Files.deleteIfExists(each.path());
            } catch (IOException e) {
                failed.add(e);
            }
        if (!failed.isEmpty()) throw new UncheckedIOException(failed.getFirst());
    }
}
