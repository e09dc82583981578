package io.tidemark.edge;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.closedown.WorkstationFold;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.event.Carried;
import io.tidemark.ledger.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A till whose journal forked: it sold three times, and its gateway has another entry where the
 * second sale stands.
 */
abstract class ForkedTill {
    static final Duration SOON = Duration.ofSeconds(30);
    static final JournalId SECOND = new JournalId(RunningTill.TILL, 2);
    static final JournalId THIRD = new JournalId(RunningTill.TILL, 3);
    static final JournalId SPARE = new JournalId(new NodeName("shop.example", "s001", "till-9"), 1);

    /** Master data, the day, the float and one sale: what the gateway has as well. */
    static final int SHARED = 4;

    /** And two more sales, which it does not have. */
    static final int BRANCH_END = 6;

    static final String ASKED = UUID.randomUUID().toString();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @BeforeEach
    void sold() {
        Stock.putInto(directory, 1);
        try (RunningTill till = RunningTill.in(directory)) {
            till.openDay();
            till.sell();
            till.sell(ASKED);
            till.sell();
        }
    }

    /** The gateway has another entry after the shared ones. */
    Continuation grant(JournalId successor) {
        Head end = new Head(SHARED + 1, Hash.digest(new byte[9]));
        return signed(end, head(SHARED), successor, RunningTill.HEAD_OFFICE_KEY);
    }

    static Continuation granted(JournalId old, Head end, JournalId successor) {
        return new Continuation(
                EpochGrant.sign(
                        EpochGrant.Between.ending(old, end),
                        successor,
                        new EpochGrant.Why("broken", "Grace"),
                        RunningTill.HEAD_OFFICE_KEY.signer()),
                Optional.empty());
    }

    static Continuation signed(Head end, Head shared, JournalId successor, TestKey key) {
        return new Continuation(
                EpochGrant.sign(
                        new EpochGrant.Between(RunningTill.FIRST, end, shared),
                        successor,
                        new EpochGrant.Why("an old disk was put back", "Grace"),
                        key.signer()),
                Optional.empty());
    }

    void drop(Continuation granted) {
        file("grants/dropped.grant", granted);
    }

    Path file(String name, Continuation granted) {
        try {
            Files.createDirectories(directory.resolve("grants"));
            return Files.write(directory.resolve(name), granted.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Head head(long sequence) {
        try (Journal journal = RunningTill.journalToRead(directory, RunningTill.FIRST)) {
            return new Head(sequence, journal.hashAt(sequence));
        }
    }

    Carried carried(int sequence) {
        WorkstationFold fold = new WorkstationFold();
        entries(RunningTill.FIRST).subList(0, sequence).forEach(fold::accept);
        return fold.carried();
    }

    List<EntryBytes> entries(JournalId id) {
        List<EntryBytes> entries = new ArrayList<>();
        try (Journal journal = RunningTill.journalToRead(directory, id)) {
            journal.replay(1, (sequence, hash, entry) -> entries.add(entry));
        }
        return entries;
    }
}
