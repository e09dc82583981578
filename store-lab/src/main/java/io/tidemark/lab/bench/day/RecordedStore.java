package io.tidemark.lab.bench.day;

import io.tidemark.identity.Ed25519;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.FileStorage;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Whose;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Writes a day as the journals that a gateway has received of its tills: a signed head behind every
 * entry, as if each receipt had come alone. The tills are written beside each other.
 */
public final class RecordedStore {
    private final LocalDate day;
    private final long seed;
    private final Assortment assortment;

    public RecordedStore(LocalDate day, long seed) {
        this.day = day;
        this.seed = seed;
        this.assortment = new Assortment(seed);
    }

    /** A till's journal, and with what it is written. */
    public record Pen(
            JournalId journal,
            String workstation,
            Signer signer,
            Verifier verifier,
            JournalKey key) {}

    public Assortment assortment() {
        return assortment;
    }

    /**
     * @param journals holds a directory for each
     * @param lines of all tills together, the same for each but for the last ones
     */
    public List<FlatTill> write(Path journals, int tills, long lines, IntFunction<Pen> pens) {
        return IntStream.range(0, tills)
                .parallel()
                .mapToObj(till ->
                        write(journals, till, (int) share(till, tills, lines), pens.apply(till)))
                .toList();
    }

    private static long share(int till, int tills, long lines) {
        return lines * (till + 1) / tills - lines * till / tills;
    }

    private FlatTill write(Path journals, int till, int lines, Pen pen) {
        FlatTill flat = new FlatTill(till, assortment);
        Whose whose = new Whose(pen.journal(), pen.key(), pen.verifier());
        FileStorage files = new FileStorage(journals.resolve(pen.journal().label()));
        try (Journal journal = Journal.open(whose, new UnforcedDisk(files), (_, _, _) -> {})) {
            new TillScript(
                            new TillScript.Shift(till, pen.workstation(), day, lines, seed),
                            assortment,
                            pen.journal().node().store(),
                            Head.genesis(pen.journal()),
                            entry -> append(entry, journal, pen.signer()),
                            flat)
                    .play();
        }
        return flat;
    }

    private static EntryBytes append(EntryBytes entry, Journal journal, Signer signer) {
        journal.append(entry);
        journal.force(signer);
        return entry;
    }

    /** Of a shop whose keys are at hand. */
    public static IntFunction<Pen> pens(ShopKeys keys) {
        Roster roster = keys.roster();
        return till -> {
            JournalId journal = keys.till(till);
            Roster.Member member = roster.member(journal.node()).orElseThrow();
            return new Pen(
                    journal,
                    member.workstation(),
                    keys.signer(journal.node()),
                    Ed25519.verifier(member.signingPublicKey()),
                    keys.journalKey());
        };
    }
}
