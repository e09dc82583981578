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
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.CommandId;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that look at a till's ledger and put it right, on a provisioned directory. */
class LedgerCommandsTest {
    private static final int FOUND_WRONG = 1;
    private static final int BAD_USAGE = 2;
    private static final int DAMAGED = 3;
    private static final int IN_USE = 4;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path provisioned;

    @SuppressWarnings("NullAway.Init") // set before all
    private static ProvisionedNode untouched;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each
    private Path home;

    @BeforeAll
    static void provision() throws Exception {
        untouched =
                Authority.laboratory(provisioned)
                        .authority()
                        .provisionStore(
                                StoreSpec.forLaboratory("s001", 1), provisioned.resolve("nodes"))
                        .tills()
                        .getFirst();
        record(20);
    }

    @BeforeEach
    void copy() throws IOException {
        home = directory.resolve("till-1");
        try (Stream<Path> files = Files.walk(untouched.home())) {
            for (Path file : files.toList())
                Files.copy(file, home.resolve(untouched.home().relativize(file).toString()));
        }
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
    void a_damaged_journal_is_whole_again_with_what_the_peer_has() throws IOException {
        flip(segment());

        assertThat(runWith(new TillWithPeer(), "restore", "--from-peer")).isZero();

        assertThat(told().getFirst()).contains("is whole again up to entry 22");
        assertThat(run("verify")).isZero();
        try (Stream<Path> beside = Files.list(home.resolve("journal"))) {
            assertThat(beside).noneMatch(file -> file.toString().endsWith(".copy"));
        }
    }

    @Test
    void a_sound_journal_is_not_restored() {
        assertThat(runWith(new TillWithPeer(), "restore", "--from-peer")).isEqualTo(BAD_USAGE);
        assertThat(err.toString()).contains("there is nothing to restore");
    }

    @Test
    void a_gateway_that_is_not_there_is_told_and_nothing_is_changed() throws IOException {
        flip(segment());
        Files.writeString(
                home.resolve("node.yaml"), "role: till\ngateway: {host: 127.0.0.1, mqttPort: 1}\n");

        assertThat(run("restore", "--from-peer")).isEqualTo(BAD_USAGE);

        assertThat(err.toString()).contains("the gateway cannot be asked");
        assertThat(run("verify")).isEqualTo(FOUND_WRONG);
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

    @Test
    void show_tells_the_entries_that_were_asked_for_with_their_hashes() {
        assertThat(run("show", "--from", "2", "--to", "4")).isZero();

        assertThat(told()).hasSize(3);
        assertThat(told().getFirst()).startsWith("       2  ").contains("TILL_OPENED");
        assertThat(told().getLast()).contains("NO_SALE").contains("operator Mary, change");
    }

    @Test
    void show_finds_entries_by_type_day_and_command() {
        run("show", "--type", "business-day-opened", "--json");
        String opened = told().getFirst();
        String command = opened.replaceAll(".*\"command\":\"([0-9a-f-]+)\".*", "$1");
        String day = opened.replaceAll(".*\"businessDay\":\"([0-9-]+)\".*", "$1");

        assertThat(run("show", "--command", command)).isZero();
        assertThat(told()).hasSize(2);
        assertThat(run("show", "--day", day, "--type", "9")).isZero();
        assertThat(told()).hasSize(20);
        assertThat(run("show", "--day", "2001-01-01")).isZero();
        assertThat(told()).isEmpty();
    }

    @Test
    void show_tells_all_of_an_event_as_json() {
        assertThat(run("show", "--from", "3", "--to", "3", "--content")).isZero();

        assertThat(told().getFirst())
                .startsWith("{\"sequence\":3,\"hash\":\"")
                .endsWith("\"event\":{\"reason\":\"change\"}}");
    }

    @Test
    void tail_tells_the_last() {
        assertThat(run("tail", "-n", "2")).isZero();

        assertThat(told()).hasSize(2);
        assertThat(told().getLast()).startsWith("      22  ");
    }

    @Test
    void what_only_looks_works_beside_a_node_that_holds_the_directory() {
        NodeHome held = NodeHome.open(home);
        try {
            assertThat(run("show")).isZero();
            assertThat(run("tail")).isZero();
            assertThat(run("stats")).isZero();
            assertThat(run("export", "--out", directory.resolve("copy").toString())).isZero();
            assertThat(run("verify")).isEqualTo(IN_USE);
            assertThat(run("rebuild")).isEqualTo(IN_USE);
        } finally {
            held.close();
        }
    }

    @Test
    void stats_count_what_the_journal_holds() {
        assertThat(run("stats", "--json")).isZero();

        assertThat(told()).hasSize(1);
        assertThat(told().getFirst())
                .contains("\"journal\":\"s001.till-1.1\",\"epoch\":1,\"entries\":22,\"segments\":1")
                .contains("\"groups\":1,\"businessDays\":1")
                .contains("\"types\":{\"BUSINESS_DAY_OPENED\":1,\"NO_SALE\":20,\"TILL_OPENED\":1}");
    }

    @Test
    void rebuilt_tables_hold_the_same_rows() {
        assertThat(run("rebuild", "--json")).isZero();
        assertThat(told().getFirst()).contains("\"doubt\":\"there is none yet\"");

        assertThat(run("rebuild", "--json")).isZero();

        assertThat(told().getFirst()).contains("\"entries\":22").endsWith("\"same\":true}");
        assertThat(run("verify")).isZero();
    }

    @Test
    void a_damaged_entry_on_the_way_is_named() throws IOException {
        flip(segment());

        assertThat(run("show")).isEqualTo(DAMAGED);
        assertThat(err.toString()).contains("journal s001.till-1.1 is damaged at entry");
    }

    @Test
    void a_part_is_exported_up_to_the_signed_head_that_covers_it() {
        Path copy = directory.resolve("copy");

        assertThat(run("export", "--out", copy.toString(), "--from", "5", "--to", "6")).isZero();

        assertThat(told().getFirst()).startsWith("entries 5 to 22 of journal s001.till-1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show --from 0           | --from is 0",
                "show --from 5 --to 4    | --to is 4, before --from",
                "show --day yesterday    | --day is 'yesterday'; write a date as 2010-12-01",
                "show --type sail        | --type is 'sail'; write one of",
                "show --command 12       | --command is '12'; write the command's UUID",
                "show --journal x        | this node has no journal x; those it has are s001.till-1.1",
                "tail --lines -1         | --lines is -1",
                "stats --journal x       | this node has no journal x",
                "export                  | Missing required option: '--out=FILE'",
                "export --out o --from 0 | has the entries 1 to 22, not 0",
                "restore --copy nowhere  | cannot read nowhere",
                "restore                 | --from-peer",
                "sho                     | Unmatched argument",
            })
    void wrong_usage_is_refused_with_what_to_write(String command, String why) {
        String[] words = command.split(" ", -1);

        assertThat(run(words[0], Arrays.copyOfRange(words, 1, words.length))).isEqualTo(BAD_USAGE);

        assertThat(err.toString()).contains(why);
    }

    private List<String> told() {
        return out.toString().lines().toList();
    }

    /** A till whose gateway has all that was recorded before the damage. */
    private static final class TillWithPeer implements Deployable {
        private final Deployable till = new TillProgram();

        @Override
        public NodeRole role() {
            return till.role();
        }

        @Override
        public RunningNode start(NodeStart start) throws Exception {
            return till.start(start);
        }

        @Override
        public Verification verify(NodeStart start) throws Exception {
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
                    try (Journal sound = soundJournal()) {
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

    private static Journal soundJournal() {
        try (NodeHome home = NodeHome.toRead(untouched.home())) {
            TillSite site = TillSite.of(untouched.openIdentity(), home);
            return Journal.openToRead(
                    site.workplace().journal(),
                    FileStorage.toRead(site.journalDirectory()),
                    site.journalKey(),
                    site.keys().own(),
                    (sequence, hash, entry) -> {});
        }
    }

    private int run(String command, String... more) {
        return runWith(new TillProgram(), command, more);
    }

    private int runWith(Deployable till, String command, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "ledger",
                                command,
                                "--dir",
                                home.toString(),
                                "--passphrase-file",
                                untouched.passphraseFile().toString()));
        arguments.addAll(List.of(more));
        return NodeMain.commandLine(till)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    private static void record(int drawersOpened) {
        NodeIdentity identity = untouched.openIdentity();
        try (NodeHome held = NodeHome.open(untouched.home());
                SingleWriter writer =
                        new SingleWriter(
                                SingleWriter.Limits.usual(),
                                Runnable::run,
                                failure -> {
                                    throw new AssertionError(failure);
                                })) {
            TillSite site = TillSite.of(identity, held);
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
        try (Stream<Path> files = Files.walk(home.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".tmj")).findFirst().orElseThrow();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
