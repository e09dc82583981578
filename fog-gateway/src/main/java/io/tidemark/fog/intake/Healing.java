package io.tidemark.fog.intake;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.JournalCopy;
import io.tidemark.ledger.journal.JournalDamaged;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Provenance;
import io.tidemark.ledger.journal.RestoreRefused;
import io.tidemark.ledger.journal.Whose;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A device's journal that is damaged here, while its device sends again what it was marked for. The
 * mark stays what it was; what is fetched lies in a directory of its own until all of it has come,
 * and the journal is then rebuilt from it and from what is intact. For the device's lane, but for
 * {@link #damage} and {@link #journal}.
 */
public final class Healing {
    private final JournalDamaged damage;
    private final Mark mark;
    private final Verifier origin;
    private final Path fetched;
    private final List<Path> parts = new ArrayList<>();
    private long next;

    /**
     * @param mark the last one given, in the name of this gateway's life now
     * @param fetched a directory of its own
     */
    Healing(JournalDamaged damage, Mark mark, Verifier origin, Path fetched) {
        this.damage = damage;
        this.mark = mark;
        this.origin = origin;
        this.fetched = fetched;
        this.next = first();
        forgetEarlier();
    }

    /** What is wrong, for a person. */
    public JournalDamaged damage() {
        return damage;
    }

    public JournalId journal() {
        return damage.journal();
    }

    /** What the device is asked for. */
    public Answer.Wanted wanted() {
        return new Answer.Wanted(next, mark.sequence());
    }

    /** The mark that stands. */
    public Answer.Marked marked() {
        return new Answer.Marked(mark);
    }

    /** A device whose own journal does not reach the mark cannot help; a person must see to it. */
    Answer hello(Hello hello) {
        if (!hello.head().isBy(origin)) return forged();
        return marked();
    }

    /**
     * A device that has gone on in another journal sends nothing more of this one by itself: it is
     * asked at once.
     */
    Answer asked(Hello hello) {
        return hello.head().isBy(origin) ? wanted() : forged();
    }

    /**
     * Keeps what is wanted of it. What is beyond the mark comes again when the journal is whole.
     */
    Answer batch(Batch batch) {
        if (!batch.head().isBy(origin)) return forged();
        if (batch.from() > next) return wanted();
        if (batch.last() >= next) keep(batch);
        return isComplete() ? marked() : wanted();
    }

    boolean isComplete() {
        return next > mark.sequence();
    }

    /**
     * @param directory the damaged journal's
     * @throws RestoreRefused if what came does not make the journal whole; it is asked for anew
     */
    void restore(Path directory, JournalKey key) {
        try {
            JournalCopy.restore(
                    directory, copy(), new Whose(journal(), key, origin, Provenance.RECEIVED));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what is fetched in " + fetched, e);
        } finally {
            forget();
        }
    }

    private Path copy() throws IOException {
        Path copy = Files.createTempFile(fetched, "copy-", "");
        Iterator<Path> left = List.copyOf(parts).iterator();
        parts.add(copy);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            JournalCopy.write(
                    () -> left.hasNext() ? Optional.of(read(left.next())) : Optional.empty(), out);
        }
        return copy;
    }

    /** What is in clear is for this process's owner alone, and gone when the journal is whole. */
    private void keep(Batch batch) {
        try {
            Files.createDirectories(fetched);
            Path part = Files.createTempFile(fetched, "part-", "");
            Files.write(part, batch.toBytes());
            parts.add(part);
            next = batch.last() + 1;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep what is fetched in " + fetched, e);
        }
    }

    private void forget() {
        parts.clear();
        next = first();
        forgetEarlier();
    }

    private void forgetEarlier() {
        if (!Files.isDirectory(fetched)) return;
        try (Stream<Path> left = Files.list(fetched)) {
            for (Path part : left.toList()) Files.delete(part);
            Files.delete(fetched);
        } catch (IOException e) {
            throw new UncheckedIOException("remove " + fetched + ": it holds entries in clear", e);
        }
    }

    /** Of damage that no entry can be named for, everything is fetched. */
    private long first() {
        return Math.max(1, damage.sequence());
    }

    private static Batch read(Path part) {
        try {
            return Batch.parse(Files.readAllBytes(part));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + part, e);
        }
    }

    private static Answer forged() {
        return new Answer.Refused(Answer.Reason.FORGED, "the signature is not the sender's");
    }
}
