package io.tidemark.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.identity.IdentityDamaged;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.EpochGrant.Between;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.epoch.Standing;
import io.tidemark.ledger.event.Carried;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Replaced tills and gateways, and epochs granted from the safe, as commands. */
class ReplacingTest {
    private static final String STORE =
            """
            store: s001
            name: High Street
            zone: Europe/London
            cutOverHour: 4
            currency: GBP
            gateway: {host: 127.0.0.1, mqttPort: 8883}
            tills:
              - {device: till-1, workstation: T1}
              - {device: till-2, workstation: T2}
            headOffice: {host: 127.0.0.1, port: 8443}
            """;
    private static final Hash HASH = Hash.digest(new byte[1]);
    private static final Hash EARLIER = Hash.digest(new byte[2]);

    /** Provisioned once, for every test to work on a copy of. */
    @TempDir static Path provisioned;

    @TempDir Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final NodeName till = node("till-1");

    @BeforeAll
    static void provision() throws IOException {
        Path yaml = Files.writeString(provisioned.resolve("store.yaml"), STORE);
        Files.writeString(provisioned.resolve("passphrase"), "correct horse\n");
        char[] passphrase = "correct horse".toCharArray();
        Path nodes = provisioned.resolve("nodes");
        OrganisationSpec organisation = new OrganisationSpec("shop.example", false, 8080, 8443);
        Authority.create(provisioned.resolve("authority"), passphrase, organisation, nodes)
                .authority()
                .provisionStore(StoreFile.read(yaml), nodes);
    }

    @BeforeEach
    void copied() throws IOException {
        try (Stream<Path> tree = Files.walk(provisioned)) {
            for (Path each : tree.skip(1).toList())
                Files.copy(
                        each,
                        directory.resolve(provisioned.relativize(each).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Test
    void a_replaced_till_has_a_home_of_its_own_at_the_same_workstation() throws IOException {
        assertThat(replaceTill("till-9")).isZero();

        NodeIdentity fresh = identity("till-9", "till-9");
        assertThat(fresh.workstation()).isEqualTo("T1");
        assertThat(fresh.journal()).isEqualTo(new JournalId(node("till-9"), 1));
        assertThat(fresh.roster().member(till)).map(Roster.Member::replacedBy).contains("till-9");
        assertThat(Files.readString(home("till-9").resolve("node.yaml")))
                .isEqualTo(Files.readString(home("till-1").resolve("node.yaml")));
        assertThat(out.toString())
                .contains("till-9 stands at workstation T1 in the place of till-1")
                .contains("./tidemark till " + home("till-9"));
    }

    @Test
    void a_till_that_takes_anothers_place_finds_in_its_home_where_that_one_stood()
            throws IOException {
        Between between = Between.ending(new JournalId(till, 1), new Head(9, HASH));
        Standing standing = new Standing(between, Optional.of(Carried.NOTHING));
        Files.write(directory.resolve("standing"), standing.toBytes());

        assertThat(replaceUpon("standing", "till-9")).isZero();

        Path grant = home("till-9").resolve("grants/s001.till-9.1.grant");
        Continuation granted = Continuation.parse(Files.readAllBytes(grant));
        assertThat(granted.carried()).contains(Carried.NOTHING);
        assertThat(granted.grant().end()).isEqualTo(new Head(9, HASH));
        assertThat(granted.isBy(identity("till-9", "till-9").roster().grants("s001"))).isTrue();
        assertThat(out.toString()).contains("It goes on where that one stood");
    }

    @Test
    void a_standing_of_another_till_replaces_nothing() throws IOException {
        Between between = Between.ending(new JournalId(node("till-2"), 1), new Head(9, HASH));
        Standing standing = new Standing(between, Optional.of(Carried.NOTHING));
        Files.write(directory.resolve("standing"), standing.toBytes());

        assertThat(replaceUpon("standing", "till-9")).isEqualTo(2);

        assertThat(err.toString())
                .contains("says where tidemark://s001.shop.example/till-2 stands");
        assertThat(home("till-9")).doesNotExist();
    }

    @Test
    void everyone_at_hand_knows_of_the_new_till_from_the_next_start() throws IOException {
        assertThat(identity("gateway", "gateway").roster().member(node("till-9"))).isEmpty();

        replaceTill("till-9");

        assertThat(identity("gateway", "gateway").roster().member(node("till-9"))).isPresent();
        assertThat(identity("till-2", "till-2").roster().version()).isEqualTo(3);
        NodeIdentity office =
                NodeIdentity.open(
                        nodes().resolve("head-office/ledger/identity"),
                        Passphrase.readFile(nodes().resolve("secrets/head-office-ledger")));
        assertThat(office.roster().member(node("till-9"))).isPresent();
        run("show");
        assertThat(out.toString()).contains("till-1  till  T1  epoch 1  replaced by till-9");
    }

    @Test
    void a_home_elsewhere_adopts_a_later_roster_that_is_copied_there_and_never_an_earlier_one()
            throws IOException {
        Path identity = home("till-2").resolve("identity");
        Path before = Files.copy(identity.resolve("roster"), directory.resolve("before"));
        replaceTill("till-9");
        Path later = nodes().resolve("updates/s001-roster");
        assertThat(later).hasSameBinaryContentAs(identity.resolve("roster-update"));
        identity("till-2", "till-2");

        Files.copy(before, identity.resolve("roster-update"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(identity("till-2", "till-2").roster().version()).isEqualTo(3);
    }

    @Test
    void a_roster_that_the_root_did_not_sign_is_refused_with_a_word_on_what_to_do()
            throws IOException {
        replaceTill("till-9");
        Path offered = home("till-2").resolve("identity/roster-update");
        byte[] content = Files.readAllBytes(offered);
        content[content.length - 1] ^= 1;
        Files.write(offered, content);

        Assertions.assertThatThrownBy(() -> identity("till-2", "till-2"))
                .isInstanceOf(IdentityDamaged.class)
                .hasMessageContaining("roster-update is not this organisation's roster")
                .hasMessageContaining("take it away");
    }

    @Test
    void a_till_is_replaced_once_and_by_a_label_that_nobody_had() {
        replaceTill("till-9");

        assertThat(replaceTill("till-8")).isEqualTo(2);
        assertThat(err.toString()).contains("was replaced by till-9 already");
        assertThat(replace("till-9", "till-2")).isEqualTo(2);
        assertThat(err.toString()).contains("till-2 is taken");
        assertThat(replace("till-2", "Till 3")).isEqualTo(2);
        assertThat(err.toString()).contains("--new-device");
    }

    @Test
    void only_a_till_that_there_is_can_be_replaced() {
        assertThat(replace("till-7", "till-9")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no tidemark://s001.shop.example/till-7");
        assertThat(replace("gateway", "till-9")).isEqualTo(2);
        assertThat(err.toString()).contains("replace-till is for tills");
        assertThat(run("replace-till", "--device", "till-1", "--new-device", "till-9"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'till-1' names no node");
        assertThat(home("till-9")).doesNotExist();
    }

    @Test
    void settings_that_are_not_at_hand_are_asked_for() throws IOException {
        Path settings = Files.move(home("till-1").resolve("node.yaml"), directory.resolve("yaml"));

        assertThat(replaceTill("till-9")).isEqualTo(2);
        assertThat(err.toString()).contains("with --settings");
        assertThat(
                        run(
                                "replace-till",
                                "--device",
                                till.uri(),
                                "--new-device",
                                "till-9",
                                "--settings",
                                settings.toString()))
                .isZero();
    }

    @Test
    void a_replaced_gateway_has_its_name_and_other_keys_in_the_next_epoch() throws IOException {
        NodeIdentity before = identity("gateway", "gateway");

        assertThat(run("replace-gateway", "--store", "s001")).isZero();

        NodeIdentity after = identity("gateway.2", "gateway.2");
        assertThat(after.journal()).isEqualTo(new JournalId(before.name(), 2));
        assertThat(after.roster().member(after.name()).orElseThrow().signingPublicKey())
                .isNotEqualTo(
                        before.roster().member(after.name()).orElseThrow().signingPublicKey());
        assertThat(identity("till-1", "till-1").roster().gatewayOf("s001"))
                .isEqualTo(after.roster().gatewayOf("s001"));
        assertThat(out.toString())
                .contains("s001 has a new gateway, epoch 2")
                .contains("gateway recover");
    }

    @Test
    void a_gateway_of_no_store_is_not_replaced() {
        assertThat(run("replace-gateway", "--store", "s009")).isEqualTo(2);
        assertThat(err.toString()).contains("no store 's009'");
    }

    @Test
    void the_wrong_passphrase_replaces_nothing_and_ends_with_6() throws IOException {
        Files.writeString(directory.resolve("passphrase"), "battery staple\n");

        assertThat(replaceTill("till-9")).isEqualTo(6);
        assertThat(home("till-9")).doesNotExist();
    }

    @Test
    void an_epoch_is_granted_from_what_the_gateway_exported_without_head_office()
            throws IOException {
        JournalId old = new JournalId(till, 1);
        Between between = new Between(old, new Head(9, HASH), new Head(7, EARLIER));
        Standing standing = new Standing(between, Optional.of(Carried.NOTHING));
        Path file = Files.write(directory.resolve("standing"), standing.toBytes());

        assertThat(epoch("--standing", file.toString())).isZero();

        Continuation granted = granted();
        assertThat(granted.carried()).contains(Carried.NOTHING);
        assertThat(granted.grant().successor()).isEqualTo(new JournalId(till, 2));
        assertThat(granted.grant().shared()).isEqualTo(new Head(7, EARLIER));
        assertThat(granted.grant().approver()).isEqualTo("Grace");
        assertThat(granted.isBy(identity("till-1", "till-1").roster().grants("s001"))).isTrue();
        assertThat(out.toString()).contains("/till-1#2 goes on from ").contains("grant");
    }

    @Test
    void another_device_is_granted_the_place_from_figures_copied_by_hand() throws IOException {
        assertThat(byHand("--new-device", "till-9")).isZero();

        Continuation granted = granted();
        assertThat(granted.grant().successor()).isEqualTo(new JournalId(node("till-9"), 1));
        assertThat(granted.grant().end()).isEqualTo(new Head(9, HASH));
        assertThat(granted.grant().replacesDevice()).isTrue();
        assertThat(out.toString()).contains("does not say how the workstation's day stood");
    }

    @Test
    void a_grant_that_makes_no_sense_is_refused_before_anything_is_signed() {
        assertThat(byHand("--new-epoch", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("does not come after");
        assertThat(byHand("--shared-sequence", "7")).isEqualTo(2);
        assertThat(err.toString()).contains("belong together");
        assertThat(byHand("--shared-sequence", "12", "--shared-hash", EARLIER.hex())).isEqualTo(2);
        assertThat(err.toString()).contains("not part of a history");
        assertThat(directory.resolve("grant")).doesNotExist();
    }

    @Test
    void a_hash_cut_short_a_missing_standing_and_no_standing_at_all_end_with_2()
            throws IOException {
        assertThat(epoch("--device", till.uri(), "--last-sequence", "9", "--hash", HASH.short6()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("all its 64 hexadecimal digits");
        assertThat(epoch("--standing", directory.resolve("nothing").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("give what the gateway exported");
        assertThat(epoch("--standing", directory.resolve("store.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("does not say where a journal stands");
        assertThat(epoch()).isEqualTo(2);
    }

    @Test
    void a_grant_is_never_written_over() throws IOException {
        byHand();
        byte[] first = Files.readAllBytes(directory.resolve("grant"));

        assertThat(byHand("--new-device", "till-9")).isEqualTo(2);

        assertThat(err.toString()).contains("exists already");
        assertThat(directory.resolve("grant")).hasBinaryContent(first);
    }

    @Test
    void a_node_key_is_no_recovery_key() throws IOException {
        Files.copy(directory.resolve("authority/root-key.pem"), directory.resolve("other"));

        assertThat(epochWith(directory.resolve("other"), "--device", till.uri())).isEqualTo(2);
        assertThat(
                        epochWith(
                                directory.resolve("other"),
                                "--device",
                                till.uri(),
                                "--last-sequence",
                                "9",
                                "--hash",
                                HASH.hex()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("not a store's recovery key");
    }

    @Test
    void help_names_every_command() {
        run("--help");

        assertThat(out.toString())
                .contains("replace-till", "replace-gateway", "epoch", "organisation", "show");
    }

    private int replaceTill(String newDevice) {
        return replace("till-1", newDevice);
    }

    private int replace(String device, String newDevice) {
        String uri = "tidemark://s001.shop.example/" + device;
        return run("replace-till", "--device", uri, "--new-device", newDevice);
    }

    private int replaceUpon(String standing, String newDevice) {
        return run(
                "replace-till",
                "--device",
                till.uri(),
                "--new-device",
                newDevice,
                "--standing",
                directory.resolve(standing).toString(),
                "--recovery-key",
                nodes().resolve("safe/s001-recovery.pem").toString(),
                "--approver",
                "Grace");
    }

    private int byHand(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--device",
                                till.uri(),
                                "--last-sequence",
                                "9",
                                "--hash",
                                HASH.hex()));
        arguments.addAll(List.of(more));
        return epoch(arguments.toArray(String[]::new));
    }

    private int epoch(String... more) {
        return epochWith(nodes().resolve("safe/s001-recovery.pem"), more);
    }

    private int epochWith(Path key, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "epoch",
                                "--recovery-key",
                                key.toString(),
                                "--passphrase-file",
                                directory.resolve("passphrase").toString(),
                                "--reason",
                                "an old disk was put back",
                                "--approver",
                                "Grace",
                                "--out",
                                directory.resolve("grant").toString()));
        arguments.addAll(List.of(more));
        return execute(arguments);
    }

    /** A command of the authority, with where it is and what opens it. */
    private int run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        if (!command[0].equals("--help"))
            arguments.addAll(List.of("--dir", directory.resolve("authority").toString()));
        if (!List.of("--help", "show").contains(command[0]))
            arguments.addAll(
                    List.of(
                            "--out",
                            nodes().toString(),
                            "--passphrase-file",
                            directory.resolve("passphrase").toString()));
        return execute(arguments);
    }

    private int execute(List<String> arguments) {
        CommandLine command = Provision.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments.toArray(String[]::new));
    }

    private Continuation granted() throws IOException {
        return Continuation.parse(Files.readAllBytes(directory.resolve("grant")));
    }

    private NodeIdentity identity(String home, String secret) {
        return NodeIdentity.open(
                home(home).resolve("identity"),
                Passphrase.readFile(nodes().resolve("secrets/s001-" + secret)));
    }

    private static NodeName node(String device) {
        return new NodeName("shop.example", "s001", device);
    }

    private Path home(String name) {
        return nodes().resolve("s001").resolve(name);
    }

    private Path nodes() {
        return directory.resolve("nodes");
    }
}
