package io.tidemark.fog;

import io.tidemark.fog.columns.Columns;
import io.tidemark.fog.columns.ColumnsFollower;
import io.tidemark.fog.forks.Forks;
import io.tidemark.fog.forks.Offers;
import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.intake.Epochs;
import io.tidemark.fog.ledger.GatewaySchema;
import io.tidemark.fog.ledger.StockTables;
import io.tidemark.fog.stock.StockBook;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.ledger.EpochGrant;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Opened;
import io.tidemark.node.projection.FollowedJournal;
import io.tidemark.node.projection.Projection;
import io.tidemark.node.projection.ProjectionPlace;
import io.tidemark.node.telemetry.MeasuredDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The truth and its tables: every device's journal as received, the store's own, and what follows
 * them. Opening checks every byte.
 *
 * @param offers grants that devices have not acted on
 * @param columns filled with what the journals have, from now on
 * @param storeForced rung after each force of the store's own journal
 */
record Ledgers(
        DeviceJournals journals,
        Epochs epochs,
        Forks forks,
        Offers offers,
        StoreJournal store,
        Projection projection,
        StockBook stock,
        ColumnsFollower columns,
        Bell storeForced) {

    static Ledgers open(Ground ground, Opened opened) {
        DeviceJournals journals =
                opened.and(
                        DeviceJournals.open(
                                ground.roster,
                                ground.self(),
                                ground.key,
                                ground.places
                                        .journals()
                                        .through(disk -> new MeasuredDisk(disk, ground.forces))));
        Bell storeForced = new Bell();
        storeForced.wakes(ground.changes::happened);
        StoreJournal store = opened.and(store(ground, storeForced));
        ground.grants
                .beginning(ground.life.journal())
                .ifPresent(grant -> goOn(ground, store, grant));
        Projection projection = opened.and(projection(ground, journals, store));
        storeForced.wakes(projection::forced);
        journals.whenBegun(
                begun -> projection.follow(journals.repetitions().followed(begun.journal())));
        Epochs epochs = new Epochs(journals, ground.grants, ground.roster::verifier);
        Forks forks = new Forks(journals, ground.grants);
        Offers offers = new Offers(journals, epochs, ground.grants);
        StockBook stock = new StockBook(new StockTables(projection), System::nanoTime);
        return new Ledgers(
                journals,
                epochs,
                forks,
                offers,
                store,
                projection,
                stock,
                columns(ground, journals, opened),
                storeForced);
    }

    private static ColumnsFollower columns(Ground ground, DeviceJournals journals, Opened opened) {
        Columns columns =
                new Columns(Parts.columnBytes(ground.start.settings()), ground.facts.currency());
        return opened.and(new ColumnsFollower(journals, columns)).start(ground.start.halting());
    }

    /** All journals here, the store's own first. */
    Stream<Journal> all() {
        return Stream.concat(
                Stream.of(store.journal()), journals.all().stream().map(DeviceJournal::journal));
    }

    private static StoreJournal store(Ground ground, Runnable onForced) {
        return StoreJournal.open(
                new StoreJournal.Own(
                        Parts.ownJournal(ground.identity, ground.key, ground.life),
                        ground.identity.signer(),
                        ground.calendar,
                        ground.earlier,
                        onForced),
                ground.facts.currency(),
                ground.start.home().journals());
    }

    private static Projection projection(
            Ground ground, DeviceJournals journals, StoreJournal store) {
        List<FollowedJournal> followed =
                Stream.concat(
                                journals.all().stream()
                                        .map(DeviceJournal::journal)
                                        .map(journals.repetitions()::followed),
                                Stream.of(FollowedJournal.of(store.journal())))
                        .toList();
        return Projection.start(
                new ProjectionPlace(ground.start.home().projection(), ground.identity.journalKey()),
                new GatewaySchema(),
                followed);
    }

    /** The old journal stays as it is; of one whose disk was lost there is nothing. */
    private static void goOn(Ground ground, StoreJournal store, EpochGrant grant) {
        Path old = ground.start.home().journals().resolve(grant.continued().label());
        if (!Files.isDirectory(old)) {
            store.continues(grant, Optional.empty());
            return;
        }
        try (Journal branch =
                Journal.openToRead(
                        new Whose(
                                grant.continued(),
                                ground.key,
                                ground.roster.verifier(ground.identity.name())),
                        FileStorage.toRead(old),
                        EntryVisitor.NOBODY)) {
            requireShared(branch, grant);
            store.continues(grant, Optional.of(branch));
        }
    }

    private static void requireShared(Journal branch, EpochGrant grant) {
        long shared = grant.shared().sequence();
        boolean fits =
                branch.forced().sequence() < shared
                        || branch.hashAt(shared).equals(grant.shared().hash());
        if (!fits)
            throw new CannotRun(
                    ExitCode.DAMAGED,
                    "the grant of "
                            + grant.successor()
                            + " shares entry "
                            + shared
                            + " with another history than this disk's: ask head office for a grant"
                            + " upon what is here");
    }
}
