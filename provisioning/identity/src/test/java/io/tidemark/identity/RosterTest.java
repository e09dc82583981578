package io.tidemark.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.money.CurrencyCode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final String ORGANISATION = "shop.example";

    private final KeyPair root = p256();

    @Test
    void a_signed_roster_comes_back_as_it_was() {
        Roster roster = roster();

        SignedRoster parsed = SignedRoster.parse(signed(SignedRoster.statement(roster)).toBytes());

        assertThat(parsed.verified(root.getPublic())).isEqualTo(roster);
    }

    @Test
    void the_bytes_that_are_signed_do_not_change_by_accident() {
        assertThat(SignedRoster.statement(roster())).isEqualTo(Golden.hex("roster.hex"));
    }

    @Test
    void a_roster_with_recovery_signing_keys_and_replaced_devices_has_bytes_of_its_own() {
        Roster roster = grown();

        assertThat(SignedRoster.statement(roster)).isEqualTo(Golden.hex("roster-grown.hex"));
        assertThat(signed(SignedRoster.statement(roster)).verified(root.getPublic()))
                .isEqualTo(roster);
    }

    @Test
    void a_replaced_device_stays_known_beside_its_successor() {
        Roster roster = grown();

        assertThat(roster.version()).isEqualTo(2);
        assertThat(roster.member(name("till-1"))).map(Roster.Member::replacedBy).contains("till-9");
        assertThat(roster.member(name("till-9"))).map(Roster.Member::isReplaced).contains(false);
    }

    @Test
    void a_renewed_node_takes_its_own_place_in_the_next_version() {
        Roster.Member renewed =
                new Roster.Member(
                        name("gateway"),
                        Role.GATEWAY,
                        "gateway",
                        2,
                        key(5),
                        Hash.digest(new byte[2]));

        Roster after = roster().withRenewed(renewed);

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.gatewayOf("s001")).contains(renewed);
        assertThat(after.members()).hasSameSizeAs(roster().members());
    }

    @Test
    void grants_are_signed_by_head_office_or_with_the_stores_recovery_key() {
        RecoveryKey safe = RecoveryKey.generate(new SecureRandom());
        RecoveryKey other = RecoveryKey.generate(new SecureRandom());
        Roster roster =
                new Roster(ORGANISATION, true, 1, List.of(facts("s001", safe)), roster().members());
        byte[] statement = {1, 2, 3};

        Verifier grants = roster.grants("s001");

        assertThat(grants.verify(statement, safe.signer().sign(statement))).isTrue();
        assertThat(grants.verify(statement, other.signer().sign(statement))).isFalse();
        assertThat(roster().grants("s001").verify(statement, safe.signer().sign(statement)))
                .as("a roster from before")
                .isFalse();
        assertThat(roster.grants("s002").verify(statement, safe.signer().sign(statement)))
                .isFalse();
    }

    @Test
    void a_roster_another_root_signed_is_refused() {
        SignedRoster signed = signed(SignedRoster.statement(roster()));

        assertThatThrownBy(() -> signed.verified(p256().getPublic()))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("not signed by the organisation's root");
    }

    @Test
    void one_altered_byte_anywhere_is_refused() {
        byte[] bytes = signed(SignedRoster.statement(roster())).toBytes();

        for (int at = 0; at < bytes.length; at++) {
            byte[] altered = bytes.clone();
            altered[at] ^= 1;

            assertThatThrownBy(() -> SignedRoster.parse(altered).verified(root.getPublic()))
                    .as("byte %d", at)
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void what_a_later_version_adds_is_passed_over() {
        byte[] later =
                new CborWriter()
                        .array(7)
                        .text("tidemark-roster")
                        .text(ORGANISATION)
                        .bool(true)
                        .integer(3)
                        .array(0)
                        .array(0)
                        .text("something new")
                        .toBytes();

        assertThat(signed(later).verified(root.getPublic()))
                .isEqualTo(new Roster(ORGANISATION, true, 3, List.of(), List.of()));
    }

    @Test
    void a_stores_part_has_its_own_nodes_and_head_office_and_no_other_store() {
        Roster everyone =
                roster().with(facts("s002"), List.of(member("s002", "gateway", Role.GATEWAY)));

        Roster part = everyone.forStore("s001");

        assertThat(part.version()).isEqualTo(2);
        assertThat(part.stores()).extracting(Roster.StoreFacts::store).containsExactly("s001");
        assertThat(part.members())
                .extracting(member -> member.name().store())
                .containsOnly("head-office", "s001");
        assertThat(part.headOffice()).isPresent();
        assertThat(part.gatewayOf("s001")).isPresent();
        assertThat(part.gatewayOf("s002")).isEmpty();
    }

    @Test
    void nothing_a_stranger_signs_is_true() {
        NodeName stranger = new NodeName(ORGANISATION, "s001", "till-9");

        assertThat(roster().verifier(stranger).verify(new byte[1], new byte[64])).isFalse();
    }

    @Test
    void a_roster_that_contradicts_itself_is_refused() {
        Roster.Member till = member("s001", "till-1", Role.TILL);

        assertRefused("twice", () -> roster().with(facts("s001"), List.of()));
        assertRefused("twice", () -> roster().with(facts("s002"), List.of(till)));
        assertRefused(
                "does not have",
                () -> roster().with(facts("s002"), List.of(member("s003", "till-1", Role.TILL))));
        assertRefused(
                "cannot be a gateway",
                () ->
                        roster().with(
                                        facts("s002"),
                                        List.of(member("head-office", "gateway", Role.GATEWAY))));
    }

    private static void assertRefused(String why, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static Roster grown() {
        Roster.StoreFacts facts =
                new Roster.StoreFacts(
                        "s001",
                        "High Street",
                        ZoneId.of("Europe/London"),
                        4,
                        new CurrencyCode("GBP"),
                        key(7),
                        Optional.of(key(9)));
        return new Roster(ORGANISATION, true, 1, List.of(facts), roster().members())
                .withReplaced(name("till-1"), member("s001", "till-9", Role.TILL));
    }

    private static Roster.StoreFacts facts(String store, RecoveryKey key) {
        return new Roster.StoreFacts(
                store,
                "High Street",
                ZoneId.of("Europe/London"),
                4,
                new CurrencyCode("GBP"),
                key.publicKey(),
                Optional.of(key.signingPublicKey()));
    }

    private static NodeName name(String device) {
        return new NodeName(ORGANISATION, "s001", device);
    }

    private static Roster roster() {
        return new Roster(
                ORGANISATION,
                true,
                1,
                List.of(facts("s001")),
                List.of(
                        member("head-office", "ledger", Role.HEAD_OFFICE),
                        member("s001", "gateway", Role.GATEWAY),
                        member("s001", "till-1", Role.TILL)));
    }

    private static Roster.StoreFacts facts(String store) {
        return new Roster.StoreFacts(
                store,
                "High Street",
                ZoneId.of("Europe/London"),
                4,
                new CurrencyCode("GBP"),
                key(7));
    }

    private static Roster.Member member(String store, String device, Role role) {
        NodeName name = new NodeName(ORGANISATION, store, device);
        return new Roster.Member(
                name,
                role,
                device,
                1,
                key(device.length()),
                Hash.digest(device.getBytes(US_ASCII)));
    }

    private static RawPublicKey key(int first) {
        byte[] bytes = new byte[RawPublicKey.BYTES];
        bytes[0] = (byte) first;
        return RawPublicKey.of(bytes);
    }

    private SignedRoster signed(byte[] statement) {
        try {
            Signature signing = Signature.getInstance(SignedRoster.ALGORITHM);
            signing.initSign(root.getPrivate());
            signing.update(statement);
            return new SignedRoster(statement, signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair p256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
