package io.tidemark.fog;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.proof.Growing;
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
import io.tidemark.ledger.seal.LogGrowth;
import io.tidemark.ledger.seal.ProofText;
import io.tidemark.node.command.HomeOptions;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeProcess;
import io.tidemark.node.home.Opened;
import io.tidemark.node.kept.KeptFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "prove",
        description = {
            "Prints the proof that a receipt is in a day that the store closed: from its entry to the day's"
                    + " root, and from there to the store's signed log. `tidemark check` checks it anywhere.",
            "Or with --log: that the log only grew between two heads that the gateway signed.",
            "Changes nothing, and may be run while the gateway runs."
        },
        mixinStandardHelpOptions = true)
final class Prove implements Callable<Integer> {
    private final Deployable gateway;

    @Mixin private final HomeOptions options = new HomeOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "RECEIPT",
            description =
                    "A receipt's id, such as s001.till-1.1-17-a1b2c3, or what its QR code says"
                            + " (TMH1:…).")
    private @Nullable String receipt;

    @Option(
            names = "--log",
            paramLabel = "FROM",
            description =
                    "Proves instead that the store's log only grew since it had so many close-downs and"
                            + " supplements.")
    private @Nullable Integer from;

    @Option(
            names = "--to",
            paramLabel = "TO",
            description = "With --log: to how many; all of them if left out.")
    private @Nullable Integer to;

    @Option(names = "--json", description = "Says the same as JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    Prove(Deployable gateway) {
        this.gateway = gateway;
    }

    @Override
    public Integer call() {
        if ((receipt == null) == (from == null) || (to != null && from == null))
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "give a receipt's id or QR code, or --log FROM with or without --to TO");
        try (NodeHome home = options.look(gateway.role());
                Opened opened = new Opened()) {
            NodeIdentity identity = NodeIdentity.open(home.identity(), options.passphrase());
            String proof =
                    receipt != null
                            ? told(receipt, proof(receipt, home, identity, opened))
                            : told(growth(home, identity, opened));
            PrintWriter told = spec.commandLine().getOut();
            told.print(proof);
            told.flush();
            return ExitCode.OK.code();
        } catch (NotProvable e) {
            throw new CannotRun(ExitCode.BAD_USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private String told(String wanted, DayProof proof) {
        String text = ProofText.of(proof);
        if (!json) return text;
        return Json.object(
                        Json.field("receipt", wanted),
                        Json.field("day", proof.day().day().toString()),
                        Json.field("zNumber", proof.day().zNumber()),
                        Json.field("supplement", proof.day().supplement()),
                        Json.field("entry", proof.inDay().index() + 1),
                        Json.field("entries", proof.inDay().size()),
                        Json.field("text", text))
                + "\n";
    }

    private String told(LogGrowth growth) {
        if (!json) return growth.text();
        return Json.object(
                        Json.field("from", growth.from().size()),
                        Json.field("to", growth.to().size()),
                        Json.field("fromRoot", growth.from().root().hex()),
                        Json.field("toRoot", growth.to().root().hex()),
                        Json.field(
                                "path",
                                growth.path().path().stream()
                                        .map(hash -> Json.quoted(hash.hex()))
                                        .toList()),
                        Json.field("text", growth.text()))
                + "\n";
    }

    private static DayProof proof(
            String receipt, NodeHome home, NodeIdentity identity, Opened opened) {
        Wanted wanted = Wanted.parse(receipt);
        GatewayPlaces places = new GatewayPlaces(home);
        boolean beside = home.isBesideItsNode();
        StoreJournal store = opened.and(store(identity, places, beside));
        return new Proving(
                        identity.name(), journals(identity, places, beside, opened), store.state())
                .of(wanted);
    }

    private LogGrowth growth(NodeHome home, NodeIdentity identity, Opened opened) {
        GatewayPlaces places = new GatewayPlaces(home);
        StoreJournal store = opened.and(store(identity, places, home.isBesideItsNode()));
        Growing growing = new Growing(identity.name(), store);
        return growing.of(Objects.requireNonNull(from), to == null ? growing.size() : to);
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
