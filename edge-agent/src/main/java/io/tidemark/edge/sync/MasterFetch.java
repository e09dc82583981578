package io.tidemark.edge.sync;

import io.tidemark.edge.sync.MasterSpool.Incoming;
import io.tidemark.ledger.masterdata.MasterAsk;
import io.tidemark.ledger.masterdata.MasterPart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Decides how the master-data file is fetched: part by part, going on after a lost connection or a
 * restart where it stopped, and never an older version than the till has. Only the loop's thread
 * uses it.
 */
final class MasterFetch {
    /** How long a part may take before it is asked for again. */
    static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /** How often to ask whether there is something newer. The gateway also says so by itself. */
    static final Duration ASK_EVERY = Duration.ofMinutes(5);

    private final MasterSpool spool;
    private final LongSupplier have;
    private Optional<Incoming> incoming;
    private Instant askAt = Instant.MIN;

    /**
     * @param have the version the till has whole, 0 for none
     * @param spool with what an earlier run has fetched
     */
    MasterFetch(LongSupplier have, MasterSpool spool) {
        this.have = have;
        this.spool = spool;
        this.incoming = spool.left().filter(left -> left.version() > have.getAsLong());
    }

    /** On every connection: asks at once. */
    void connected() {
        askAt = Instant.MIN;
    }

    /** When the next question is due. */
    Instant dueAt() {
        return askAt;
    }

    /** The question to put now, if one is due. */
    Optional<MasterAsk> ask(Instant now) {
        if (now.isBefore(askAt)) return Optional.empty();
        askAt = now.plus(ANSWER_MAX);
        return Optional.of(
                incoming.map(some ->
                                new MasterAsk(have.getAsLong(), some.version(), some.received()))
                        .orElseGet(() -> new MasterAsk(have.getAsLong(), 0, 0)));
    }

    /** A part, or news of a version. Gives the file once it is whole and its digest is right. */
    Optional<Path> heard(MasterPart part, Instant now) {
        if (part.version() <= have.getAsLong()) {
            if (incoming.isEmpty()) askAt = now.plus(ASK_EVERY);
            return Optional.empty();
        }
        if (incoming.isPresent() && isOlder(part, incoming.get())) return Optional.empty();
        if (incoming.isEmpty() || !isOf(part, incoming.get())) return other(part, now);
        return more(incoming.get(), part, now);
    }

    private static boolean isOlder(MasterPart part, Incoming underWay) {
        return part.version() < underWay.version();
    }

    private static boolean isOf(MasterPart part, Incoming underWay) {
        return part.version() == underWay.version()
                && part.file().equals(underWay.file())
                && part.size() == underWay.size();
    }

    /**
     * A newer version, or one that head office has signed anew: begun from its first byte, even if
     * this is a part from its middle.
     */
    private Optional<Path> other(MasterPart part, Instant now) {
        incoming = spool.begin(part.version(), part.file(), part.size());
        if (incoming.isEmpty()) {
            refused(now);
            return Optional.empty();
        }
        if (part.offset() == 0) return more(incoming.get(), part, now);
        askAt = now;
        return Optional.empty();
    }

    private Optional<Path> more(Incoming underWay, MasterPart part, Instant now) {
        if (part.offset() != underWay.received()) return Optional.empty();
        incoming = spool.add(underWay, part.bytes());
        if (incoming.isEmpty()) refused(now);
        else askAt = now;
        Optional<Incoming> whole = incoming.filter(Incoming::isWhole);
        if (whole.isEmpty()) return Optional.empty();
        incoming = Optional.empty();
        askAt = now.plus(ANSWER_MAX);
        return spool.takeWhole(whole.get());
    }

    /** The till sells by the version that was fetched. */
    void adopted(Instant now) {
        askAt = now.plus(ASK_EVERY);
    }

    /** The file was not head office's: it is asked for again, much later. */
    void refused(Instant now) {
        askAt = now.plus(ASK_EVERY);
    }
}
