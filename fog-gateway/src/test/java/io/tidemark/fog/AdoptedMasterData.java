package io.tidemark.fog;

import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.event.MasterDataAdopted;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.masterdata.SignedMasterData;
import io.tidemark.node.forks.Grants;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.writer.SingleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** What a gateway adopted while head office was there, before it starts without it. */
record AdoptedMasterData(MasterData data, Signer headOffice) {
    void in(NodeHome home, NodeIdentity gateway, LocalDate on) throws IOException {
        SignedMasterData signed = SignedMasterData.sign(data, headOffice);
        Path files = Files.createDirectories(home.masterData());
        Files.write(
                files.resolve(String.format(Locale.ROOT, "%012d.masterdata", data.version())),
                signed.toBytes());
        StoreJournal.Asked nobody = StoreJournal.Asked.byNobody();
        MasterDataAdopted adopted = new MasterDataAdopted(data.version(), signed.hash());
        try (StoreJournal store = store(home, gateway);
                SingleWriter writer =
                        new SingleWriter(
                                SingleWriter.Limits.usual(),
                                Runnable::run,
                                AdoptedMasterData::fail)) {
            CompletableFuture<?> done =
                    writer.submit(group -> store.append(on, nobody, adopted, group));
            writer.step();
            done.join();
        }
    }

    private static StoreJournal store(NodeHome home, NodeIdentity gateway) {
        GatewayPlaces places = new GatewayPlaces(home);
        JournalKey key = JournalKey.of(gateway.journalKey());
        Grants grants =
                new Grants(
                        places.grants(),
                        new KeptFiles(AdoptedMasterData::fail),
                        Grants.Authority.of(gateway.roster()));
        OwnLife life = OwnLife.of(gateway.journal(), grants);
        return StoreJournal.open(
                new StoreJournal.Own(
                        Parts.ownJournal(gateway, key, life),
                        gateway.signer(),
                        StoreCalendar.of(Parts.factsOf(gateway), Clock.systemUTC()),
                        Parts.earlierLives(gateway, key, life, places),
                        () -> {}),
                Parts.factsOf(gateway).currency(),
                places.journals().journals());
    }

    private static void fail(Throwable why) {
        throw new AssertionError(why);
    }
}
