package io.tidemark.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.identity.IdentityDamaged;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.identity.Recognition;
import io.tidemark.identity.WrongPassphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIdentityTest {
    @TempDir static Path directory;
    @TempDir Path identity;

    private static Shop shop;

    @BeforeAll
    static void provision() throws IOException {
        shop = Shop.in(directory);
    }

    @BeforeEach
    void copyOfTheTillsIdentity() throws IOException {
        for (String file : new String[] {"node.p12", "node.p12.sha256", "roster"})
            Files.copy(original("till-1").resolve(file), identity.resolve(file));
    }

    @Test
    void the_wrong_passphrase_is_told_from_damage() {
        assertThatThrownBy(() -> NodeIdentity.open(identity, "guess".toCharArray()))
                .isInstanceOf(WrongPassphrase.class)
                .hasMessageContaining("use the one the authority made for this node");
    }

    @Test
    void one_flipped_byte_anywhere_in_the_keys_is_damage() throws IOException {
        Path keys = identity.resolve("node.p12");
        byte[] content = Files.readAllBytes(keys);

        for (int at = 0; at < content.length; at += 97) {
            byte[] damaged = content.clone();
            damaged[at] ^= 1;
            Files.write(keys, damaged);

            assertThatThrownBy(this::open).as("byte %d", at).isInstanceOf(IdentityDamaged.class);
        }
    }

    @Test
    void one_flipped_byte_in_the_roster_is_damage() throws IOException {
        Path roster = identity.resolve("roster");
        byte[] content = Files.readAllBytes(roster);
        content[content.length / 2] ^= 1;
        Files.write(roster, content);

        assertThatThrownBy(this::open)
                .isInstanceOf(IdentityDamaged.class)
                .hasMessageContaining("not signed by the organisation's root");
    }

    @Test
    void another_stores_roster_does_not_fit() throws IOException {
        Files.copy(
                shop.otherStore().gateway().home().resolve("identity/roster"),
                identity.resolve("roster"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(this::open)
                .isInstanceOf(IdentityDamaged.class)
                .hasMessageContaining("the roster has no tidemark://s001.lab.example/till-1");
    }

    @Test
    void a_missing_file_is_named_with_what_to_do() throws IOException {
        Files.delete(identity.resolve("roster"));

        assertThatThrownBy(this::open)
                .isInstanceOf(IdentityDamaged.class)
                .hasMessageContaining("roster is missing: provision the node first");
    }

    @Test
    void a_till_whose_certificate_has_run_out_still_opens() throws IOException {
        Clock inTenYears = Clock.offset(Clock.systemUTC(), Duration.ofDays(3650));

        NodeIdentity till = NodeIdentity.open(identity, passphrase(), inTenYears);

        assertThat(till.validUntil())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(5 * 365 - 1)),
                        Instant.now().plus(Duration.ofDays(5 * 365)));
    }

    @Test
    void a_certificate_is_recognised_only_as_the_one_in_the_roster() {
        NodeIdentity till = open();

        assertThat(shop.gateway().roster().recognise(till.tls().certificate()))
                .isEqualTo(new Recognition.Known(till.roster().member(till.name()).orElseThrow()));
        assertThat(shop.otherGateway().roster().recognise(till.tls().certificate()))
                .isInstanceOf(Recognition.Stranger.class);
    }

    private NodeIdentity open() {
        return NodeIdentity.open(identity, passphrase());
    }

    private static char[] passphrase() {
        return Passphrase.readFile(shop.store().node("till-1").passphraseFile());
    }

    private static Path original(String device) {
        return shop.store().node(device).home().resolve("identity");
    }
}
