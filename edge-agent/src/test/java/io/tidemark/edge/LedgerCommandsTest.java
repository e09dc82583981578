package io.tidemark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.StoreSpec;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.Recorder;
import io.tidemark.edge.record.Till;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeMain;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of a stopped till, on a provisioned directory. */
class LedgerCommandsTest {
    private static final int FOUND_WRONG = 1;
    private static final int BAD_USAGE = 2;
    private static final int DAMAGED = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    private ProvisionedNode node;

    @BeforeEach
    void provision() throws Exception {
        node =
                Authority.laboratory(directory)
                        .authority()
                        .provisionStore(
                                StoreSpec.forLaboratory("s001", 1), directory.resolve("nodes"))
                        .tills()
                        .getFirst();
        record(20);
    }

    @Test
    void a_damaged_journal_is_whole_again_with_a_copy() throws IOException {
        Path copy = directory.resolve("copy");
        assertThat(run("export", "--out", copy.toString())).isZero();
        flip(segment());
        assertThat(run("verify")).isEqualTo(FOUND_WRONG);

        assertThat(run("restore", "--copy", copy.toString())).isZero();

        assertThat(run("verify")).isZero();
    }

    @Test
    void a_journal_is_not_restored_from_what_is_no_copy_of_it() throws IOException {
        Path nothing = Files.writeString(directory.resolve("nothing"), "nothing");
        flip(segment());

        assertThat(run("restore", "--copy", nothing.toString())).isEqualTo(DAMAGED);
        assertThat(run("verify")).isEqualTo(FOUND_WRONG);
    }

    @Test
    void a_journal_nobody_knows_is_refused_with_those_that_are_known() {
        assertThat(
                        run(
                                "export",
                                "--out",
                                directory.resolve("copy").toString(),
                                "--journal",
                                "s009.till-9.1"))
                .isEqualTo(BAD_USAGE);
    }

    private int run(String command, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                command,
                                "--dir",
                                node.home().toString(),
                                "--passphrase-file",
                                node.passphraseFile().toString()));
        arguments.addAll(List.of(more));
        return NodeMain.execute(new TillProgram(), arguments.toArray(String[]::new));
    }

    private void record(int drawersOpened) {
        NodeIdentity identity = node.openIdentity();
        try (NodeHome home = NodeHome.open(node.home());
                SingleWriter writer =
                        new SingleWriter(
                                SingleWriter.Limits.usual(),
                                Runnable::run,
                                failure -> {
                                    throw new AssertionError(failure);
                                })) {
            TillSite site = TillSite.of(identity, home);
            try (Journal journal =
                    Journal.open(
                            site.workplace().journal(),
                            new FileStorage(site.journalDirectory()),
                            site.journalKey(),
                            site.keys().own(),
                            (sequence, hash, entry) -> {})) {
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
                List<Ask> asks = new ArrayList<>(List.of(new Ask.OpenDay(id(), "Mary", List.of())));
                for (int i = 0; i < drawersOpened; i++)
                    asks.add(new Ask.OpenDrawer(id(), "Mary", "change"));
                List<CompletableFuture<Outcome>> answers =
                        asks.stream().map(ask -> recorder.record(Command.of(ask))).toList();
                writer.step();
                assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
            }
        }
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.walk(node.home().resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".tmj")).findFirst().orElseThrow();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
