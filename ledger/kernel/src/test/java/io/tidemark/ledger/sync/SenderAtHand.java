package io.tidemark.ledger.sync;

import static io.tidemark.ledger.TestShop.GATEWAY;
import static io.tidemark.ledger.TestShop.GATEWAY_KEYS;
import static io.tidemark.ledger.TestShop.TILL;
import static io.tidemark.ledger.TestShop.TILL_KEYS;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.Mark;
import io.tidemark.ledger.TestChain;
import java.time.Instant;

/** A sender of twenty entries, and the answers that its gateway may give. */
abstract class SenderAtHand {
    static final Instant NOON = Instant.parse("2011-12-05T12:00:00Z");
    final TestChain till = new TestChain(TILL, TILL_KEYS).append(20);

    Sender readyAt(long sequence) {
        return hear(Sender.starting(TILL).connected().greeted(NOON), marked(sequence));
    }

    Sender hear(Sender sender, Answer answer) {
        return hear(sender, answer, NOON);
    }

    Sender hear(Sender sender, Answer answer, Instant now) {
        return sender.heard(answer, evidence(), now).sender();
    }

    Mark markOfLife(int epoch, long sequence) {
        return Mark.sign(
                new JournalId(GATEWAY.node(), epoch),
                TILL,
                new Head(sequence, till.hashAt(sequence)),
                GATEWAY_KEYS.signer());
    }

    Answer marked(long sequence) {
        return new Answer.Marked(mark(sequence));
    }

    Mark mark(long sequence) {
        return Mark.sign(
                GATEWAY, TILL, new Head(sequence, till.hashAt(sequence)), GATEWAY_KEYS.signer());
    }

    Evidence evidence() {
        return new Evidence() {
            @Override
            public Head forced() {
                return till.head();
            }

            @Override
            public Hash hashAt(long sequence) {
                return till.hashAt(sequence);
            }

            @Override
            public boolean isByReceiver(Mark mark) {
                return mark.isBy(GATEWAY.node(), GATEWAY_KEYS.verifier());
            }
        };
    }
}
