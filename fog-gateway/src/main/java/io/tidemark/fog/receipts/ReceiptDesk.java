package io.tidemark.fog.receipts;

import io.tidemark.fog.forward.HeadOfficeAway;
import io.tidemark.ledger.proof.ReceiptQuestion;
import io.tidemark.node.home.Halting;
import io.tidemark.node.loop.BackgroundLoop;
import io.tidemark.node.loop.Rest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * Asks head office for questions about receipts and answers them, one at a time and not more than a
 * few a second, on a thread of its own. Forwarding the store's journal comes first. That head
 * office is away shows elsewhere; here it only makes for a longer pause.
 */
public final class ReceiptDesk implements AutoCloseable {
    /** Between two answers: five a second at most. */
    static final Duration BETWEEN = Duration.ofMillis(200);

    private static final Duration WHILE_BEHIND = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    /** Also for a head office of an older version, which has no such questions. */
    private static final Duration RETRY_MAX = Duration.ofMinutes(1);

    private final Questions questions;
    private final ReceiptLookup lookup;
    private final BooleanSupplier behind;
    private final Deque<ReceiptQuestion> waiting = new ArrayDeque<>();
    private final BackgroundLoop loop = new BackgroundLoop("receipts", this::turn);
    private Duration pause = FIRST_RETRY;

    /**
     * @param behind whether the store journal has anything to send: that goes first
     */
    public ReceiptDesk(Questions questions, ReceiptLookup lookup, BooleanSupplier behind) {
        this.questions = questions;
        this.lookup = lookup;
        this.behind = behind;
    }

    /**
     * @param halting for a bug: a question that nobody answers any more must not go unnoticed
     */
    public ReceiptDesk start(Halting halting) {
        loop.start(halting);
        return this;
    }

    @Override
    public void close() {
        loop.close();
    }

    private Rest turn() {
        if (behind.getAsBoolean()) return new Rest.Pause(WHILE_BEHIND);
        try {
            if (waiting.isEmpty()) waiting.addAll(questions.wanted());
            ReceiptQuestion next = waiting.poll();
            if (next != null) questions.answer(lookup.answer(next));
            pause = FIRST_RETRY;
            return new Rest.Pause(BETWEEN);
        } catch (HeadOfficeAway away) {
            Rest rest = Rest.about(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(RETRY_MAX) < 0 ? doubled : RETRY_MAX;
            return rest;
        }
    }
}
