package io.tidemark.lab.bench.day;

import io.tidemark.identity.Ed25519;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.CloseDown;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.EventType;
import io.tidemark.ledger.event.StoreDayFigures;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Provenance;
import io.tidemark.ledger.journal.Whose;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Closes a day from the bytes of the journals alone, in a process that knows nothing before:
 * decrypts them, checks chain and signatures, folds each entry, makes the tree and signs the
 * result, the tills beside each other. Arguments: the directory, the day, where the store journal
 * is to be. Says the digest of the close-down, as {@link MeasuredGateway#digest} has it.
 */
public final class ColdClose {
    private final Path directory;
    private final ShopKeys keys;
    private final Roster roster;
    private final LocalDate day;

    private ColdClose(Path directory, LocalDate day) throws IOException {
        this.directory = directory;
        this.keys = ShopKeys.read(ShopKeys.file(directory));
        this.roster = keys.roster();
        this.day = day;
    }

    public static void main(String... arguments) throws IOException {
        ColdClose close = new ColdClose(Path.of(arguments[0]), LocalDate.parse(arguments[1]));
        System.out.println(close.closed(Path.of(arguments[2])));
    }

    private String closed(Path store) {
        List<DeviceDayFold> folds =
                IntStream.range(0, keys.tills()).parallel().mapToObj(this::folded).toList();
        CloseDown.Folded folded =
                CloseDown.fold(day, StoreHistory.none(Assortment.CURRENCY), folds, 0);
        JournalId self = keys.gateway();
        try (Journal journal =
                Journal.open(
                        new Whose(self, keys.journalKey(), roster.verifier(self.node())),
                        new FileStorage(store),
                        EntryVisitor.NOBODY)) {
            for (StoreDayFigures part : folded.figures())
                journal.append(EntryCodec.encode(entry(part)));
            journal.append(EntryCodec.encode(entry(folded.closed())));
            journal.force(keys.signer(self.node()));
        }
        return MeasuredGateway.digest(folded.closed());
    }

    private DeviceDayFold folded(int till) {
        JournalId id = keys.till(till);
        Roster.Member member = roster.member(id.node()).orElseThrow();
        DeviceDayFold fold =
                new DeviceDayFold(id, member.workstation(), day, 0, Assortment.CURRENCY);
        Whose whose =
                new Whose(
                        id,
                        keys.journalKey(),
                        Ed25519.verifier(member.signingPublicKey()),
                        Provenance.RECEIVED);
        Path place = MeasuredGateway.journals(directory).resolve(id.label());
        try (Journal journal = Journal.openToRead(whose, FileStorage.toRead(place), fold)) {
            fold.reached(journal.forced().sequence());
        }
        return fold;
    }

    private Entry entry(Event event) {
        EventType type = EventType.of(event).orElseThrow();
        return new Entry(
                new EntryHeader(
                        type.code(),
                        type.critical(),
                        null,
                        0,
                        "gateway",
                        "",
                        0,
                        day,
                        day.atTime(21, 0).atZone(TillScript.ZONE).toOffsetDateTime(),
                        0,
                        0,
                        1),
                event);
    }
}
