package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.identity.NodeIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged journal is got back from a peer's copy, by the commands that a person gives. */
class RestoreTest {
    @TempDir private Path directory;

    @Test
    void a_damaged_journal_is_whole_again_with_a_copy_of_what_a_peer_has() throws Exception {
        Organisation organisation = Organisation.found(directory);
        NodeIdentity gateway = organisation.store("s001", 1).gateway().openIdentity();
        report(organisation, gateway);
        Path peer = organisation.imageOfKilled("peer");
        Path copy = directory.resolve("copy");
        flipOneByteOfEachSegment(organisation.home().resolve("journal/s001.gateway.1"));

        Ended damaged = command(organisation, organisation.home(), "verify");
        Ended refused = command(organisation, organisation.home(), "run");
        Ended exported =
                command(
                        organisation,
                        peer,
                        "ledger export",
                        "--journal",
                        "s001.gateway.1",
                        "--out",
                        copy.toString());
        Ended restored =
                command(
                        organisation,
                        organisation.home(),
                        "ledger restore",
                        "--journal",
                        "s001.gateway.1",
                        "--copy",
                        copy.toString());
        Ended sound = command(organisation, organisation.home(), "verify");

        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.said()).contains("s001.gateway.1 is damaged at entry");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.said()).contains("Restore it");
        assertThat(exported.code()).as(exported.said()).isZero();
        assertThat(restored.code()).as(restored.said()).isZero();
        assertThat(restored.said()).contains("whole again up to entry 3");
        assertThat(sound.code()).as(sound.said()).isZero();
    }

    @Test
    void a_journal_that_is_not_there_cannot_be_exported() throws Exception {
        Organisation organisation = Organisation.found(directory);

        Ended refused =
                command(
                        organisation,
                        organisation.home(),
                        "ledger export",
                        "--journal",
                        "s009.gateway.1",
                        "--out",
                        directory.resolve("copy").toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.said()).contains("this node has no journal s009.gateway.1");
    }

    private static void report(Organisation organisation, NodeIdentity gateway) throws Exception {
        StoreWriting store = new StoreWriting(gateway);
        for (int day = 0; day < 3; day++)
            store.record(
                    Days.MONDAY.plusDays(day),
                    Days.closed(Days.MONDAY.plusDays(day), day + 1, 1_000, 1));
        try (RunningHeadOffice headOffice = organisation.run();
                Caller caller = Caller.as(gateway, organisation.headOffice().name())) {
            caller.batch(headOffice, store.all());
        }
    }

    private static void flipOneByteOfEachSegment(Path journal) throws IOException {
        try (Stream<Path> files = Files.list(journal)) {
            for (Path segment : files.filter(file -> file.toString().endsWith(".tmj")).toList()) {
                byte[] bytes = Files.readAllBytes(segment);
                bytes[bytes.length - 100] ^= 1;
                Files.write(segment, bytes);
            }
        }
    }

    private record Ended(int code, String said) {}

    private static Ended command(
            Organisation organisation, Path home, String verb, String... options) throws Exception {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                CloudIngest.class.getName()));
        line.addAll(List.of(verb.split(" ")));
        line.addAll(
                List.of(
                        "--dir",
                        home.toString(),
                        "--passphrase-file",
                        organisation.headOffice().passphraseFile().toString()));
        line.addAll(List.of(options));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
