package io.tidemark.authority;

import io.tidemark.identity.OwnerOnlyFiles;
import io.tidemark.identity.RecoveryKey;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.epoch.Standing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "replace-till",
        description = {
            "Puts a new device at the workstation of a till or handheld that is broken, lost or stolen.",
            "With --standing it goes on with the old one's open day, receipt numbers and till Z; without,"
                    + " it opens a day of its own."
        },
        footer = {
            "",
            "Where the old till stands, its gateway exports: ./tidemark gateway standing --help.",
        })
final class ProvisionReplaceTill implements Callable<Integer> {
    @Mixin private final ReplaceOptions options = new ReplaceOptions();

    @Option(
            names = "--device",
            required = true,
            paramLabel = "URI",
            description = "The old till, such as tidemark://s001.shop.example/till-1.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String device;

    @Option(
            names = "--new-device",
            required = true,
            paramLabel = "LABEL",
            description = "The new one's label, which no device of the store ever had.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String newDevice;

    @ArgGroup(exclusive = false)
    private @Nullable GoingOn goingOn;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        NodeName till = Names.node("--device", device);
        Authority authority = options.open();
        Optional<Continuation> granted =
                goingOn == null
                        ? Optional.empty()
                        : Optional.of(goingOn.granted(till, newDevice, options.passphrase()));
        Replaced replaced =
                authority.replaceTill(
                        till, newDevice, options.settings(authority, till), options.out());
        if (granted.isPresent()) put(granted.get(), replaced.node());
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                newDevice
                        + " stands at workstation "
                        + replaced.before().workstation()
                        + " in the place of "
                        + till.device()
                        + ".");
        if (granted.isPresent())
            out.println("It goes on where that one stood: " + granted.get().grant() + ".");
        ReplacedPrint.print(replaced, out);
        out.flush();
        return 0;
    }

    /** Its first start takes it up. */
    private static void put(Continuation granted, ProvisionedNode node) throws IOException {
        Path grants = node.home().resolve("grants");
        OwnerOnlyFiles.createDirectories(grants);
        String label = granted.grant().successor().label();
        OwnerOnlyFiles.write(grants.resolve(label + ".grant"), granted.toBytes());
    }

    /** What lets the new till go on with the old one's day. */
    static final class GoingOn {
        @Option(
                names = "--standing",
                required = true,
                paramLabel = "FILE",
                description = "Where the old till stands: what its gateway exported.")
        @SuppressWarnings("NullAway.Init") // required: picocli sets it
        private Path standing;

        @Option(
                names = "--recovery-key",
                required = true,
                paramLabel = "FILE",
                description = "The store's recovery key, from the safe: it signs the grant.")
        @SuppressWarnings("NullAway.Init") // required: picocli sets it
        private Path recoveryKey;

        @Option(
                names = "--approver",
                required = true,
                description = "Who decided: a person's name.")
        @SuppressWarnings("NullAway.Init") // required: picocli sets it
        private String approver;

        @Option(
                names = "--reason",
                defaultValue = "the till was replaced",
                description = "Why. Default: ${DEFAULT-VALUE}.")
        private String reason = "";

        /** Before anything is replaced: what makes no sense changes nothing. */
        Continuation granted(NodeName till, String newDevice, char[] passphrase)
                throws IOException {
            Standing stands = StandingByHand.read(standing);
            JournalId old = stands.between().continued();
            if (!old.node().equals(till))
                throw new ProvisioningRefused(
                        standing + " says where " + old.node() + " stands, not " + till);
            if (stands.carried().isEmpty())
                throw new ProvisioningRefused(
                        standing
                                + " does not say how the day stood; export it at the gateway again");
            try {
                NodeName name = new NodeName(till.organisation(), till.store(), newDevice);
                RecoveryKey key = RecoveryKey.read(recoveryKey, passphrase);
                return stands.granted(new JournalId(name, 1), reason, approver, key.signer());
            } catch (IllegalArgumentException e) {
                throw new ProvisioningRefused("no such grant is possible: " + e.getMessage(), e);
            }
        }
    }
}
