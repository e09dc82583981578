package io.tidemark.ledger.retention;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.Signer;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What a gateway releases of the journals that it received, and tells their devices when that
 * changes. One thread finds it out, any may ask.
 */
public final class Releasing {
    private final JournalId receiver;
    private final Signer signer;
    private final Consumer<Release> tell;
    private final Map<JournalId, Release> latest = new ConcurrentHashMap<>();

    /**
     * @param receiver in whose name this gateway states
     * @param tell told of each release that is new
     */
    public Releasing(JournalId receiver, Signer signer, Consumer<Release> tell) {
        this.receiver = receiver;
        this.signer = signer;
        this.tell = tell;
    }

    /** The newest for this journal; none while nothing of it was ever released. */
    public Optional<Release> of(JournalId journal) {
        return Optional.ofNullable(latest.get(journal));
    }

    /**
     * @param upTo the last entry of the journal that is settled; genesis for none
     * @param closed the newest business day that head office has marked as closed
     */
    public void found(JournalId journal, Head upTo, LocalDate closed) {
        Release before = latest.get(journal);
        boolean same =
                before == null
                        ? upTo.sequence() == 0
                        : before.upTo().equals(upTo) && before.closed().equals(closed);
        if (same) return;
        Release release = Release.sign(receiver, journal, new Release.Reach(upTo, closed), signer);
        latest.put(journal, release);
        tell.accept(release);
    }

    /**
     * Head office has marked nothing, or not in this process: what was released is not any more.
     */
    public void foundNothing() {
        latest.forEach((journal, before) -> found(journal, Head.genesis(journal), before.closed()));
    }
}
