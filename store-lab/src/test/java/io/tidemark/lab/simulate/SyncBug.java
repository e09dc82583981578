package io.tidemark.lab.simulate;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.Hello;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Signature;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.ledger.journal.Slice;
import io.tidemark.ledger.receive.Taken;
import io.tidemark.ledger.sync.Evidence;
import io.tidemark.ledger.sync.Sender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Bugs between a sender and its receiver. */
enum SyncBug implements PlantedBug {
    SKIP_THE_DUPLICATE_CHECK_AT_THE_RECEIVER {
        @Override
        public Taken batch(Misreceiving at, NodeName peer, Batch batch) {
            Journal journal = at.journal();
            if (batch.from() > journal.head().sequence()) return at.real().batch(peer, batch);
            batch.entries().forEach(journal::append);
            return new Taken(
                    new Answer.Marked(at.mark(journal.head())),
                    journal.head().sequence(),
                    batch.entries());
        }
    },
    ACCEPT_A_GAP {
        @Override
        public Taken batch(Misreceiving at, NodeName peer, Batch batch) {
            Taken taken = at.real().batch(peer, batch);
            return taken.answer() instanceof Answer.Gap
                    ? Misreceiving.nothing(new Answer.Marked(at.mark(batch.head().head())))
                    : taken;
        }
    },
    REUSE_A_SEQUENCE_AFTER_RESTORE {
        @Override
        public Sender.Result heard(Sender sender, Answer answer, Evidence evidence, Instant now) {
            if (!(answer instanceof Answer.Marked(Mark mark)))
                return sender.heard(answer, evidence, now);
            return sender.heard(answer, new Gullible(evidence, mark.head()), now);
        }
    },
    A_MARK_FALLS {
        @Override
        public Answer hello(Misreceiving at, NodeName peer, Hello hello) {
            Answer answer = at.real().hello(peer, hello);
            if (!(answer instanceof Answer.Marked(Mark mark)) || mark.sequence() < 2) return answer;
            long lower = at.journal().forced().sequence() / 2;
            return new Answer.Marked(at.mark(new Head(lower, at.journal().hashAt(lower))));
        }
    },
    ACCEPT_ANOTHER_DEVICES_ENTRIES {
        @Override
        public Taken batch(Misreceiving at, NodeName peer, Batch batch) {
            return at.real().batch(batch.origin().node(), batch);
        }
    },
    MERGE_A_FORK {
        @Override
        public Answer hello(Misreceiving at, NodeName peer, Hello hello) {
            return Reception.meets(at.real(), hello.head().head())
                    ? new Answer.Marked(at.mark(at.journal().forced()))
                    : at.real().hello(peer, hello);
        }

        @Override
        public Taken batch(Misreceiving at, NodeName peer, Batch batch) {
            return Reception.meets(at.real(), batch)
                    ? Misreceiving.nothing(new Answer.Marked(at.mark(at.journal().forced())))
                    : at.real().batch(peer, batch);
        }
    },
    TAKE_A_PUBACK_FOR_A_MARK {
        @Override
        public Sender taken(Sender sender, long last) {
            if (last <= sender.marked()) return sender;
            Mark taken =
                    new Mark(
                            sender.journal().node(),
                            Math.max(1, sender.receiverEpoch()),
                            sender.journal(),
                            new Head(last, Hash.digest(new byte[0])),
                            Signature.of(new byte[Signature.BYTES]));
            return new Sender(
                    sender.journal(),
                    sender.state(),
                    Optional.of(taken),
                    sender.failures(),
                    sender.fork());
        }
    },
    TAKE_A_BRANCH_IN_TWICE {
        @Override
        public void takeIn(Journal before, long from, Consumer<EntryBytes> append) {
            super.takeIn(before, from, append);
            super.takeIn(before, from, append);
        }
    },
    GO_ON_WITHOUT_ASKING_WHO_ALLOWED_IT {
        @Override
        public boolean accepts(Continuation offered, Verifier authority) {
            return true;
        }
    },
    SEND_OTHER_BYTES_WHEN_ASKED_AGAIN {
        @Override
        public Slice readAgain(Journal own, long from, int bytes) {
            Slice slice = own.read(from, bytes);
            List<EntryBytes> others = new ArrayList<>(slice.entries());
            others.set(0, own.read(own.forced().sequence(), 1).entries().getFirst());
            return new Slice(from, others, slice.head());
        }
    };
}
