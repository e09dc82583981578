package io.tidemark.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.EpochGrant.Between;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.epoch.Standing;
import io.tidemark.ledger.event.Carried;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Epochs granted from the safe, as commands. */
class GrantingTest extends ShopAtHand {
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

    private Continuation granted() throws IOException {
        return Continuation.parse(Files.readAllBytes(directory.resolve("grant")));
    }
}
