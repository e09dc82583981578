package io.tidemark.edge;

import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.StoreSpec;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.Recorder;
import io.tidemark.edge.record.Till;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.PrunedEntry.Pruning;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.node.command.NodeMain;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.home.NodeStart;
import io.tidemark.node.home.Peer;
import io.tidemark.node.home.RunningNode;
import io.tidemark.node.home.Verification;
import io.tidemark.node.projection.ProjectionSchema;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The directory of a till that has opened its day and, twenty times, its drawer, and commands run
 * on it.
 */
final class LedgerTill {
    private static final int DRAWERS_OPENED = 20;
    private static final int RECEIPTS = 4;

    /** Bytes from the segment's end, also where a copy of the data key stands behind the entry. */
    private static final int WITHIN_THE_LAST_ENTRY = 90;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Provisioned provisioned;
    private final Path home;

    private LedgerTill(Provisioned provisioned, Path home) {
        this.provisioned = provisioned;
        this.home = home;
    }

    /** As it was before a test did anything to a copy of it. */
    record Provisioned(ProvisionedNode node) {
        LedgerTill copy(Path home) throws IOException {
            try (Stream<Path> files = Files.walk(node.home())) {
                for (Path file : files.toList())
                    Files.copy(file, home.resolve(node.home().relativize(file).toString()));
            }
            return new LedgerTill(this, home);
        }

        private Journal soundJournal() {
            try (NodeHome home = NodeHome.toRead(node.home())) {
                TillSite site = TillSite.of(node.openIdentity(), home);
                return Journal.openToRead(
                        new Whose(site.workplace().journal(), site.journalKey(), site.keys().own()),
                        FileStorage.toRead(site.journalDirectory(site.workplace().journal())),
                        (sequence, hash, entry) -> {});
            }
        }
    }

    static Provisioned provision(Path directory) throws Exception {
        ProvisionedNode node =
                Authority.laboratory(directory)
                        .authority()
                        .provisionStore(
                                StoreSpec.forLaboratory("s001", 1), directory.resolve("nodes"))
                        .tills()
                        .getFirst();
        record(node);
        return new Provisioned(node);
    }

    Path home() {
        return home;
    }

    int run(String command, String... more) {
        return runWith(new TillProgram(), command, more);
    }

    /** Without its directory and passphrase. */
    int runPlainly(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of("ledger", command));
        arguments.addAll(List.of(more));
        return run(new TillProgram(), arguments);
    }

    int runWith(Deployable till, String command, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "ledger",
                                command,
                                "--dir",
                                home.toString(),
                                "--passphrase-file",
                                provisioned.node().passphraseFile().toString()));
        arguments.addAll(List.of(more));
        return run(till, arguments);
    }

    private int run(Deployable till, List<String> arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return NodeMain.commandLine(till)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    /** What the last command said, line by line. */
    List<String> told() {
        return out.toString().lines().toList();
    }

    String err() {
        return err.toString();
    }

    /** Damages the journal in its middle. */
    void flip() throws IOException {
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
    }

    /** That entry is damaged, too. */
    void damageANewEntryThatAPowerCutLeftUnnoted() throws IOException {
        losesPowerAfterANewEntry();
        Path segment = segment();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - WITHIN_THE_LAST_ENTRY] ^= 1;
        Files.write(segment, bytes);
    }

    /** Records once more, and takes back the note of what was forced as a power cut may. */
    void losesPowerAfterANewEntry() throws IOException {
        NodeIdentity identity = provisioned.node().openIdentity();
        try (NodeHome held = NodeHome.open(home)) {
            TillSite site = TillSite.of(identity, held);
            Path directory = site.journalDirectory(site.workplace().journal());
            Path note = directory.resolve("forced");
            byte[] before = Files.readAllBytes(note);
            try (Journal journal = open(site)) {
                journal.append(journal.entry(journal.forced().sequence()));
                journal.force(identity.signer());
            }
            Files.write(note, before);
        }
    }

    /** Sells on its first day, and goes on on the next. */
    void sellsInTwoDays() {
        withJournal(journal -> {
            LocalDate day = journal.segments().getLast().day();
            Event goods = new Unknown(EventType.SALE_COMPLETED.code(), true, new byte[] {0x60});
            for (int i = 0; i < RECEIPTS; i++)
                journal.append(TestEntries.entry(EventType.SALE_COMPLETED, day, goods));
            journal.append(
                    TestEntries.entry(EventType.NO_SALE, day.plusDays(1), new NoSale("change")));
            journal.force(provisioned.node().openIdentity().signer());
        });
    }

    /** Gives up the receipts of its first day; gives the last entry of that day. */
    long prunes() {
        AtomicLong last = new AtomicLong();
        withJournal(journal -> {
            LocalDate day = journal.segments().getFirst().day();
            journal.prune(1, new Pruning(day.plusDays(40), 35));
            last.set(journal.prunedUpTo());
        });
        return last.get();
    }

    private void withJournal(Consumer<Journal> work) {
        try (NodeHome held = NodeHome.open(home);
                Journal journal = open(TillSite.of(provisioned.node().openIdentity(), held))) {
            work.accept(journal);
        }
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".tmj"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** A till whose gateway has all that was recorded before the damage. */
    Deployable withPeer() {
        return new TillWithPeer(provisioned);
    }

    private record TillWithPeer(Provisioned provisioned, TillProgram till) implements Deployable {
        TillWithPeer(Provisioned provisioned) {
            this(provisioned, new TillProgram());
        }

        @Override
        public NodeRole role() {
            return till.role();
        }

        @Override
        public RunningNode start(NodeStart start) throws IOException {
            return till.start(start);
        }

        @Override
        public Verification verify(NodeStart start) throws IOException {
            return till.verify(start);
        }

        @Override
        public ProjectionSchema tables() {
            return till.tables();
        }

        @Override
        public Peer peer(NodeStart start) {
            return new Peer() {
                @Override
                public Optional<Batch> entries(JournalId journal, long from) {
                    try (Journal sound = provisioned.soundJournal()) {
                        return from > sound.forced().sequence()
                                ? Optional.empty()
                                : Optional.of(sound.read(from, 1).toBatch());
                    }
                }

                @Override
                public void close() {}
            };
        }
    }

    private static void record(ProvisionedNode node) {
        NodeIdentity identity = node.openIdentity();
        try (NodeHome held = NodeHome.open(node.home());
                SingleWriter writer =
                        new SingleWriter(
                                SingleWriter.Limits.usual(),
                                Runnable::run,
                                failure -> {
                                    throw new AssertionError(failure);
                                })) {
            TillSite site = TillSite.of(identity, held);
            try (Journal journal = open(site)) {
                Recorder recorder =
                        new Recorder(
                                new Till(site.workplace()),
                                journal,
                                new Recorder.Ports(
                                        identity.signer(),
                                        Clock.systemUTC(),
                                        () -> 1L << 40,
                                        () -> {}),
                                writer);
                List<CompletableFuture<Outcome>> answers =
                        asks().stream().map(ask -> recorder.record(Command.of(ask))).toList();
                writer.step();
                answers.forEach(CompletableFuture::join);
            }
        }
    }

    private static Journal open(TillSite site) {
        return Journal.open(
                new Whose(site.workplace().journal(), site.journalKey(), site.keys().own()),
                new FileStorage(site.journalDirectory(site.workplace().journal())),
                EntryVisitor.NOBODY);
    }

    private static List<Ask> asks() {
        List<Ask> asks = new ArrayList<>(List.of(new Ask.OpenDay(id(), "Mary", List.of())));
        for (int i = 0; i < DRAWERS_OPENED; i++)
            asks.add(new Ask.OpenDrawer(id(), "Mary", "change"));
        return asks;
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }
}
