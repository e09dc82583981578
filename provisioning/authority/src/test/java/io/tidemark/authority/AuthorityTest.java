package io.tidemark.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.RecoveryKey;
import io.tidemark.identity.RecoverySeal;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.identity.WrongPassphrase;
import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {
    @TempDir static Path directory;

    private static Shop shop;

    @BeforeAll
    static void provision() throws IOException {
        shop = Shop.in(directory);
    }

    @Test
    void a_till_opens_its_identity_and_is_who_the_roster_says() {
        NodeIdentity till = shop.till();

        assertThat(till.name()).isEqualTo(new NodeName("lab.example", "s001", "till-1"));
        assertThat(till.role()).isEqualTo(Role.TILL);
        assertThat(till.workstation()).isEqualTo("T1");
        assertThat(till.journal().epoch()).isEqualTo(1);
        assertThat(till.journalKey()).hasSize(32).isNotEqualTo(shop.gateway().journalKey());
        assertThat(till.roster().laboratory()).isTrue();
    }

    @Test
    void what_a_till_signs_its_gateway_believes_and_only_of_that_till() {
        byte[] statement = {1, 2, 3};
        Roster known = shop.gateway().roster();

        byte[] signature = shop.till().signer().sign(statement);

        assertThat(known.verifier(shop.till().name()).verify(statement, signature)).isTrue();
        assertThat(known.verifier(shop.gateway().name()).verify(statement, signature)).isFalse();
    }

    @Test
    void a_stores_nodes_know_their_own_store_and_head_office_knows_all() {
        assertThat(shop.till().roster().stores())
                .extracting(Roster.StoreFacts::store)
                .containsExactly("s001");
        assertThat(shop.headOffice().roster().stores())
                .extracting(Roster.StoreFacts::store)
                .containsExactly("s001", "s002");
        assertThat(shop.headOffice().roster().version()).isEqualTo(3);
    }

    @Test
    void what_is_sealed_to_a_store_its_recovery_key_opens() throws IOException {
        Roster.StoreFacts facts = shop.gateway().roster().store("s001").orElseThrow();
        byte[] sealed = RecoverySeal.seal(facts.recoveryPublicKey(), new byte[1], new byte[10]);

        RecoveryKey key = RecoveryKey.read(shop.store().recoveryKey(), Shop.PASSPHRASE);

        assertThat(RecoverySeal.open(key, new byte[1], sealed)).isEqualTo(new byte[10]);
    }

    @Test
    void every_file_is_readable_by_its_owner_alone() throws IOException {
        try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .filteredOn(file -> !file.endsWith("lock"))
                    .allSatisfy(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_store_is_not_provisioned_twice(@TempDir Path elsewhere) {
        assertThatThrownBy(() ->
                        authority().provisionStore(StoreSpec.forLaboratory("s001", 1), elsewhere))
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageContaining("'s001' is provisioned already; choose another label");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void an_authority_is_not_founded_over_another(@TempDir Path elsewhere) {
        assertThatThrownBy(() ->
                        Authority.create(
                                directory.resolve("authority"),
                                Shop.PASSPHRASE,
                                OrganisationSpec.forLaboratory(),
                                elsewhere))
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageContaining("never written over");
        assertThat(elsewhere.resolve("head-office")).doesNotExist();
    }

    @Test
    void nothing_of_a_store_is_left_when_one_of_its_files_is_in_the_way() throws IOException {
        Path out = directory.resolve("nodes");
        Files.writeString(out.resolve("secrets/s007-till-2"), "someone else's");
        List<Path> before = everythingIn(directory);

        assertThatThrownBy(
                        () -> authority().provisionStore(StoreSpec.forLaboratory("s007", 2), out))
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageContaining("s007-till-2 exists already");

        assertThat(everythingIn(directory)).isEqualTo(before);
        assertThat(authority().roster().store("s007")).isEmpty();
    }

    @Test
    void nothing_of_a_store_is_left_when_the_last_step_fails(@TempDir Path place)
            throws IOException {
        Path target = place.resolve("a/home");

        try (Placement placement = new Placement()) {
            Files.createDirectory(placement.prepare(target));
            assertThatThrownBy(() ->
                            placement.commit(() -> {
                                throw new IOException("disk full");
                            }))
                    .hasMessage("disk full");
        }

        assertThat(place).isEmptyDirectory();
    }

    @Test
    void two_do_not_provision_at_once(@TempDir Path out) throws IOException {
        AuthorityFiles files = new AuthorityFiles(directory.resolve("authority"));

        try (FileChannel _ = files.lock()) {
            assertThatThrownBy(() ->
                            authority().provisionStore(StoreSpec.forLaboratory("s008", 1), out))
                    .isInstanceOf(AuthorityInUse.class)
                    .hasMessageContaining("wait until that has ended");
        }
    }

    @Test
    void the_wrong_passphrase_opens_nothing() {
        assertThatThrownBy(
                        () -> Authority.open(directory.resolve("authority"), "guess".toCharArray()))
                .isInstanceOf(WrongPassphrase.class)
                .hasMessageContaining("root-key.pem");
    }

    @Test
    void another_organisations_head_office_is_left_alone(@TempDir Path other) throws IOException {
        Path out = other.resolve("nodes");
        Authority.laboratory(other);

        assertThatThrownBy(
                        () -> authority().provisionStore(StoreSpec.forLaboratory("s009", 1), out))
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageContaining("another organisation's head office");
    }

    @Test
    void outside_a_laboratory_others_must_be_told_the_ports(@TempDir Path real) throws IOException {
        Authority authority =
                Authority.create(
                                real.resolve("authority"),
                                Shop.PASSPHRASE,
                                new OrganisationSpec("shop.example", false, 0, 8443),
                                real.resolve("nodes"))
                        .authority();

        assertThat(authority.roster().laboratory()).isFalse();
        assertThatThrownBy(() ->
                        authority.provisionStore(
                                StoreSpec.forLaboratory("s001", 1), real.resolve("nodes")))
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageContaining("gateway.mqttPort: 0 is for a laboratory only");
    }

    private static Authority authority() throws IOException {
        return Authority.open(directory.resolve("authority"), Shop.PASSPHRASE);
    }

    private static List<Path> everythingIn(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(path -> !path.endsWith("lock")).sorted().toList();
        }
    }
}
