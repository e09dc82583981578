package io.tidemark.fog;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.proof.NotProvable;
import io.tidemark.fog.proof.Proving;
import io.tidemark.fog.proof.Wanted;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.seal.DayProof;
import io.tidemark.ledger.seal.ProofText;
import io.tidemark.node.command.HomeOptions;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeProcess;
import io.tidemark.node.home.Opened;
import io.tidemark.node.kept.KeptFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "prove",
        description = {
            "Prints the proof that a receipt is in a day that the store closed: from its entry to the day's"
                    + " root, and from there to the store's signed log. `tidemark check` checks it anywhere.",
            "Changes nothing, and may be run while the gateway runs."
        },
        mixinStandardHelpOptions = true)
final class Prove implements Callable<Integer> {
    private final Deployable gateway;

    @Mixin private final HomeOptions options = new HomeOptions();

    @Parameters(
            paramLabel = "RECEIPT",
            description =
                    "A receipt's id, such as s001.till-1.1-17-a1b2c3, or what its QR code says"
                            + " (TMH1:…).")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String receipt;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    Prove(Deployable gateway) {
        this.gateway = gateway;
    }

    @Override
    public Integer call() {
        try (NodeHome home = options.look(gateway.role())) {
            DayProof proof = proof(home, NodeIdentity.open(home.identity(), options.passphrase()));
            PrintWriter told = spec.commandLine().getOut();
            told.print(ProofText.of(proof));
            told.flush();
            return ExitCode.OK.code();
        } catch (NotProvable e) {
            throw new CannotRun(ExitCode.BAD_USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private DayProof proof(NodeHome home, NodeIdentity identity) {
        Wanted wanted = Wanted.parse(receipt);
        GatewayPlaces places = new GatewayPlaces(home);
        boolean beside = home.isBesideItsNode();
        try (Opened opened = new Opened()) {
            StoreJournal store = opened.and(store(identity, places, beside));
            return new Proving(
                            identity.name(),
                            journals(identity, places, beside, opened),
                            store.state())
                    .of(wanted);
        }
    }

    private static List<DeviceJournal> journals(
            NodeIdentity identity, GatewayPlaces places, boolean beside, Opened opened) {
        JournalKey key = JournalKey.of(identity.journalKey());
        List<DeviceJournal> journals = new ArrayList<>();
        for (JournalId id :
                places.journals().identities(identity.roster(), identity.name().store())) {
            DeviceJournal journal =
                    beside
                            ? DeviceJournals.openBeside(
                                    id, identity.roster(), key, places.journals())
                            : DeviceJournals.openToRead(
                                    id, identity.roster(), key, places.journals());
            opened.and(journal.journal());
            journals.add(journal);
        }
        return journals;
    }

    private static StoreJournal store(NodeIdentity identity, GatewayPlaces places, boolean beside) {
        JournalKey key = JournalKey.of(identity.journalKey());
        Grants grants =
                new Grants(
                        places.grants(),
                        new KeptFiles(NodeProcess::halt),
                        Grants.Authority.of(identity.roster()));
        OwnLife life = OwnLife.of(identity.journal(), grants);
        StoreJournal.Own own =
                new StoreJournal.Own(
                        Parts.ownJournal(identity, key, life),
                        identity.signer(),
                        StoreCalendar.of(Parts.factsOf(identity), Clock.systemUTC()),
                        Parts.earlierLives(identity, key, life, places),
                        () -> {});
        CurrencyCode currency = Parts.factsOf(identity).currency();
        Path journals = places.journals().journals();
        return beside
                ? StoreJournal.openBeside(own, currency, journals)
                : StoreJournal.openToRead(own, currency, journals);
    }
}
