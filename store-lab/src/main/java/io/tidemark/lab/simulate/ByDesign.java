package io.tidemark.lab.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.sync.Known;
import io.tidemark.ledger.sync.Receiver;
import io.tidemark.ledger.sync.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receives with the kernel's {@link Receiver} and {@link Journal}. */
final class ByDesign implements Receiving {
    private final JournalId receiver;
    private final Keys keys;
    private final Journal journal;
    private final Note quarantine;
    private final List<Hash> unforced = new ArrayList<>();
    private @Nullable SignedHead pending;
    private boolean quarantined;

    ByDesign(JournalId receiver, Keys keys, Journal journal, Note quarantine) {
        this.receiver = receiver;
        this.keys = keys;
        this.journal = journal;
        this.quarantine = quarantine;
        this.quarantined = quarantine.read().isPresent();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public boolean quarantined() {
        return quarantined;
    }

    @Override
    public Answer hello(NodeName peer, Hello hello) {
        return answered(Receiver.examine(hello, known(peer))).answer();
    }

    @Override
    public Taken batch(NodeName peer, Batch batch) {
        return answered(Receiver.examine(batch, known(peer)));
    }

    @Override
    public void force() {
        SignedHead head = pending;
        if (head == null) return;
        journal.force(head);
        pending = null;
        unforced.clear();
    }

    private Taken answered(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fresh(List<EntryBytes> entries, SignedHead head) -> {
                for (EntryBytes entry : entries) unforced.add(journal.append(entry).hash());
                pending = head;
                yield new Taken(new Answer.Marked(mark()), entries);
            }
            case Verdict.Known _ -> Taken.nothing(new Answer.Marked(mark()));
            case Verdict.Gap _ -> Taken.nothing(new Answer.Gap(mark()));
            case Verdict.Forked(long at, Hash ours, Hash theirs) -> {
                quarantine.writeAndForce(("forked at " + at).getBytes(UTF_8));
                quarantined = true;
                yield Taken.nothing(new Answer.Forked(at, ours, theirs));
            }
            case Verdict.Refused(Answer.Reason reason, String why) ->
                    Taken.nothing(new Answer.Refused(reason, why));
        };
    }

    private Mark mark() {
        return Mark.sign(receiver, journal.id(), journal.head(), keys.signer());
    }

    private Known known(NodeName peer) {
        return new Known(
                peer,
                journal.id(),
                journal.head(),
                this::hashAt,
                keys.verifierOf(journal.id().node()),
                quarantined);
    }

    private Hash hashAt(long sequence) {
        Head forced = journal.forced();
        return sequence > forced.sequence()
                ? unforced.get((int) (sequence - forced.sequence() - 1))
                : journal.hashAt(sequence);
    }
}
