package io.tidemark.fog.closedown;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.node.kept.KeptFiles;
import io.tidemark.node.loop.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store with two tills, whose close-downs are computed again from the bytes on the disk. */
abstract class RecomputedStore {
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final LocalDate TODAY = DAY.plusDays(7);

    @TempDir Path directory;
    final LaboratoryStore store = new LaboratoryStore("till-1", "till-2");
    final LaboratoryTill one = store.till("till-1");
    final LaboratoryTill two = store.till("till-2");
    LaboratoryGateway gateway;
    Recomputing recomputing;

    @BeforeEach
    void open() {
        gateway = new LaboratoryGateway(store, directory, TODAY);
        recomputing = recomputing(0);
    }

    @AfterEach
    void close() {
        recomputing.close();
        gateway.close();
    }

    Recomputing recomputing(long marked) {
        return new Recomputing(
                gateway.storeJournal,
                gateway.journals::all,
                new BytesOnDisk.Files(
                        store.journalKey(),
                        id -> FileStorage.toRead(directory.resolve("journal/" + id.label())),
                        store.roster()::verifier),
                new Recomputing.Before(
                        marked,
                        new BorneOutNote(
                                directory.resolve("notes"),
                                new KeptFiles(gateway.broken::add),
                                gateway.storeJournal.journal())),
                new Recomputing.Shown(gateway.alerts, gateway.changes));
    }

    static void compute(Recomputing recomputing) {
        while (recomputing.turn().equals(Rest.NONE)) {}
    }

    void sellsAtBothTills(LocalDate day) {
        gateway.receives(one.opens(day).sells("2.50").closesDay());
        gateway.receives(two.opens(day).sells("1.00").sells("1.00").closesDay());
    }

    long last() {
        return gateway.storeJournal.journal().forced().sequence();
    }

    Path segment(String till) {
        return directory.resolve("journal/s001." + till + ".1/segment-000001.tmj");
    }

    /** One bit of what the first till sent, and what was there before. */
    byte[] flipped() throws IOException {
        byte[] whole = Files.readAllBytes(segment("till-1"));
        byte[] flipped = whole.clone();
        flipped[written(whole) / 2] ^= 1;
        Files.write(segment("till-1"), flipped);
        return whole;
    }

    /** The room that is allocated ahead is no part of the journal. */
    static int written(byte[] segment) {
        int end = segment.length;
        while (segment[end - 1] == 0) end--;
        return end;
    }
}
