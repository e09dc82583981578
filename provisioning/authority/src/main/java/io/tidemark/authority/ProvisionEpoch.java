package io.tidemark.authority;

import io.tidemark.identity.OwnerOnlyFiles;
import io.tidemark.identity.Passphrase;
import io.tidemark.identity.RecoveryKey;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.epoch.Standing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "epoch",
        description = {
            "Grants, with a store's recovery key, that a journal goes on in a new epoch, or at another"
                    + " device of the same workstation. Needs neither head office nor the authority.",
            "What it stops at comes from the gateway, as a file or copied by hand."
        },
        footer = {
            "",
            "Put the grant into the gateway's grants/ directory, which goes on by it or hands it on to its"
                    + " till; or start the till with --grant FILE."
        })
final class ProvisionEpoch implements Callable<Integer> {
    @Option(
            names = "--recovery-key",
            required = true,
            paramLabel = "FILE",
            description = "The store's recovery key, from the safe.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path recoveryKey;

    @Option(
            names = "--passphrase-file",
            required = true,
            paramLabel = "FILE",
            description = "Its first line is the recovery key's passphrase: the organisation's.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path passphraseFile;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it: one of the two is required
    private Stopping stopping;

    @Option(
            names = "--new-device",
            paramLabel = "LABEL",
            description = "The device that goes on, if it is another one.")
    private @Nullable String newDevice;

    @Option(
            names = "--new-epoch",
            paramLabel = "EPOCH",
            description =
                    "The epoch it goes on in; if not given, the next, or 1 for another device.")
    private @Nullable Integer newEpoch;

    @Option(
            names = "--reason",
            required = true,
            description = "Why, for whoever reads the journal, such as 'stolen'.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String reason;

    @Option(names = "--approver", required = true, description = "Who decided: a person's name.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String approver;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "GRANT",
            description = "The grant's file; never written over.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /** Where the old journal stops, one way or the other. */
    static final class Stopping {
        @Option(
                names = "--standing",
                paramLabel = "FILE",
                description = "What the gateway exported about the journal.")
        private @Nullable Path file;

        @ArgGroup(exclusive = false)
        private @Nullable StandingByHand byHand;

        Standing read() throws IOException {
            if (file != null) return StandingByHand.read(file);
            if (byHand != null) return byHand.standing();
            throw new ProvisioningRefused("give --standing, or --device with --hash");
        }
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out))
            throw new ProvisioningRefused(
                    out + " exists already; choose another file with --out, or take it away");
        RecoveryKey key = RecoveryKey.read(recoveryKey, Passphrase.readFile(passphraseFile));
        Continuation granted = granted(stopping.read(), key);
        OwnerOnlyFiles.write(out, granted.toBytes());
        print(granted, spec.commandLine().getOut());
        return 0;
    }

    private Continuation granted(Standing standing, RecoveryKey key) {
        try {
            JournalId successor = successor(standing.between().continued());
            return standing.granted(successor, reason, approver, key.signer());
        } catch (IllegalArgumentException e) {
            throw new ProvisioningRefused("no such grant is possible: " + e.getMessage(), e);
        }
    }

    private JournalId successor(JournalId old) {
        NodeName name = old.node();
        if (newDevice == null || newDevice.equals(name.device()))
            return new JournalId(name, newEpoch == null ? Math.addExact(old.epoch(), 1) : newEpoch);
        return new JournalId(
                new NodeName(name.organisation(), name.store(), newDevice),
                newEpoch == null ? 1 : newEpoch);
    }

    private void print(Continuation granted, PrintWriter printer) {
        printer.println(granted.grant() + ".");
        printer.println("  grant       " + out);
        printer.println("  signed by   " + recoveryKey);
        if (granted.carried().isEmpty())
            printer.println(
                    "  It does not say how the workstation's day stood: only a device that has the"
                            + " old journal itself goes on with the day.");
        printer.flush();
    }
}
