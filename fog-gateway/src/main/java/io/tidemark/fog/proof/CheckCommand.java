package io.tidemark.fog.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.proof.HeadCode;
import io.tidemark.ledger.seal.LogGrowth;
import io.tidemark.ledger.seal.ProofText;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a proof or a receipt's code proves; needs no node and no network. */
@Command(
        name = "check",
        description = {
            "Checks a proof that `tidemark prove` made, of a receipt or of the store's log, or what a"
                    + " receipt's QR code says, or proof and code of a receipt together, with nothing but"
                    + " the store's public keys.",
            "Ends with 0 if it is proven, with 1 if not."
        },
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..2",
            paramLabel = "PROOF|CODE",
            description =
                    "A file with a proof, - for one on standard input, or what the QR code of a receipt"
                            + " says (TMH1:…).")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private List<String> given;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "FILE|KEY",
            description =
                    "What `tidemark keys` printed, or one public key of 64 hexadecimal digits.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String keys;

    @Option(names = "--json", description = "Says the same as JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PublicKeys known = keys();
        Checked checked = checked(known);
        PrintWriter told = spec.commandLine().getOut();
        if (json) told.println(checked.json());
        else checked.lines().forEach(told::println);
        told.flush();
        return (checked.proven() ? ExitCode.OK : ExitCode.FOUND_WRONG).code();
    }

    private Checked checked(PublicKeys known) throws IOException {
        try {
            Optional<SignedHead> code = only(true).map(HeadCode::parse);
            Optional<String> proof = only(false);
            if (proof.isEmpty()) return Checked.of(code.orElseThrow(), known);
            String text = text(proof.get(), ProofText.CHARACTERS_MAX);
            if (LogGrowth.isText(text)) return growth(LogGrowth.parse(text), code, known);
            return Checked.of(ProofText.parse(text), code, known);
        } catch (Malformed e) {
            return new Checked(false, List.of("not proven: " + e.getMessage()));
        }
    }

    private static Checked growth(LogGrowth growth, Optional<SignedHead> code, PublicKeys known) {
        if (code.isPresent())
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "a proof of the log is of no receipt: check the receipt's code by itself");
        return Checked.of(growth, known);
    }

    /** What was given as a code, or what was not. */
    private Optional<String> only(boolean code) {
        List<String> found = given.stream().filter(each -> HeadCode.is(each) == code).toList();
        if (found.size() > 1)
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "give one proof, or one receipt's code, or one of each: not "
                            + String.join(" and ", found));
        return found.stream().findFirst();
    }

    private PublicKeys keys() throws IOException {
        boolean isKey = keys.matches("[0-9a-fA-F]{64}");
        try {
            return PublicKeys.parse(isKey ? keys : text(keys, PublicKeys.CHARACTERS_MAX));
        } catch (Malformed e) {
            throw new CannotRun(ExitCode.BAD_USAGE, "--keys " + keys + ": " + e.getMessage(), e);
        }
    }

    private static String text(String file, int charactersMax) throws IOException {
        if (file.equals("-")) return text(System.in, charactersMax);
        Path path = Path.of(file);
        if (!Files.exists(path) || Files.isDirectory(path))
            throw new CannotRun(ExitCode.BAD_USAGE, "there is no file " + file);
        try (InputStream in = Files.newInputStream(path)) {
            return text(in, charactersMax);
        }
    }

    /**
     * Never a byte more than there may be; what is no UTF-8 is no proof and no key, as it shows.
     */
    private static String text(InputStream in, int charactersMax) throws IOException {
        byte[] bytes = in.readNBytes(charactersMax + 1);
        if (bytes.length > charactersMax)
            throw new Malformed("it has more than " + charactersMax + " bytes");
        return new String(bytes, UTF_8);
    }
}
