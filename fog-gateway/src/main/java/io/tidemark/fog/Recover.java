package io.tidemark.fog;

import io.tidemark.fog.forward.HttpHeadOffice;
import io.tidemark.fog.forward.HttpKeeping;
import io.tidemark.fog.forward.HttpLink;
import io.tidemark.fog.recover.Rebuilding;
import io.tidemark.fog.store.EarlierLives;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Passphrase;
import io.tidemark.identity.RecoveryKey;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.node.command.HomeOptions;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeSettings;
import io.tidemark.node.home.NodeStart;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "recover",
        description = {
            "Rebuilds a stopped gateway's journals from what head office keeps.",
            "To be run before a gateway is started on an empty disk, once head office has granted it a"
                    + " new epoch, which it fetches.",
            "Without the store's recovery key, what its earlier epochs recorded for the store; with"
                    + " it, also what was archived of its devices: for tills that were lost, or that"
                    + " have pruned. What tills still have they send by themselves."
        },
        mixinStandardHelpOptions = true)
final class Recover implements Callable<Integer> {
    private final Deployable gateway;

    @Mixin private final HomeOptions home = new HomeOptions();

    @Option(
            names = "--recovery-key",
            paramLabel = "FILE",
            description = "The store's recovery key, from the safe.")
    private @Nullable Path recoveryKey;

    @Option(
            names = "--recovery-passphrase-file",
            paramLabel = "FILE",
            description = "Holds the passphrase of the recovery key: the organisation's.")
    private @Nullable Path recoveryPassphrase;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    Recover(Deployable gateway) {
        this.gateway = gateway;
    }

    @Override
    public Integer call() throws IOException {
        try (NodeHome taken = home.take(gateway.role())) {
            List<Rebuilding.Rebuilt> rebuilt =
                    rebuilt(home.start(taken, NodeStart.Asked.nothing()));
            PrintWriter out = spec.commandLine().getOut();
            rebuilt.forEach(each -> out.println(text(each)));
            if (rebuilt.isEmpty())
                out.println("head office keeps nothing that this gateway could be rebuilt from");
            out.flush();
            boolean whole = rebuilt.stream().allMatch(each -> each.trouble().isEmpty());
            return (whole ? ExitCode.OK : ExitCode.FOUND_WRONG).code();
        }
    }

    private List<Rebuilding.Rebuilt> rebuilt(NodeStart start) throws IOException {
        NodeIdentity identity = NodeIdentity.open(start.home().identity(), start.passphrase());
        GatewayPlaces places = new GatewayPlaces(start.home());
        JournalKey key = JournalKey.of(identity.journalKey());
        NodeSettings.Peer peer = start.settings().headOfficeOrRefuse();
        try (HttpLink way =
                new HttpLink(
                        peer.host(),
                        peer.port(),
                        identity.tls()
                                .clientContext(Parts.headOfficeOf(identity.roster()).name()))) {
            HttpKeeping kept = new HttpKeeping(way, identity.name());
            Grants grants = Parts.grants(identity, places, start.halting());
            fetchGrants(new HttpHeadOffice(way), grants);
            OwnLife life = OwnLife.of(identity.journal(), grants);
            EarlierLives lives = Parts.earlierLives(identity, key, life, places);
            Rebuilding store =
                    new Rebuilding(
                            new Rebuilding.Place(lives.directory(), key, places.archive()),
                            kept,
                            identity.roster());
            List<Rebuilding.Rebuilt> rebuilt = new ArrayList<>();
            for (EarlierLives.Ended before : lives.lives())
                rebuilt.add(store.store(before.journal()));
            Rebuilding devices =
                    new Rebuilding(
                            new Rebuilding.Place(
                                    places.journals().journals(), key, places.archive()),
                            kept,
                            identity.roster());
            if (recoveryKey != null) rebuilt.addAll(devices.devices(key(recoveryKey)));
            return rebuilt;
        }
    }

    /** Without them an empty disk would not know which of its lives this gateway begins. */
    private static void fetchGrants(HttpHeadOffice headOffice, Grants grants) throws IOException {
        try {
            for (EpochGrant grant : headOffice.grants()) grants.keep(grant);
        } catch (Malformed e) {
            throw new CannotRun(
                    ExitCode.DAMAGED, "a grant that head office sent: " + e.getMessage(), e);
        }
    }

    private RecoveryKey key(Path file) throws IOException {
        if (recoveryPassphrase == null)
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "the recovery key is under a passphrase, which provisioning was given: name its"
                            + " file with --recovery-passphrase-file");
        return RecoveryKey.read(file, Passphrase.readFile(recoveryPassphrase));
    }

    private static String text(Rebuilding.Rebuilt rebuilt) {
        return "journal "
                + rebuilt.journal().label()
                + ": "
                + (rebuilt.after() - rebuilt.before())
                + " entries fetched, "
                + rebuilt.after()
                + " here now"
                + rebuilt.trouble().map(why -> "; not all: " + why).orElse("");
    }
}
