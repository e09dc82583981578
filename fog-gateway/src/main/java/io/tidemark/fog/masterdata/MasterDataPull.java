package io.tidemark.fog.masterdata;

import io.tidemark.fog.forward.HeadOffice;
import io.tidemark.fog.forward.HeadOfficeAway;
import io.tidemark.fog.forward.Incoming;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.fog.watch.Alert;
import io.tidemark.fog.watch.Alerts;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.masterdata.MasterDataStream.Contents;
import io.tidemark.ledger.masterdata.MasterPart;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Asks head office for a newer version from time to time, and adopts what it has signed. */
public final class MasterDataPull implements AutoCloseable {
    /** Between two questions, give or take a half: 5,000 stores do not ask at one moment. */
    public static final Duration EVERY = Duration.ofSeconds(10);

    /** After the first failures, growing to {@link #EVERY}. */
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    private static final String SUBJECT = "master data";

    private final HeadOffice headOffice;
    private final Signed signed;
    private final MasterDataFiles files;
    private final SingleWriter writer;
    private final StoreJournal store;
    private final StoreCalendar calendar;
    private final Alerts alerts;
    private final Consumer<MasterPart> announce;
    private final Consumer<Optional<String>> heardOf;
    private final Duration every;
    private final BackgroundLoop loop = new BackgroundLoop("master-data", this::turn);
    private boolean fetchAgain;
    private boolean goesOn;
    private Duration pause;

    /** Whose files count, and for which store of which organisation. */
    public record Signed(String organisation, String store, Verifier headOffice) {}

    /**
     * Where a version goes.
     *
     * @param announce tells the tills
     * @param heardOf told after each question whether head office was there, and what was the
     *     matter if not
     * @param every between two questions
     */
    public record Target(
            MasterDataFiles files,
            SingleWriter writer,
            StoreJournal store,
            StoreCalendar calendar,
            Consumer<MasterPart> announce,
            Consumer<Optional<String>> heardOf,
            Duration every) {}

    public MasterDataPull(HeadOffice headOffice, Signed signed, Target target, Alerts alerts) {
        this.headOffice = headOffice;
        this.signed = signed;
        this.files = target.files();
        this.writer = target.writer();
        this.store = target.store();
        this.calendar = target.calendar();
        this.announce = target.announce();
        this.heardOf = target.heardOf();
        this.every = target.every();
        this.pause = shorter(FIRST_RETRY, every);
        this.alerts = alerts;
    }

    /**
     * Takes up what was adopted before, then asks for more.
     *
     * @param halting for a bug: a gateway that never asks again must not go on unnoticed
     */
    public MasterDataPull start(Halting halting) {
        store.state().masterData().flatMap(files::resume).ifPresent(this::fetchAgain);
        loop.start(halting);
        return this;
    }

    private void fetchAgain(String why) {
        alerts.raise(
                Alert.Kind.MASTER_DATA, SUBJECT, why + "; it is fetched again from head office");
        fetchAgain = true;
    }

    @Override
    public void close() {
        loop.close();
    }

    private Rest turn() {
        goesOn = false;
        Rest rest = pull();
        try {
            if (goesOn) files.spare();
            else files.forget();
        } catch (IOException e) {
            alerts.raise(
                    Alert.Kind.MASTER_DATA,
                    SUBJECT,
                    "what came and was not taken cannot be deleted: " + e.getMessage());
        }
        return rest;
    }

    private Rest pull() {
        files.damage().ifPresent(this::fetchAgain);
        long have = fetchAgain ? 0 : store.state().masterDataVersion();
        try {
            Incoming incoming = files.incoming();
            boolean came = headOffice.masterDataAfter(have, incoming);
            heardOf.accept(Optional.empty());
            if (came) take(incoming);
            else if (!fetchAgain) alerts.clear(Alert.Kind.MASTER_DATA, SUBJECT);
            pause = every;
        } catch (HeadOfficeAway e) {
            goesOn = true;
            heardOf.accept(Optional.of(String.valueOf(e.getMessage())));
            pause = shorter(pause.multipliedBy(2), every);
        } catch (Malformed e) {
            pause = every;
            alerts.raise(
                    Alert.Kind.MASTER_DATA,
                    SUBJECT,
                    "what head office serves was not taken: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            pause = every;
            alerts.raise(
                    Alert.Kind.MASTER_DATA,
                    SUBJECT,
                    "this gateway's disk cannot take a new version: "
                            + e.getMessage()
                            + "; free some space");
        }
        return Rest.about(pause);
    }

    private void take(Incoming incoming) throws IOException {
        Contents data = MasterDataFiles.contents(incoming.file());
        if (!data.isBy(signed.headOffice())) throw new Malformed("it is not signed by head office");
        if (!data.around().organisation().equals(signed.organisation()))
            throw new Malformed("it is of " + data.around().organisation());
        if (!data.around().isFor(signed.store()))
            throw new Malformed("it was cut for the store " + data.around().store());
        long have = store.state().masterDataVersion();
        if (data.version() < have)
            throw new Malformed("version " + data.version() + " is older than " + have);
        files.keep(data.version(), incoming);
        if (data.version() > have) adopt(new MasterDataAdopted(data.version(), data.content()));
        files.adopted(data);
        fetchAgain = false;
        alerts.clear(Alert.Kind.MASTER_DATA, SUBJECT);
        files.news().ifPresent(announce);
    }

    private void adopt(MasterDataAdopted adopted) throws IOException {
        try {
            writer.submit(group ->
                            store.append(
                                    calendar.today(),
                                    StoreJournal.Asked.byNobody(),
                                    adopted,
                                    group))
                    .join();
        } catch (CompletionException e) {
            throw new IOException("it could not be recorded: " + e.getMessage(), e);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
