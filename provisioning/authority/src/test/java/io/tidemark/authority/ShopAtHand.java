package io.tidemark.authority;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.NodeName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A provisioned shop, and the commands of its authority run on a copy of it. */
abstract class ShopAtHand {
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
            handhelds:
              - {device: handheld-1, workstation: H1}
            headOffice: {host: 127.0.0.1, port: 8443}
            """;
    static final Hash HASH = Hash.digest(new byte[1]);
    static final Hash EARLIER = Hash.digest(new byte[2]);

    /** Provisioned once, for every test to work on a copy of. */
    @TempDir static Path provisioned;

    @TempDir Path directory;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final NodeName till = node("till-1");

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

    /** A command of the authority, with where it is and what opens it. */
    int run(String... command) {
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

    int execute(List<String> arguments) {
        CommandLine command = Provision.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments.toArray(String[]::new));
    }

    NodeIdentity identity(String home, String secret) {
        return NodeIdentity.open(
                home(home).resolve("identity"),
                Passphrase.readFile(nodes().resolve("secrets/s001-" + secret)));
    }

    static NodeName node(String device) {
        return new NodeName("shop.example", "s001", device);
    }

    Path home(String name) {
        return nodes().resolve("s001").resolve(name);
    }

    Path nodes() {
        return directory.resolve("nodes");
    }
}
