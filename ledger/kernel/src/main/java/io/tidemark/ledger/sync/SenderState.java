package io.tidemark.ledger.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a {@link Sender} stands with its receiver. */
public sealed interface SenderState {
    record Waiting(Instant until) implements SenderState {}

    record Connected() implements SenderState {}

    record Greeting(Instant answerBy) implements SenderState {}

    /**
     * @param inFlight the last sequence of each batch that no mark covers yet, ascending
     * @param again what the receiver wants once more, and gets first
     * @param since when the greeting was answered
     */
    record Ready(
            long sentTo,
            List<Long> inFlight,
            Instant answerBy,
            Optional<Again> again,
            Instant since)
            implements SenderState {
        public Ready {
            inFlight = List.copyOf(inFlight);
        }

        static Ready after(long sequence, Instant now) {
            return new Ready(
                    sequence, List.of(), now.plus(Sender.ANSWER_MAX), Optional.empty(), now);
        }

        long next() {
            return again.map(Again::next).orElse(sentTo + 1);
        }

        Ready sent(long last, Instant now) {
            List<Long> waiting = new ArrayList<>(inFlight);
            waiting.add(last);
            return new Ready(
                    Math.max(sentTo, last),
                    waiting,
                    now.plus(Sender.ANSWER_MAX),
                    again.flatMap(range -> range.after(last)),
                    since);
        }

        Ready marked(long sequence, Instant now) {
            List<Long> waiting = inFlight.stream().filter(sent -> sent > sequence).toList();
            return new Ready(
                    Math.max(sentTo, sequence), waiting, now.plus(Sender.ANSWER_MAX), again, since);
        }

        /** Sends this before anything else; what is in flight does not matter any more. */
        Ready wanting(Again range, Instant now) {
            return new Ready(
                    sentTo, List.of(), now.plus(Sender.ANSWER_MAX), Optional.of(range), since);
        }

        /** What was in flight was looked at. */
        Ready shown(Instant now) {
            return new Ready(
                    sentTo, List.of(), now.plus(Sender.ANSWER_MAX), Optional.empty(), since);
        }
    }

    /** Entries that are to be sent again. */
    record Again(long next, long to) {
        Optional<Again> after(long last) {
            return last >= to ? Optional.empty() : Optional.of(new Again(last + 1, to));
        }
    }
}
