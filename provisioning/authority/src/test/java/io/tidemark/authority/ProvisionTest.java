package io.tidemark.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.identity.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProvisionTest {
    private static final String STORE =
            """
            store: s001
            name: High Street
            zone: Asia/Seoul
            cutOverHour: 4
            currency: KRW
            gateway: {host: 127.0.0.1, mqttPort: 8883}
            tills:
              - {device: till-1, workstation: T1}
            headOffice: {host: 127.0.0.1, port: 8443}
            """;

    @TempDir Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path passphrase = Path.of("");
    private Path store = Path.of("");

    @BeforeEach
    void files() throws IOException {
        passphrase = Files.writeString(directory.resolve("passphrase"), "correct horse\n");
        store = Files.writeString(directory.resolve("store.yaml"), STORE);
    }

    @Test
    void an_organisation_and_a_store_are_provisioned_and_shown() throws IOException {
        assertThat(organisation("--laboratory")).isZero();
        assertThat(store()).isZero();
        assertThat(run("show", "--dir", authority())).isZero();

        assertThat(out.toString())
                .contains("shop.example, a laboratory organisation, is founded")
                .contains("./tidemark head-office " + nodes().resolve("head-office/ledger"))
                .contains("store s001 (High Street) is provisioned")
                .contains("./tidemark gateway " + nodes().resolve("s001/gateway"))
                .contains("./tidemark till " + nodes().resolve("s001/till-1"))
                .contains("stop it and start it again")
                .contains("shop.example (laboratory)")
                .contains("tidemark://s001.shop.example/till-1  till  T1  epoch 1");
        NodeIdentity till =
                NodeIdentity.open(
                        nodes().resolve("s001/till-1/identity"),
                        Passphrase.readFile(nodes().resolve("secrets/s001-till-1")));
        assertThat(till.role()).isEqualTo(Role.TILL);
        assertThat(Files.readString(nodes().resolve("s001/till-1/node.yaml")))
                .contains("role: till", "gateway:", "host: 127.0.0.1", "mqttPort: 8883");
        assertThat(Files.readString(nodes().resolve("s001/gateway/node.yaml")))
                .contains("role: gateway", "mqttPort: 8883", "headOffice:", "tlsPort: 8443");
        assertThat(Files.readString(nodes().resolve("head-office/ledger/node.yaml")))
                .contains("role: head-office", "httpPort: 8080", "tlsPort: 8443");
    }

    @Test
    void the_wrong_passphrase_ends_with_6_and_a_word_on_what_to_do() throws IOException {
        organisation();
        Files.writeString(passphrase, "battery staple\n");

        assertThat(store()).isEqualTo(6);
        assertThat(err.toString()).contains("the passphrase does not open").contains("use the one");
        assertThat(nodes().resolve("s001")).doesNotExist();
    }

    @Test
    void a_missing_passphrase_file_ends_with_6() throws IOException {
        Files.delete(passphrase);

        assertThat(organisation()).isEqualTo(6);
        assertThat(err.toString()).contains("name a readable file");
    }

    @Test
    void a_wrong_field_in_the_stores_file_ends_with_2_and_names_it() throws IOException {
        organisation();
        Files.writeString(store, STORE.replace("Asia/Seoul", "Seoul"));

        assertThat(store()).isEqualTo(2);
        assertThat(err.toString()).contains("zone: is 'Seoul'; write an IANA time zone");
    }

    @Test
    void a_refused_organisation_leaves_no_directory() throws IOException {
        Path taken = Files.createDirectories(directory.resolve("authority"));
        Files.writeString(taken.resolve("notes"), "not ours");

        assertThat(organisation()).isEqualTo(2);

        assertThat(err.toString()).contains("exists already");
        assertThat(nodes()).doesNotExist();
        assertThat(taken).isDirectoryContaining("glob:**notes");
    }

    @Test
    void a_wrong_domain_ends_with_2() {
        assertThat(
                        run(
                                "organisation",
                                "--dir",
                                authority(),
                                "--domain",
                                "Shop Example",
                                "--passphrase-file",
                                passphrase.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'Shop Example' is no DNS domain");
    }

    @Test
    void a_passphrase_that_can_be_guessed_is_refused_outside_a_laboratory() throws IOException {
        Files.writeString(passphrase, "tills\n");

        assertThat(organisation()).isEqualTo(2);
        assertThat(err.toString()).contains("has 5 characters; choose one of at least 12");
        assertThat(organisation("--laboratory")).isZero();
    }

    @Test
    void the_example_that_help_shows_is_a_valid_file() throws IOException {
        run("store", "--help");
        String help = out.toString();
        String example =
                help.substring(help.indexOf("  store: s001"), help.indexOf("httpPort may be"))
                        .stripIndent();

        assertThat(StoreFile.parse(example, "help").store()).isEqualTo("s001");
    }

    @Test
    void a_directory_that_is_no_authority_ends_with_2() {
        assertThat(store()).isEqualTo(2);
        assertThat(err.toString()).contains("is no authority");
    }

    @Test
    void a_damaged_roster_ends_with_3() throws IOException {
        organisation();
        Path roster = directory.resolve("authority/roster");
        byte[] content = Files.readAllBytes(roster);
        content[content.length - 1] ^= 1;
        Files.write(roster, content);

        assertThat(store()).isEqualTo(3);
        assertThat(err.toString()).contains("roster is damaged").contains("backup");
    }

    @Test
    void a_missing_option_and_no_command_at_all_end_with_2_and_the_usage() {
        assertThat(run("store", "--dir", authority())).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required options").contains("organisation");
    }

    private int organisation(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "organisation",
                                "--dir",
                                authority(),
                                "--domain",
                                "shop.example",
                                "--out",
                                nodes().toString(),
                                "--passphrase-file",
                                passphrase.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int store() {
        return run(
                "store",
                "--dir",
                authority(),
                "--file",
                store.toString(),
                "--out",
                nodes().toString(),
                "--passphrase-file",
                passphrase.toString());
    }

    private int run(String... arguments) {
        CommandLine command = Provision.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private String authority() {
        return directory.resolve("authority").toString();
    }

    private Path nodes() {
        return directory.resolve("nodes");
    }
}
