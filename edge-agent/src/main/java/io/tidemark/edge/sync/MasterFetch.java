package io.tidemark.edge.sync;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.masterdata.MasterAsk;
import io.tidemark.ledger.masterdata.MasterPart;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the master-data file is fetched: part by part, going on after a lost connection where
 * it stopped, and never an older version than the till has. Without I/O; only the loop's thread
 * uses it.
 */
final class MasterFetch {
    /** How long a part may take before it is asked for again. */
    static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /** How often to ask whether there is something newer. The gateway also says so by itself. */
    static final Duration ASK_EVERY = Duration.ofMinutes(5);

    private long have;
    private @Nullable Incoming incoming;
    private Instant askAt = Instant.MIN;

    /** A file on its way. */
    private record Incoming(long version, Hash file, int size, ByteArrayOutputStream received) {
        boolean isOf(MasterPart part) {
            return version == part.version() && file.equals(part.file()) && size == part.size();
        }
    }

    /**
     * @param have the version the till sells by, 0 for none
     */
    MasterFetch(long have) {
        this.have = have;
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
        Incoming underWay = incoming;
        askAt = now.plus(ANSWER_MAX);
        return Optional.of(
                underWay == null
                        ? new MasterAsk(have, 0, 0)
                        : new MasterAsk(have, underWay.version(), underWay.received().size()));
    }

    /** A part, or news of a version. Gives the file once it is whole and its digest is right. */
    Optional<byte[]> heard(MasterPart part, Instant now) {
        if (part.version() <= have) {
            if (incoming == null) askAt = now.plus(ASK_EVERY);
            return Optional.empty();
        }
        Incoming underWay = incoming;
        if (underWay == null || part.version() > underWay.version() || supersedes(part, underWay)) {
            underWay =
                    new Incoming(
                            part.version(), part.file(), part.size(), new ByteArrayOutputStream());
            incoming = underWay;
        }
        if (!underWay.isOf(part) || part.offset() != underWay.received().size())
            return Optional.empty();
        underWay.received().writeBytes(part.bytes());
        askAt = now;
        return underWay.received().size() < underWay.size()
                ? Optional.empty()
                : whole(underWay, now);
    }

    /**
     * Head office may have signed the version anew: another file of it begins from its first byte.
     */
    private static boolean supersedes(MasterPart part, Incoming underWay) {
        return part.version() == underWay.version() && !underWay.isOf(part) && part.offset() == 0;
    }

    private Optional<byte[]> whole(Incoming underWay, Instant now) {
        byte[] file = underWay.received().toByteArray();
        incoming = null;
        askAt = now.plus(ANSWER_MAX);
        return Hash.digest(file).equals(underWay.file()) ? Optional.of(file) : Optional.empty();
    }

    /** The till sells by this version now. */
    void adopted(long version, Instant now) {
        have = version;
        askAt = now.plus(ASK_EVERY);
    }

    /** The file was not head office's: it is asked for again, much later. */
    void refused(Instant now) {
        askAt = now.plus(ASK_EVERY);
    }
}
