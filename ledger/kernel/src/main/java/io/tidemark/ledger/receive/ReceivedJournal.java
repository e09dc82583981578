package io.tidemark.ledger.receive;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.JournalBroken;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.journal.Provenance;
import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.Whose;
import io.tidemark.ledger.sync.Examined;
import io.tidemark.ledger.sync.Known;
import io.tidemark.ledger.sync.Receiver;
import io.tidemark.ledger.sync.Verdict;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One journal (device, epoch) as a receiver keeps it. What takes in a message is for one thread,
 * the journal's own; {@link #received}, {@link #mark}, {@link #isQuarantined} and whatever reads
 * {@link #journal} may be called by any and see forced entries only. It has no clock, no lock and
 * no thread: a shell calls it, and tells an answer only once {@link #force} has returned.
 */
public final class ReceivedJournal implements AutoCloseable {
    private final Journal journal;
    private final Verifier origin;
    private final MarkGiver marks;
    private final MarkNote note;
    private final Quarantine quarantine;
    private final Parted parted;
    private final List<Hash> unforced = new ArrayList<>();
    private @Nullable SignedHead pending;
    private volatile @Nullable Mark forcedMark;
    private volatile @Nullable Ending ending;

    /**
     * Where it is kept.
     *
     * @param journal a directory of its own
     * @param marks a directory of all journals of this receiver
     * @param quarantine a directory of its own
     * @param key encrypts the journal's frames
     */
    public record Place(Storage journal, Storage marks, Storage quarantine, JournalKey key) {}

    /** In whose name marks are given. */
    public record Self(JournalId receiver, Signer signer) {}

    private ReceivedJournal(Journal journal, Place place, @Nullable Self self, Verifier origin) {
        this.journal = journal;
        this.origin = origin;
        this.marks = new MarkGiver(journal.id(), self);
        this.note = new MarkNote(place.marks(), journal.id());
        this.quarantine =
                Quarantine.open(journal.id(), place.quarantine(), this::acceptedAt, origin);
        this.parted = new Parted(journal, quarantine, this::hashAt);
    }

    /**
     * Opens and checks all of it, or begins a new one.
     *
     * @param origin checks the signatures of the node whose journal it is
     * @param replay is shown every entry
     * @throws io.tidemark.ledger.journal.JournalDamaged naming the first bad entry
     * @throws MarkUnkept if it holds less than was marked
     */
    public static ReceivedJournal open(
            JournalId id, Place place, Self self, Verifier origin, EntryVisitor replay) {
        Verifier once = new LastVerified(origin);
        Journal journal =
                Journal.open(
                        new Whose(id, place.key(), once, Provenance.RECEIVED),
                        place.journal(),
                        replay);
        try {
            ReceivedJournal received = new ReceivedJournal(journal, place, self, once);
            received.note.read().ifPresent(received::requireKept);
            return received;
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Opens it for a look: checks its bytes, changes nothing, and takes nothing in. */
    public static ReceivedJournal openToRead(
            JournalId id, Place place, Verifier origin, EntryVisitor replay) {
        Whose whose = new Whose(id, place.key(), origin, Provenance.RECEIVED);
        Journal journal = Journal.openToRead(whose, place.journal(), replay);
        return new ReceivedJournal(journal, place, null, origin);
    }

    public JournalId id() {
        return journal.id();
    }

    /** For whoever reads forced entries; nobody else appends to it. */
    public Journal journal() {
        return journal;
    }

    /** What is on disk here. */
    public Head received() {
        return journal.forced();
    }

    /** The last mark whose entries are on disk; none before the first force of this process. */
    public @Nullable Mark mark() {
        return forcedMark;
    }

    /** Whether a second branch has come, and nobody has decided yet. */
    public boolean isQuarantined() {
        return quarantine.holds();
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    /**
     * Another journal goes on from here: nothing is accepted any more but what that was granted
     * upon. What its node still records and sends is kept as a branch, for a person. May be called
     * by any thread.
     *
     * @param shared the last entry of it that the other one's node has, too
     * @param end the last that was accepted when the other one was granted
     */
    public void endsAt(Head shared, Head end) {
        ending = new Ending(shared, end);
    }

    /** Whether another journal goes on from this one, and all that was granted upon is here. */
    private boolean isOver() {
        Ending known = ending;
        return known != null && journal.head().sequence() >= known.end().sequence();
    }

    private boolean isBeyondEnding(SignedHead last) {
        Ending known = ending;
        return known != null && !known.admits(journal.head(), last.head());
    }

    /**
     * Answered with the current mark, also in quarantine: only that shows the sender where it
     * stands.
     *
     * @param peer who the connection's certificate says the sender is
     */
    public Answer hello(NodeName peer, Hello hello) {
        return switch (Receiver.examine(hello, known(peer))) {
            case Verdict.Forked forked -> {
                force();
                yield parted.by(forked, hello);
            }
            case Verdict.Refused(Answer.Reason reason, String why) ->
                    new Answer.Refused(reason, why);
            case Verdict.Known _, Verdict.Gap _, Verdict.Fresh _ ->
                    hello.disputed()
                            .filter(marks::isMine)
                            .map(mark -> parted.disputed(mark, hello))
                            .orElseGet(() -> new Answer.Marked(currentMark()));
        };
    }

    /**
     * The mark that this receiver gave and that a greeting shows, where what is here no longer
     * reaches it: this receiver's disk is an old or an empty one. To be asked before the greeting
     * is answered by who would not have the sender pay for that.
     */
    public Optional<Mark> lost(Hello hello) {
        return hello.disputed()
                .filter(mark -> mark.sequence() > journal.head().sequence())
                .filter(marks::isMine);
    }

    public Taken batch(NodeName peer, Batch batch) {
        return took(Receiver.examine(batch, known(peer)), batch);
    }

    /** The same, where another thread has done the arithmetic already. */
    public Taken batch(NodeName peer, Examined examined) {
        return took(Receiver.examine(examined, known(peer)), examined.batch());
    }

    /**
     * Forces all that was appended, then notes the mark that was given for it.
     *
     * @throws JournalBroken never to be tried again: the node must stop
     */
    public void force() {
        SignedHead head = pending;
        if (head == null) return;
        journal.force(head);
        pending = null;
        unforced.clear();
        Mark mark = currentMark();
        note(mark);
        forcedMark = mark;
    }

    /** Seals the current segment, so that it can be archived. */
    public void closeSegment() {
        force();
        journal.closeSegment();
    }

    @Override
    public void close() {
        journal.close();
    }

    private Taken took(Verdict verdict, Batch batch) {
        return switch (verdict) {
            case Verdict.Fresh(List<EntryBytes> entries, SignedHead head)
                    when isBeyondEnding(head) -> {
                force();
                yield Taken.nothing(parted.comesLate(entries.getFirst(), batch));
            }
            case Verdict.Fresh(List<EntryBytes> entries, SignedHead head) -> {
                append(entries, head);
                long from = head.sequence() - entries.size() + 1;
                yield new Taken(new Answer.Marked(currentMark()), from, entries);
            }
            case Verdict.Known _ -> Taken.nothing(new Answer.Marked(currentMark()));
            case Verdict.Gap _ ->
                    Taken.nothing(parted.ofBranchOr(new Answer.Gap(currentMark()), batch));
            case Verdict.Forked forked -> {
                // What it parts from is kept for good before it is said to part from it.
                force();
                yield Taken.nothing(parted.by(forked, batch));
            }
            case Verdict.Refused(Answer.Reason reason, String why) -> {
                Answer refused = new Answer.Refused(reason, why);
                yield Taken.nothing(
                        reason == Answer.Reason.FORGED
                                ? parted.ofBranchOr(refused, batch)
                                : refused);
            }
        };
    }

    private void append(List<EntryBytes> entries, SignedHead head) {
        int bytes = entries.stream().mapToInt(EntryBytes::size).sum();
        if (journal.pendingBytes() + bytes > Journal.PENDING_BYTES_MAX
                || journal.isOfLaterDay(entries.getFirst())) force();
        for (EntryBytes entry : entries) unforced.add(journal.append(entry).hash());
        pending = head;
    }

    private Known known(NodeName peer) {
        boolean held = isQuarantined() && !isOver();
        return new Known(peer, id(), journal.head(), this::hashAt, origin, held);
    }

    /** About all that is appended: not to be told before it is forced. */
    private Mark currentMark() {
        return marks.of(journal.head());
    }

    private void note(Mark mark) {
        try {
            note.write(mark);
        } catch (UncheckedIOException e) {
            throw new JournalBroken(id(), e);
        }
    }

    private void requireKept(Mark mark) {
        MarkNote.shortfall(mark, received().sequence(), journal::hashAt)
                .ifPresent(wrong -> {
                    throw new MarkUnkept(wrong);
                });
    }

    private Optional<Hash> acceptedAt(long sequence) {
        return sequence <= journal.head().sequence()
                ? Optional.of(hashAt(sequence))
                : Optional.empty();
    }

    private Hash hashAt(long sequence) {
        long beyond = sequence - journal.forced().sequence();
        return beyond <= 0 ? journal.hashAt(sequence) : unforced.get((int) beyond - 1);
    }
}
