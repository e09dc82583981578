package io.tidemark.edge.sync;

import io.tidemark.edge.TestEntries;
import io.tidemark.edge.TestKey;
import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Release;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.node.packing.Packing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A till's loop with a real journal, a clock to step, and a gateway that says what the test has it
 * say.
 */
final class SteppedTill implements Uplink, MasterDataSink {
    static final LocalDate DAY = LocalDate.of(2010, 12, 1);
    static final JournalId TILL = new JournalId(new NodeName("shop.example", "s001", "till-1"), 1);
    static final JournalId GATEWAY =
            new JournalId(new NodeName("shop.example", "s001", "gateway"), 1);
    private static final TestKey TILL_KEY = new TestKey();
    static final TestKey GATEWAY_KEY = new TestKey();
    static final Signer SIGNER = TILL_KEY.signer();

    /** What the till said, newest last. */
    final List<Said> said = new ArrayList<>();

    final List<byte[]> files = new ArrayList<>();
    final List<Release> released = new ArrayList<>();
    Optional<String> releaseRefusal = Optional.empty();
    Instant now = Instant.parse("2026-11-21T10:00:00Z");
    final NewsAtHand beside = new NewsAtHand();
    boolean hasRoomBeside = true;
    final Questions questions =
            new Questions(
                    new Questions.Way(() -> status().online(), () -> {}), Duration.ofMinutes(1), 7);
    long connection;
    int acknowledged;
    boolean dropped;
    boolean closed;
    long masterDataVersion;
    boolean masterDataTrusted = true;
    long roomBytes = Long.MAX_VALUE;

    final Journal journal;
    private final Path directory;
    private SyncLoop loop;

    record Said(Channel channel, byte[] payload) {}

    SteppedTill(Path directory) {
        this.directory = directory;
        journal =
                Journal.open(
                        new Whose(TILL, JournalKey.of(new byte[32]), TILL_KEY.verifier()),
                        new FileStorage(directory.resolve("journal")),
                        (sequence, hash, entry) -> {});
        loop = started();
    }

    OwnJournal own() {
        return new OwnJournal(journal, SIGNER, GATEWAY.node(), GATEWAY_KEY.verifier());
    }

    private SyncLoop started() {
        return new SyncLoop(
                own(),
                new SyncPorts(
                        this,
                        new MarkFile(directory.resolve("marked")),
                        this,
                        SyncPorts.Continuing.NOTHING,
                        new Told(),
                        beside,
                        questions,
                        64 << 10),
                () -> now,
                new Random(1));
    }

    /** The same till after a restart of its process. */
    void restart() {
        loop = started();
        said.clear();
    }

    void record(int entries) {
        for (int i = 0; i < entries; i++)
            journal.append(TestEntries.entry(EventType.NO_SALE, DAY, new NoSale("change")));
        journal.force(TILL_KEY.signer());
    }

    /** Entries that a pruning would take the contents of. */
    void recordReceipts(LocalDate day, int receipts) {
        byte[] goods = {0x60};
        for (int i = 0; i < receipts; i++)
            journal.append(
                    TestEntries.entry(
                            EventType.SALE_COMPLETED,
                            day,
                            new Unknown(EventType.SALE_COMPLETED.code(), true, goods)));
        journal.force(TILL_KEY.signer());
    }

    /** Steps until nothing is due at this moment. */
    Duration settle() {
        Duration quiet = loop.step();
        while (quiet.isZero()) quiet = loop.step();
        return quiet;
    }

    void advance(Duration time) {
        now = now.plus(time);
        settle();
    }

    void happens(UplinkEvent event) {
        loop.handle(event);
        settle();
    }

    /** Connects, and answers the Hello with what the gateway holds. */
    void connect(long marked) {
        settle();
        happens(new UplinkEvent.Up(connection));
        answers(new Answer.Marked(mark(marked)));
    }

    void answers(Answer answer) {
        hears(Channel.ANSWER, answer.toBytes());
    }

    void hears(Channel channel, byte[] payload) {
        happens(new UplinkEvent.Heard(connection, channel, payload, 1));
    }

    /** What this connection has told. */
    private final class Told implements ReleaseSink {
        @Override
        public Optional<String> take(Release told) {
            released.add(told);
            return releaseRefusal;
        }

        @Override
        public void connected() {
            released.clear();
        }
    }

    Mark mark(long sequence) {
        return mark(sequence, journal.hashAt(sequence), GATEWAY, GATEWAY_KEY);
    }

    static Mark mark(long sequence, Hash hash, JournalId receiver, TestKey key) {
        return Mark.sign(receiver, TILL, new Head(sequence, hash), key.signer());
    }

    SyncStatus status() {
        return loop.status();
    }

    /** The end of the test. */
    void shutDown() {
        journal.close();
    }

    void leave() {
        loop.leave();
    }

    List<Channel> channels() {
        return said.stream().map(Said::channel).toList();
    }

    List<Batch> batches() {
        return said.stream()
                .filter(message -> message.channel() == Channel.BATCH)
                .map(message ->
                        Batch.parse(Packing.unpacked(message.payload(), Limits.BATCH_BYTES_MAX)))
                .toList();
    }

    @Override
    public void connect(long number, byte[] presence) {
        connection = number;
        dropped = false;
    }

    @Override
    public void say(Channel channel, byte[] payload) {
        said.add(new Said(channel, payload));
    }

    @Override
    public boolean mention(Channel channel, byte[] payload) {
        if (hasRoomBeside) said.add(new Said(channel, payload));
        return hasRoomBeside;
    }

    @Override
    public void done(UplinkEvent.Heard heard) {
        acknowledged++;
    }

    @Override
    public void drop() {
        dropped = true;
    }

    @Override
    public long version() {
        return masterDataVersion;
    }

    @Override
    public MasterSpool spool() {
        return new MasterSpool(directory.resolve("incoming.part"), bytes -> bytes <= roomBytes);
    }

    @Override
    public Optional<Long> take(Path file) {
        files.add(bytes(file));
        if (!masterDataTrusted) return Optional.empty();
        return Optional.of(++masterDataVersion);
    }

    private static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
