package io.tidemark.fog;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.epoch.Standing;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.node.command.HomeOptions;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "standing",
        description = {
            "Writes down where a till's journal stands at this gateway, and its open day, for `provision"
                    + " replace-till`: another till then goes on the same day.",
            "Changes nothing, and may be run while the gateway runs. What the old till brings after"
                    + " this is kept apart for a person to decide."
        },
        mixinStandardHelpOptions = true)
final class ExportStanding implements Callable<Integer> {
    private final Deployable gateway;

    @Mixin private final HomeOptions options = new HomeOptions();

    @Option(
            names = "--device",
            required = true,
            paramLabel = "D",
            description = "The till that is to be replaced, such as till-1.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String device;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write. One that is there is not overwritten.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path out;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    ExportStanding(Deployable gateway) {
        this.gateway = gateway;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out))
            throw new CannotRun(
                    ExitCode.BAD_USAGE, out + " is there already: name another file with --out");
        try (NodeHome home = options.look(gateway.role())) {
            Standing standing =
                    standing(home, NodeIdentity.open(home.identity(), options.passphrase()));
            Files.write(out, standing.toBytes());
            PrintWriter told = spec.commandLine().getOut();
            told.println(text(standing));
            told.flush();
            return ExitCode.OK.code();
        }
    }

    private Standing standing(NodeHome home, NodeIdentity identity) {
        GatewayPlaces places = new GatewayPlaces(home);
        JournalId latest = latest(places, identity);
        JournalKey key = JournalKey.of(identity.journalKey());
        DeviceJournal journal =
                home.isBesideItsNode()
                        ? DeviceJournals.openBeside(
                                latest, identity.roster(), key, places.journals())
                        : DeviceJournals.openToRead(
                                latest, identity.roster(), key, places.journals());
        try {
            Head end = journal.received();
            return new Standing(
                    EpochGrant.Between.ending(latest, end),
                    Optional.of(journal.standing(end, end).carried()));
        } finally {
            journal.journal().close();
        }
    }

    private JournalId latest(GatewayPlaces places, NodeIdentity identity) {
        List<JournalId> all =
                places.journals().identities(identity.roster(), identity.name().store());
        return all.stream()
                .filter(id -> id.node().device().equals(device))
                .reduce((earlier, later) -> later)
                .orElseThrow(() ->
                        new CannotRun(
                                ExitCode.BAD_USAGE,
                                "this store has no "
                                        + device
                                        + "; it has "
                                        + all.stream()
                                                .map(id -> id.node().device())
                                                .distinct()
                                                .collect(Collectors.joining(", "))));
    }

    private String text(Standing standing) {
        EpochGrant.Between between = standing.between();
        return between.continued().label()
                + " stands at entry "
                + between.end().sequence()
                + "; give "
                + out
                + " to provision replace-till --standing";
    }
}
