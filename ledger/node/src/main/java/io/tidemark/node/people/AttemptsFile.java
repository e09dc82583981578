package io.tidemark.node.people;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.node.kept.KeptFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wrong PINs in a row, kept so that a restart gives nobody fresh guesses: numbers and how often, no
 * time and no PIN. Written anew, and forced, at each wrong PIN and at the right one after it: a
 * millisecond or two beside the third of a second that checking one takes. Whoever can take the
 * file away has the whole till in their hands.
 */
public final class AttemptsFile {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptsFile.class);

    private static final String NAME = "wrong-pins";

    /** More numbers than any store has operators. */
    private static final int NUMBERS_MAX = 10_000;

    private static final int BYTES_MAX = 1 << 20;

    private final Path directory;
    private final KeptFiles files;

    /**
     * @param directory the till's own; it exists
     */
    public AttemptsFile(Path directory, KeptFiles files) {
        this.directory = directory;
        this.files = files;
    }

    /** Of none where there is no file, or no such file any more: people must be able to sign on. */
    Map<String, Integer> read() {
        Path file = directory.resolve(NAME);
        try {
            if (!Files.exists(file)) return Map.of();
            if (Files.size(file) > BYTES_MAX) throw new Malformed("it is too large");
            return parsed(Files.readAllBytes(file));
        } catch (Malformed | IOException e) {
            LOG.warn("{} cannot be read: wrong PINs before this start are not counted", file, e);
            return Map.of();
        }
    }

    private static Map<String, Integer> parsed(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        Map<String, Integer> kept = new HashMap<>();
        for (int left = reader.listBegun(NUMBERS_MAX); left > 0; left--) {
            reader.arrayOf(2);
            kept.put(reader.text(Limits.CODE_MAX), reader.integer(1, PinAttempts.TIMES_MAX));
        }
        reader.end();
        return kept;
    }

    /** A full disk keeps nobody from signing on: what it does not take is counted until the end. */
    void write(Map<String, Integer> kept) {
        CborWriter writer = new CborWriter().array(kept.size());
        kept.forEach((number, times) -> writer.array(2).text(number).integer(times));
        try {
            files.put(directory, NAME, writer.toBytes());
        } catch (IOException e) {
            LOG.warn("wrong PINs cannot be kept: a restart would forget the pause after them", e);
        }
    }
}
