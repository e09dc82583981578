package io.tidemark.authority;

import io.tidemark.ledger.EpochGrant.Between;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.epoch.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a journal stands at its receiver, as read from a file or typed from its page. */
final class StandingByHand {
    @Option(
            names = "--device",
            required = true,
            paramLabel = "URI",
            description = "Whose journal stops, such as tidemark://s001.shop.example/till-1.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String device;

    @Option(
            names = "--old-epoch",
            defaultValue = "1",
            paramLabel = "EPOCH",
            description = "The epoch that stops. Default: ${DEFAULT-VALUE}.")
    private int oldEpoch;

    @Option(
            names = "--last-sequence",
            required = true,
            paramLabel = "N",
            description = "The last entry of it that its receiver has.")
    private long lastSequence;

    @Option(
            names = "--hash",
            required = true,
            paramLabel = "HEX",
            description = "The journal's hash there.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String hash;

    @Option(
            names = "--shared-sequence",
            paramLabel = "N",
            description = "Of a fork: the last entry that both branches have.")
    private @Nullable Long sharedSequence;

    @Option(
            names = "--shared-hash",
            paramLabel = "HEX",
            description = "Of a fork: the journal's hash there.")
    private @Nullable String sharedHash;

    static Standing read(Path file) throws IOException {
        try {
            if (Files.size(file) > Continuation.BYTES_MAX)
                throw new Malformed("it is larger than " + Continuation.BYTES_MAX + " bytes");
            return Standing.parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new ProvisioningRefused(
                    "there is no " + file + "; give what the gateway exported with --standing", e);
        } catch (Malformed e) {
            throw new ProvisioningRefused(
                    file + " does not say where a journal stands: " + e.getMessage(), e);
        }
    }

    Standing standing() {
        if ((sharedSequence == null) != (sharedHash == null))
            throw new ProvisioningRefused("--shared-sequence and --shared-hash belong together");
        JournalId journal = journal();
        Head end = head("--last-sequence", lastSequence, Names.hash("--hash", hash));
        Head shared =
                sharedSequence == null || sharedHash == null
                        ? end
                        : head(
                                "--shared-sequence",
                                sharedSequence,
                                Names.hash("--shared-hash", sharedHash));
        return new Standing(new Between(journal, end, shared), Optional.empty());
    }

    private JournalId journal() {
        if (oldEpoch < 1) throw new ProvisioningRefused("--old-epoch: epochs start at 1");
        return new JournalId(Names.node("--device", device), oldEpoch);
    }

    private static Head head(String option, long sequence, Hash hash) {
        if (sequence < 0) throw new ProvisioningRefused(option + ": entries are counted from 1");
        return new Head(sequence, hash);
    }
}
