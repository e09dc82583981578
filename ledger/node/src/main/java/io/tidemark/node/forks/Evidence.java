package io.tidemark.node.forks;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.receive.Quarantine;
import io.tidemark.ledger.receive.ReceivedJournal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What a receiver holds of a journal's two branches, from the last entry they share.
 *
 * @param shared the last entry known to be on both
 * @param accepted where the branch that the receiver took ends
 * @param here its first entries after {@code whole}
 * @param told the other branch's furthest head that its device signed
 * @param there the entries of it that have come, after {@code shared}
 * @param whole {@code shared}, or the last entry after it in what was pruned here: up to there the
 *     receiver has no contents to show
 */
public record Evidence(
        JournalId journal,
        Head shared,
        Head accepted,
        List<EntryBytes> here,
        Head told,
        List<EntryBytes> there,
        Head whole) {
    /** Entries of each branch that are shown and sent on. */
    public static final int ENTRIES_MAX = 500;

    /** Bytes of each branch that are shown and sent on. */
    static final int BYTES_MAX = 1 << 20;

    /** Of its encoded form. */
    public static final int ENCODED_BYTES_MAX = 3 * BYTES_MAX;

    private static final String TAG = "tidemark-fork";

    /** Its tag, the journal, four heads and two lists. */
    private static final int ITEMS = 1 + 4 + 4 * 2 + 2;

    public Evidence {
        here = List.copyOf(here);
        there = List.copyOf(there);
    }

    /** Of a journal of which nothing was pruned. */
    public Evidence(
            JournalId journal,
            Head shared,
            Head accepted,
            List<EntryBytes> here,
            Head told,
            List<EntryBytes> there) {
        this(journal, shared, accepted, here, told, there, shared);
    }

    /** Gathers what a receiver has kept; empty where no second branch has come. */
    public static Optional<Evidence> of(ReceivedJournal received) {
        List<Quarantine.Message> messages = received.quarantine().messages();
        if (messages.isEmpty()) return Optional.empty();
        long at = messages.stream().mapToLong(Quarantine.Message::at).min().orElseThrow();
        long end = received.received().sequence();
        return Optional.of(
                of(
                        received.journal(),
                        Math.min(at, end + 1),
                        messages.stream().map(Quarantine.Message::bytes).toList()));
    }

    /**
     * Gathers what is there.
     *
     * @param at where a message that came parts from the journal
     * @param messages what was kept of the other branch, each a batch or a hello as it was sent
     */
    static Evidence of(Journal journal, long at, List<byte[]> messages) {
        Other other = new Other(new Head(at - 1, journal.hashAt(at - 1)));
        messages.stream()
                .flatMap(message -> batch(message).stream())
                .sorted(Comparator.comparingLong(Batch::from))
                .forEach(batch -> other.follow(batch, journal::hashAt));
        for (byte[] message : messages) other.told(message);
        long whole = Math.max(other.shared.sequence(), journal.prunedUpTo());
        return new Evidence(
                journal.id(),
                other.shared,
                journal.forced(),
                entries(journal, whole + 1),
                other.told,
                other.entries,
                new Head(whole, journal.hashAt(whole)));
    }

    /** Whether a batch or a hello, which then is no evidence of entries. */
    private static List<Batch> batch(byte[] message) {
        try {
            return List.of(Batch.parse(message));
        } catch (Malformed hello) {
            return List.of();
        }
    }

    private static List<EntryBytes> entries(Journal journal, long from) {
        List<EntryBytes> entries = new ArrayList<>();
        long next = from;
        int bytes = 0;
        while (next <= journal.forced().sequence() && entries.size() < ENTRIES_MAX) {
            for (EntryBytes entry : journal.entries(next, BYTES_MAX / 4)) {
                bytes += entry.size();
                if (bytes > BYTES_MAX || entries.size() == ENTRIES_MAX) return entries;
                entries.add(entry);
                next++;
            }
        }
        return entries;
    }

    /** The branch that was not taken, as far as it is known. */
    private static final class Other {
        private Head shared;
        private Head told;
        private Head end;
        private final List<EntryBytes> entries = new ArrayList<>();
        private int bytes;

        Other(Head shared) {
            this.shared = shared;
            this.told = shared;
            this.end = shared;
        }

        /** Messages overlap; each that fits is followed as far as it leads beyond the others. */
        void follow(Batch batch, LongFunction<Hash> hashAt) {
            if (batch.from() > end.sequence() + 1) return;
            if (!entries.isEmpty() && batch.last() <= end.sequence()) return;
            Head at = end;
            List<EntryBytes> fresh = new ArrayList<>();
            if (entries.isEmpty() && batch.from() <= shared.sequence())
                at = new Head(batch.from() - 1, hashAt.apply(batch.from() - 1));
            long skip = Math.max(0, at.sequence() + 1 - batch.from());
            for (EntryBytes entry : batch.entries().subList((int) skip, batch.entries().size())) {
                at = at.then(entry);
                if (at.sequence() > end.sequence()) fresh.add(entry);
            }
            if (!at.hash().equals(batch.head().hash())) return;
            end = at;
            for (EntryBytes entry : fresh) add(entry);
        }

        private void add(EntryBytes entry) {
            bytes += entry.size();
            if (bytes <= BYTES_MAX && entries.size() < ENTRIES_MAX) entries.add(entry);
        }

        void told(byte[] message) {
            Head head;
            try {
                head = Batch.parse(message).head().head();
            } catch (Malformed notABatch) {
                head = Hello.parse(message).head().head();
            }
            if (head.sequence() > told.sequence()) told = head;
        }
    }

    public byte[] toBytes() {
        CborWriter writer = new CborWriter().array(ITEMS).text(TAG);
        journal.writeTo(writer);
        head(shared, writer);
        head(accepted, writer);
        writer.list(here, EntryBytes::writeTo);
        head(told, writer);
        writer.list(there, EntryBytes::writeTo);
        head(whole, writer);
        return writer.toBytes();
    }

    /** A gateway of the version before says nothing of what is pruned there. */
    public static Evidence parse(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        Evidence evidence =
                reader.fields(ITEMS - 2, ITEMS, there -> readFrom(reader, there == ITEMS));
        reader.end();
        return evidence;
    }

    private static Evidence readFrom(CborReader reader, boolean saysWhatIsWhole) {
        if (!reader.text(TAG.length()).equals(TAG)) throw new Malformed("no evidence of a fork");
        try {
            JournalId journal = JournalId.readFrom(reader);
            Head shared = head(reader);
            Head accepted = head(reader);
            List<EntryBytes> here = entries(reader);
            Head told = head(reader);
            List<EntryBytes> there = entries(reader);
            Head whole = saysWhatIsWhole ? head(reader) : shared;
            return new Evidence(journal, shared, accepted, here, told, there, whole);
        } catch (IllegalArgumentException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<EntryBytes> entries(CborReader reader) {
        return reader.list(ENTRIES_MAX, () -> EntryBytes.readFrom(reader));
    }

    private static void head(Head head, CborWriter writer) {
        writer.integer(head.sequence()).bytes(head.hash().toBytes());
    }

    private static Head head(CborReader reader) {
        return new Head(reader.integer(), Hash.of(reader.bytesOf(Hash.BYTES)));
    }
}
