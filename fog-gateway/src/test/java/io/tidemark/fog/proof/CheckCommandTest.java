package io.tidemark.fog.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.FogGateway;
import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.proof.HeadCode;
import io.tidemark.ledger.seal.ProofText;
import io.tidemark.node.command.NodeMain;
import io.tidemark.node.home.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * {@code tidemark check}, as whoever doubts a store runs it, and as whoever cheats would have it.
 */
class CheckCommandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int RECEIPT = 3;

    @TempDir private Path directory;
    private final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    private final LaboratoryTill till = store.till("till-1");
    private final CommandLine commands = NodeMain.commandLine(new FogGateway());
    private Path proof;
    private Path keys;

    private record Said(int code, String out, String err) {}

    @BeforeEach
    void prove_a_receipt() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T18:00:00Z"), ZoneOffset.UTC);
        try (LaboratoryGateway gateway =
                new LaboratoryGateway(store, directory.resolve("gateway"), clock)) {
            gateway.receives(till.opens(DAY).sells("2.50").sells("1.00").closesDay());
            gateway.closed(DAY, "till-2");
            proof =
                    Files.writeString(
                            directory.resolve("receipt.proof"),
                            ProofText.of(
                                    new Proving(
                                                    store.gateway(),
                                                    gateway.journals.all(),
                                                    gateway.storeJournal.state())
                                            .of(Wanted.parse(code(RECEIPT)))));
            keys =
                    Files.writeString(
                            directory.resolve("keys"), PublicKeys.of(store.roster()).text());
        }
    }

    @Test
    void a_proof_and_the_code_of_its_receipt_are_proven_together() {
        Said said = check(proof.toString(), code(RECEIPT), "--keys", keys.toString());

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("proven: sale completed, receipt 1 ")
                .endsWith("the receipt's code is of this very entry: 3 of s001.till-1.1\n");
    }

    @Test
    void any_other_byte_of_a_proofs_file_is_not_proven() throws IOException {
        byte[] whole = Files.readAllBytes(proof);

        // The line's end after the last line is nothing: with and without it, it is the same proof.
        for (int at = 0; at < whole.length - 1; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % Byte.SIZE);
            Files.write(proof, flipped);

            Said said = check(proof.toString(), "--keys", keys.toString());

            assertThat(said.code()).as("byte %d: %s", at, said).isEqualTo(1);
            assertThat(said.out()).startsWith("not proven: ");
            assertThat(said.err()).isEmpty();
        }
    }

    @Test
    void any_other_character_of_a_receipts_code_is_not_proven_alone_or_beside_its_proof() {
        String code = code(RECEIPT);

        for (int at = "TMH1:".length(); at < code.length(); at++) {
            String other =
                    code.substring(0, at)
                            + (code.charAt(at) == 'A' ? 'B' : 'A')
                            + code.substring(at + 1);

            Said alone = check(other, "--keys", keys.toString());
            Said beside = check(proof.toString(), other, "--keys", keys.toString());

            assertThat(alone.code()).as("character %d: %s", at, alone).isEqualTo(1);
            assertThat(beside.code()).as("character %d: %s", at, beside).isEqualTo(1);
            assertThat(beside.out()).startsWith("not proven: ");
        }
    }

    @Test
    void a_code_that_names_another_entry_with_this_ones_hash_is_not_believed() {
        SignedHead forged =
                SignedHead.sign(
                        till.journal(),
                        new Head(999, till.hashAt(RECEIPT)),
                        new LaboratoryStore("till-1").signer(till.journal().node()));

        Said said = check(proof.toString(), HeadCode.of(forged), "--keys", keys.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .isEqualTo(
                        "not proven: the code is not signed with the key of"
                                + " tidemark://s001.shop.example/till-1\n");
    }

    @Test
    void a_proof_and_a_code_need_the_keys_of_both_who_signed() {
        String gateway =
                store.roster().member(store.gateway()).orElseThrow().signingPublicKey().toString();

        Said both = check(proof.toString(), code(RECEIPT), "--keys", gateway);
        Said alone = check(proof.toString(), "--keys", gateway);

        assertThat(alone.code()).isZero();
        assertThat(both.code()).isEqualTo(1);
        assertThat(both.out()).contains("no key of tidemark://s001.shop.example/till-1 was given");
    }

    @Test
    void what_is_no_proof_is_told_as_such_however_it_is_made() throws IOException {
        String whole = Files.readString(proof);

        assertThat(refused("")).contains("does not begin and end as a proof does");
        assertThat(refused(whole.substring(0, whole.length() / 2))).contains("not proven: ");
        assertThat(refused(whole + whole)).contains("not proven: ");
        assertThat(refused(whole + " more")).contains("not proven: ");
        assertThat(refused(whole.replace("A", " A"))).contains("not proven: ");
        assertThat(refused("[".repeat(100_000))).contains("not proven: ");
        assertThat(refused("x".repeat(ProofText.CHARACTERS_MAX + 1)))
                .contains("more than " + ProofText.CHARACTERS_MAX);
    }

    @Test
    void wrong_use_says_what_is_right() throws IOException {
        Path twice = Files.writeString(directory.resolve("twice"), Files.readString(keys));
        Files.writeString(
                twice, Files.readString(keys) + Files.readAllLines(keys).getFirst() + "\n");

        assertThat(wrong(proof.toString())).contains("--keys");
        assertThat(wrong("nowhere", "--keys", keys.toString()))
                .contains("there is no file nowhere");
        assertThat(wrong(directory.toString(), "--keys", keys.toString())).contains("no file");
        assertThat(wrong(proof.toString(), "--keys", "nowhere")).contains("no file nowhere");
        assertThat(wrong(proof.toString(), "--keys", proof.toString())).contains("cannot be read");
        assertThat(wrong(proof.toString(), "--keys", twice.toString())).contains("second key");
        assertThat(wrong(proof.toString(), proof.toString(), "--keys", keys.toString()))
                .contains("give one proof");
        assertThat(check("--help").out()).contains("Ends with 0 if it is proven");
    }

    private String refused(String text) throws IOException {
        Files.write(proof, text.getBytes(US_ASCII));
        Said said = check(proof.toString(), "--keys", keys.toString());
        assertThat(said.code()).as(said.toString()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        return said.out();
    }

    private String wrong(String... words) {
        Said said = check(words);
        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.BAD_USAGE.code());
        return said.err();
    }

    private String code(int sequence) {
        return HeadCode.of(
                SignedHead.sign(
                        till.journal(),
                        till.headAt(sequence),
                        store.signer(till.journal().node())));
    }

    private Said check(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[words.length + 1];
        all[0] = "check";
        System.arraycopy(words, 0, all, 1, words.length);
        int code = commands.execute(all);
        return new Said(code, out.toString(), err.toString());
    }
}
