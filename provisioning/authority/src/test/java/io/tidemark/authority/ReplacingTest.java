package io.tidemark.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.identity.IdentityDamaged;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.EpochGrant.Between;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.epoch.Standing;
import io.tidemark.ledger.event.Carried;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Replaced tills and gateways, as commands. */
class ReplacingTest extends ShopAtHand {
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
    void a_handheld_is_provisioned_and_replaced_as_what_it_is() throws IOException {
        assertThat(identity("handheld-1", "handheld-1").role()).isEqualTo(Role.HANDHELD);
        assertThat(home("handheld-1").resolve("node.yaml"))
                .content()
                .contains("role: handheld", "mqttPort: 8883");

        assertThat(replace("handheld-1", "handheld-9")).isZero();

        assertThat(identity("handheld-9", "handheld-9").role()).isEqualTo(Role.HANDHELD);
        assertThat(identity("handheld-9", "handheld-9").workstation()).isEqualTo("H1");
        assertThat(out.toString()).contains("./tidemark handheld " + home("handheld-9"));
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
        assertThat(err.toString()).contains("replace-till is for tills and handhelds");
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
}
