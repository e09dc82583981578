package io.tidemark.lab.bench;

import io.tidemark.edge.sync.Inbox;
import io.tidemark.edge.sync.MarkFile;
import io.tidemark.edge.sync.MasterDataSink;
import io.tidemark.edge.sync.MasterSpool;
import io.tidemark.edge.sync.OwnJournal;
import io.tidemark.edge.sync.SyncLoop;
import io.tidemark.edge.sync.SyncPorts;
import io.tidemark.edge.sync.SyncThread;
import io.tidemark.edge.sync.mqtt.PahoUplink;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.profiles.HardwareProfile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A till with nothing but its journal and its sync: what carries a backlog up, without the screen
 * and the tables beside it.
 */
final class SyncTill implements AutoCloseable {
    private final NodeIdentity identity;
    private final Journal journal;
    private final Path home;
    private final int directPort;
    private final int batchBytes;
    private int gatewayPort;
    private @Nullable SyncLoop loop;
    private @Nullable TimedUplink uplink;
    private @Nullable SyncThread thread;
    private Inbox inbox = new Inbox();

    private SyncTill(NodeIdentity identity, Journal journal, Place place) {
        this.identity = identity;
        this.journal = journal;
        this.home = place.home();
        this.gatewayPort = place.gatewayPort();
        this.directPort = place.directPort();
        this.batchBytes = place.profile().batchBytes();
    }

    /**
     * Where it is at home, and what it reaches.
     *
     * @param gatewayPort of the proxy that counts
     * @param directPort of the gateway itself
     */
    record Place(Path home, int gatewayPort, int directPort, HardwareProfile profile) {}

    /** Opens and checks the journal; nothing is sent before {@link #connect}. */
    static SyncTill open(Place place, Path passphrase) {
        NodeIdentity identity =
                NodeIdentity.open(
                        place.home().resolve("identity"), Passphrase.readFile(passphrase));
        return new SyncTill(identity, journal(identity, place.home()), place);
    }

    static Journal journal(NodeIdentity identity, Path home) {
        return Journal.open(
                new Whose(
                        identity.journal(),
                        JournalKey.of(identity.journalKey()),
                        identity.roster().verifier(identity.name())),
                new FileStorage(home.resolve("journal").resolve(identity.journal().label())),
                (_, _, _) -> {});
    }

    Journal journal() {
        return journal;
    }

    NodeIdentity identity() {
        return identity;
    }

    void connect() {
        inbox = new Inbox();
        NodeName gateway =
                identity.roster().gatewayOf(identity.name().store()).orElseThrow().name();
        OwnJournal own =
                new OwnJournal(
                        journal, identity.signer(), gateway, identity.roster().verifier(gateway));
        SSLContext tls = identity.tls().clientContext(gateway);
        TimedUplink timed =
                new TimedUplink(
                        new PahoUplink(
                                identity.name(),
                                new PahoUplink.Address("127.0.0.1", gatewayPort),
                                () -> tls,
                                inbox));
        uplink = timed;
        SyncPorts ports =
                new SyncPorts(
                        timed,
                        new MarkFile(home.resolve("journal").resolve("marked")),
                        new NoMasterData(
                                new MasterSpool(home.resolve("incoming.part"), bytes -> true)),
                        batchBytes);
        loop = new SyncLoop(own, ports, Clock.systemUTC(), RandomGenerator.getDefault());
        thread = SyncThread.start(loop, inbox, SyncTill::broken);
    }

    /** The next connection does not go through the proxy, whose threads cost time. */
    void goDirect() {
        gatewayPort = directPort;
    }

    /** Something was forced. */
    void recorded() {
        inbox.wake();
    }

    /** Up to where the gateway has marked, as this process has heard and believed it. */
    long marked() {
        SyncLoop open = loop;
        return open == null ? 0 : open.status().markedSequence();
    }

    /**
     * When the mark that was seen just now was taken in, by {@link System#nanoTime}: not after it
     * was seen, and not before what it is about.
     */
    long markedNanos(long afterNanos) {
        TimedUplink timed = uplink;
        long seen = System.nanoTime();
        if (timed == null) return seen;
        long done = timed.doneNanos();
        return done - afterNanos > 0 ? done : seen;
    }

    /** Whether the gateway has answered on this connection. */
    boolean isOnline() {
        SyncLoop open = loop;
        return open != null && open.status().online();
    }

    void disconnect() {
        if (thread != null) thread.close();
        thread = null;
    }

    @Override
    public void close() {
        disconnect();
        journal.close();
    }

    /**
     * A failed force or a bug: whatever it is, a figure of what went on after it would be a lie.
     */
    private static void broken(Throwable why) {
        why.printStackTrace();
        Runtime.getRuntime().halt(1);
    }

    /** Nothing is sold by this till's prices, so it takes none. */
    private record NoMasterData(MasterSpool spool) implements MasterDataSink {
        @Override
        public long version() {
            return 0;
        }

        @Override
        public Optional<Long> take(Path file) {
            return Optional.empty();
        }
    }
}
