package io.tidemark.ledger.receive;

import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.sync.Examined;
import io.tidemark.ledger.sync.Known;
import io.tidemark.ledger.sync.Receiver;
import io.tidemark.ledger.sync.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Keeps what came of a journal's other branches, message by message, until a person decides. Real
 * sales may stand on either branch, so nothing of it is ever dropped by a program. A journal that
 * has anything here takes nothing more.
 *
 * <p>The person lets the journal go on by a grant, or by moving the files away while the node is
 * stopped.
 */
public final class Quarantine {
    /** Bytes kept per journal. What is beyond stays at its sender, which has all of it. */
    public static final long BYTES_MAX = 64L << 20;

    private final JournalId journal;
    private final KeptMessages messages;
    private final LongFunction<Optional<Hash>> accepted;
    private final Verifier origin;
    private final List<KeptMessages.Name> files = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private long bytes;

    private Quarantine(
            JournalId journal,
            KeptMessages messages,
            LongFunction<Optional<Hash>> accepted,
            Verifier origin) {
        this.journal = journal;
        this.messages = messages;
        this.accepted = accepted;
        this.origin = origin;
    }

    /**
     * @param accepted the hash of the accepted history at a sequence; none beyond its end
     */
    static Quarantine open(
            JournalId journal,
            Storage storage,
            LongFunction<Optional<Hash>> accepted,
            Verifier origin) {
        Quarantine quarantine =
                new Quarantine(journal, new KeptMessages(journal, storage), accepted, origin);
        quarantine.load();
        return quarantine;
    }

    public synchronized boolean holds() {
        return !files.isEmpty();
    }

    /** Those of which entries were shown; none where only a greeting told of a fork. */
    public synchronized List<Branch> branches() {
        return List.copyOf(branches);
    }

    /**
     * A greeting or a batch, as it was sent.
     *
     * @param at at or after which, as far as it shows, the histories differ
     */
    public record Message(long at, byte[] bytes) {}

    public synchronized List<Message> messages() {
        return files.stream()
                .map(name -> new Message(name.at(), messages.read(name.file())))
                .toList();
    }

    /** Shows a branch's own entries, from {@link Branch#at} on. */
    public void replay(Branch branch, EntryVisitor visitor) {
        long next = branch.at();
        for (String file : branch.files()) {
            Batch batch = Batch.parse(messages.read(file));
            List<EntryBytes> entries = batch.entries();
            for (int i = (int) Math.max(0, next - batch.from()); i < entries.size(); i++) {
                visitor.entry(next, branch.hashAt(next), entries.get(i));
                next++;
            }
        }
    }

    /** What became of a message. */
    enum Kept {
        KEPT,
        /** It is no part of a branch that is known. */
        UNRELATED,
        /** The disk has no room for it. */
        NO_ROOM,
        /** As much is kept as ever is. */
        ENOUGH
    }

    /**
     * @param at the sequence at which the greeting shows that the histories differ
     */
    synchronized Kept keep(long at, Hello hello) {
        return written(KeptMessages.nameOf(at, hello.toBytes()), hello.toBytes());
    }

    /** A batch that parts from the accepted history at this sequence. */
    synchronized Kept keep(long at, Batch batch) {
        Kept known = extend(batch, at);
        if (known != Kept.UNRELATED) return known;
        KeptMessages.Name name = KeptMessages.nameOf(at, batch.toBytes());
        Kept kept = written(name, batch.toBytes());
        if (kept == Kept.KEPT) branch(at, batch, name.file()).ifPresent(branches::add);
        return kept;
    }

    /** The branch that this batch, which was kept, is part of. */
    synchronized Branch branchOf(Batch batch) {
        return branches.stream()
                .filter(branch -> Receiver.examine(batch, known(branch)) instanceof Verdict.Known)
                .findFirst()
                .orElseGet(branches::getLast);
    }

    /** A batch that may go on where a branch ends. */
    synchronized Kept extend(Batch batch) {
        return extend(batch, 0);
    }

    private Kept extend(Batch batch, long at) {
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            if (at > 0 && branch.at() != at) continue;
            switch (Receiver.examine(batch, known(branch))) {
                case Verdict.Known _ -> {
                    return Kept.KEPT;
                }
                case Verdict.Fresh fresh -> {
                    return extend(i, batch, fresh);
                }
                case Verdict.Gap _, Verdict.Forked _, Verdict.Refused _ -> {}
            }
        }
        return Kept.UNRELATED;
    }

    private Kept extend(int index, Batch batch, Verdict.Fresh fresh) {
        Branch branch = branches.get(index);
        KeptMessages.Name name = KeptMessages.nameOf(branch.at(), batch.toBytes());
        Kept kept = written(name, batch.toBytes());
        if (kept == Kept.KEPT) branches.set(index, extended(branch, fresh, name.file()));
        return kept;
    }

    private static Branch extended(Branch branch, Verdict.Fresh fresh, String file) {
        List<Hash> more = new ArrayList<>();
        var at = branch.head();
        for (EntryBytes entry : fresh.entries()) {
            at = at.then(entry);
            more.add(at.hash());
        }
        return branch.extended(more, file);
    }

    /**
     * None if the batch proves the fork by its signed head alone, and parts somewhere before; or if
     * the accepted history, put back from an older disk, no longer reaches to where it starts.
     */
    private Optional<Branch> branch(long at, Batch batch, String file) {
        Optional<Hash> before = accepted.apply(batch.from() - 1);
        if (before.isEmpty()) return Optional.empty();
        Examined examined = Examined.of(batch, origin, before.get());
        if (!examined.after().equals(batch.head().hash())) return Optional.empty();
        int shared = (int) (at - batch.from());
        List<Hash> own = examined.hashes().subList(shared, examined.hashes().size());
        return Optional.of(new Branch(at, own, List.of(file)));
    }

    private Known known(Branch branch) {
        return new Known(
                journal.node(),
                journal,
                branch.head(),
                sequence ->
                        sequence < branch.at()
                                ? accepted.apply(sequence).orElseThrow()
                                : branch.hashAt(sequence),
                origin,
                false);
    }

    /**
     * @throws JournalBroken if it could not be forced
     */
    private Kept written(KeptMessages.Name name, byte[] message) {
        if (files.contains(name)) return Kept.KEPT;
        if (bytes > 0 && bytes + message.length > BYTES_MAX) return Kept.ENOUGH;
        if (!messages.keep(name, message)) return Kept.NO_ROOM;
        noted(name, message.length);
        return Kept.KEPT;
    }

    private void noted(KeptMessages.Name name, int size) {
        files.add(name);
        bytes += size;
    }

    private record Loaded(KeptMessages.Name name, Batch batch) {}

    private void load() {
        List<Loaded> batches = new ArrayList<>();
        for (KeptMessages.Name name : messages.all()) {
            byte[] message = messages.read(name.file());
            noted(name, message.length);
            asBatch(message).ifPresent(batch -> batches.add(new Loaded(name, batch)));
        }
        batches.sort(Comparator.comparingLong(loaded -> loaded.batch().from()));
        batches.forEach(this::load);
    }

    /** A greeting is none, and holds the journal back all the same. */
    private static Optional<Batch> asBatch(byte[] message) {
        try {
            return Optional.of(Batch.parse(message));
        } catch (Malformed greeting) {
            return Optional.empty();
        }
    }

    private void load(Loaded loaded) {
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            if (branch.at() != loaded.name().at()) continue;
            if (Receiver.examine(loaded.batch(), known(branch)) instanceof Verdict.Fresh fresh) {
                branches.set(i, extended(branch, fresh, loaded.name().file()));
                return;
            }
        }
        branch(loaded.name().at(), loaded.batch(), loaded.name().file()).ifPresent(branches::add);
    }
}
