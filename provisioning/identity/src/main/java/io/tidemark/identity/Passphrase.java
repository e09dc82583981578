package io.tidemark.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Passphrases come from files, never from the command line, where every process could read them.
 */
public final class Passphrase {
    /** Characters of a passphrase. */
    public static final int LENGTH_MAX = 1_000;

    private static final int FILE_BYTES_MAX = 4 * LENGTH_MAX;

    /** No 0, 1, l and o: someone may have to type it. 32 letters, so 5 bits each. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int RANDOM_LETTERS = 32;

    private Passphrase() {}

    /**
     * The first line of a file.
     *
     * @throws WrongPassphrase if there is none to read; the message says what to do
     */
    public static char[] readFile(Path file) {
        try {
            if (Files.isDirectory(file)) throw unusable(file, "is a directory");
            if (Files.size(file) > FILE_BYTES_MAX)
                throw unusable(file, "is too long to be a passphrase");
            String line = Files.readString(file).lines().findFirst().orElse("").strip();
            if (line.isEmpty()) throw unusable(file, "is empty");
            return line.toCharArray();
        } catch (IOException e) {
            throw new WrongPassphrase(
                    "the passphrase file "
                            + file
                            + " cannot be read ("
                            + e
                            + "); name a readable file whose"
                            + " first line is the passphrase",
                    e);
        }
    }

    /** A fresh one of 160 random bits. */
    public static char[] random(SecureRandom random) {
        char[] passphrase = new char[RANDOM_LETTERS];
        for (int i = 0; i < passphrase.length; i++)
            passphrase[i] = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return passphrase;
    }

    private static WrongPassphrase unusable(Path file, String why) {
        return new WrongPassphrase(
                "the passphrase file "
                        + file
                        + " "
                        + why
                        + "; its first line must be the passphrase");
    }
}
