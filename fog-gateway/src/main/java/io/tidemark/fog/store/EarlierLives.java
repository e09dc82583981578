package io.tidemark.fog.store;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.money.CurrencyCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the store's gateway recorded before this life of it: Z numbers, grand totals and closed days
 * go on from there. Kept apart from the journals that are written here, as head office accepted
 * them.
 */
public final class EarlierLives {
    private final Path directory;
    private final JournalKey key;
    private final Function<JournalId, Verifier> verifiers;
    private final List<Ended> lives;

    /** A life that is over, and where what head office accepted of it ends. */
    public record Ended(JournalId journal, Head last) {}

    /**
     * @param directory holds a directory per journal
     * @param verifiers who signs each of them
     * @param lives oldest first; none where this is the first
     */
    public EarlierLives(
            Path directory,
            JournalKey key,
            Function<JournalId, Verifier> verifiers,
            List<Ended> lives) {
        this.directory = directory;
        this.key = key;
        this.verifiers = verifiers;
        this.lives = List.copyOf(lives);
    }

    public static EarlierLives none(Path directory, JournalKey key, Verifier verifier) {
        return new EarlierLives(directory, key, _ -> verifier, List.of());
    }

    public List<Ended> lives() {
        return lives;
    }

    public Path directory() {
        return directory;
    }

    /**
     * The store's state when the last of them ended; empty as long as one of them is not here to
     * its end.
     *
     * @throws io.tidemark.ledger.journal.JournalDamaged naming the first bad entry
     */
    public Optional<StoreState> state(CurrencyCode currency) {
        StoreFold replay = new StoreFold(StoreState.nothing(currency));
        for (Ended life : lives) if (!isHere(life, replay)) return Optional.empty();
        return Optional.of(replay.state());
    }

    /** Shows the entries of all of them, as far as they are here, oldest first. */
    void show(EntryVisitor visitor) {
        for (Ended life : lives) show(life, visitor);
    }

    /** Shows the entries of one of them, as far as they are here. */
    public void show(Ended life, EntryVisitor visitor) {
        Path home = directory.resolve(life.journal().label());
        if (!Files.isDirectory(home)) return;
        try (Journal journal =
                Journal.openToRead(
                        new Whose(life.journal(), key, verifiers.apply(life.journal())),
                        FileStorage.toRead(home),
                        EntryVisitor.NOBODY)) {
            journal.replay(
                    1, Math.min(life.last().sequence(), journal.forced().sequence()), visitor);
        }
    }

    private boolean isHere(Ended life, StoreFold replay) {
        Path home = directory.resolve(life.journal().label());
        if (!Files.isDirectory(home)) return life.last().sequence() == 0;
        try (Journal journal =
                Journal.openToRead(
                        new Whose(life.journal(), key, verifiers.apply(life.journal())),
                        FileStorage.toRead(home),
                        replay)) {
            long last = life.last().sequence();
            return journal.forced().sequence() >= last
                    && journal.hashAt(last).equals(life.last().hash());
        }
    }
}
