package io.tidemark.ledger.receive;

import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.TestChain;
import io.tidemark.ledger.TestKeys;
import io.tidemark.ledger.TestShop;
import io.tidemark.ledger.journal.JournalKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway's journal of a till with ten entries, on disks that can fail. */
abstract class ReceivedJournalAtHand {
    static final TestKeys GATEWAY_KEYS = TestKeys.of(9);

    static final JournalId GATEWAY =
            new JournalId(
                    new NodeName(TILL.node().organisation(), TILL.node().store(), "gateway"), 1);

    static final NodeName PEER = TILL.node();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    final TestChain till = new TestChain(TILL, TILL_KEYS).append(10);
    final List<Long> replayed = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each
    FaultyDisk disk;

    @SuppressWarnings("NullAway.Init") // set before each
    FaultyDisk marks;

    @SuppressWarnings("NullAway.Init") // set before each
    FaultyDisk quarantine;

    @SuppressWarnings("NullAway.Init") // set before each
    ReceivedJournal journal;

    boolean closed = true;

    @BeforeEach
    void open() {
        replayed.clear();
        disk = new FaultyDisk(directory.resolve("journal"));
        marks = new FaultyDisk(directory.resolve("marks"));
        quarantine = new FaultyDisk(directory.resolve("quarantine"));
        journal =
                ReceivedJournal.open(
                        TILL,
                        new ReceivedJournal.Place(
                                disk.storage,
                                marks.storage,
                                quarantine.storage,
                                JournalKey.of(new byte[JournalKey.BYTES])),
                        new ReceivedJournal.Self(GATEWAY, GATEWAY_KEYS.signer()),
                        TILL_KEYS.verifier(),
                        (sequence, hash, entry) -> replayed.add(sequence));
        closed = false;
    }

    @AfterEach
    void close() {
        if (!closed) journal.close();
        closed = true;
    }

    TestChain forkedAfter(int shared) {
        TestChain other = new TestChain(TILL, TILL_KEYS);
        till.entries().subList(0, shared).forEach(other::append);
        return other.append(TestShop.entry(TestShop.sale(TestShop.line("X", 9, "9.99")), 99))
                .append(3);
    }

    static Mark markOf(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Marked.class);
        return ((Answer.Marked) answer).mark();
    }
}
