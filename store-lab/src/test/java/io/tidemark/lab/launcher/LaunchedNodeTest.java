package io.tidemark.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.authority.Authority;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.StoreSpec;
import io.tidemark.lab.shop.Provisioning;
import io.tidemark.profiles.AotCache;
import io.tidemark.profiles.HardwareProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till as its shop starts it: by the launcher, with what its profile says of its machine. */
class LaunchedNodeTest {
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final Duration SOON = Duration.ofMinutes(2);

    /** The gateway is away, and the till starts all the same. */
    private static final int NOBODYS_PORT = 1;

    @TempDir private Path directory;

    @Test
    void a_till_runs_with_the_heap_the_collector_and_the_cache_of_its_profile() throws Exception {
        HardwareProfile profile = HardwareProfile.of(Optional.of("till-small"), "till");
        ProvisionedNode till = till(profile.name());
        try (BuiltTree tree = BuiltTree.in(directory)) {
            AotCache cache = new AotCache(tree.jar("edge-agent"), profile);
            learnSomething(cache);
            assertRunsAs(profile, cache, till, started(tree, till));
        }
    }

    private static void assertRunsAs(
            HardwareProfile profile, AotCache cache, ProvisionedNode till, Process running)
            throws Exception {
        try {
            await().atMost(SOON)
                    .untilAsserted(() -> {
                        assertThat(running.isAlive()).as(says(till, "../till.log")).isTrue();
                        assertThat(says(till, "run/ports.json")).contains("" + running.pid());
                    });

            assertThat(jcmd(running, "VM.command_line"))
                    .contains(profile.jvmFlags())
                    .contains("-XX:AOTCache=" + cache.file());
            assertThat(jcmd(running, "VM.flags"))
                    .contains("-XX:+UseSerialGC", "-XX:MaxHeapSize=" + (192 << 20));
            assertThat(Files.readString(Path.of("/proc/" + running.pid() + "/environ")))
                    .contains(profile.environment());
        } finally {
            running.destroy();
            running.waitFor();
        }
        assertThat(running.exitValue()).as(says(till, "../till.log")).isZero();
    }

    /** Nothing that this JVM knows: it passes over it, as over another version's. */
    private static void learnSomething(AotCache cache) throws IOException {
        byte[] learned = "nothing yet".getBytes(StandardCharsets.US_ASCII);
        CRC32C sum = new CRC32C();
        sum.update(learned);
        Files.write(cache.file(), learned);
        Files.writeString(Path.of(cache.file() + "-sum"), Long.toHexString(sum.getValue()));
    }

    private ProvisionedNode till(String profile) throws Exception {
        ProvisionedNode till =
                Authority.laboratory(directory)
                        .authority()
                        .provisionStore(
                                StoreSpec.forLaboratory("s001", 1), directory.resolve("shop"))
                        .tills()
                        .getFirst();
        Files.writeString(
                till.home().resolve("node.yaml"),
                "\nprofile: " + profile + "\n",
                StandardOpenOption.APPEND);
        Provisioning.nameGateway(till.home(), NOBODYS_PORT);
        return till;
    }

    private static Process started(BuiltTree tree, ProvisionedNode till) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                tree.launcher().toString(),
                                "till",
                                till.home().toString(),
                                "--http-port",
                                "0")
                        .redirectErrorStream(true)
                        .redirectOutput(till.home().resolveSibling("till.log").toFile());
        builder.environment().put("TIDEMARK_JAVA_HOME", JDK.toString());
        return builder.start();
    }

    private static String says(ProvisionedNode till, String file) throws IOException {
        Path path = till.home().resolve(file);
        return Files.isRegularFile(path) ? Files.readString(path) : "";
    }

    private static String jcmd(Process running, String question) throws Exception {
        Process asked =
                new ProcessBuilder(
                                JDK.resolve("bin/jcmd").toString(),
                                String.valueOf(running.pid()),
                                question)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(asked.waitFor()).as(said).isZero();
        return said;
    }
}
