package io.tidemark.ledger.sync;

import io.tidemark.ledger.Answer;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A quarantined sender shows its branch: an answer acknowledges nothing, and only tells how far the
 * receiver's history goes along with ours. The transitions are in {@link Sender}'s table.
 *
 * @param known of the fork so far
 */
record Showing(Sender sender, Fork known) {
    Sender.Result heard(Answer answer, Evidence evidence, Instant now) {
        return switch (answer) {
            case Answer.Marked(Mark mark) when isReborn(mark, evidence) ->
                    new Sender.Result(
                            Sender.starting(sender.journal()).after(mark, now),
                            new Heard.Advanced(mark));
            case Answer.Marked _ -> shown(known.sharedUpTo(shownTo()), now);
            case Answer.Forked(long at, Hash receivers, Hash senders) ->
                    shown(
                            at <= shownTo() ? known.firstDifference(at, senders, receivers) : known,
                            now);
            case Answer.NotNow(Duration retryAfter) -> sender.held(now.plus(retryAfter));
            case Answer.Gap _, Answer.Wanted _, Answer.Refused _ -> {
                Instant until = now.plus(Sender.REFUSED_WAIT);
                yield new Sender.Result(
                        sender.unsure(new SenderState.Waiting(until)), new Heard.Held(until));
            }
        };
    }

    private boolean isReborn(Mark mark, Evidence evidence) {
        return known.isFallenMark()
                && sender.state() instanceof SenderState.Greeting
                && mark.origin().equals(sender.journal())
                && mark.receiverEpoch() > sender.receiverEpoch()
                && evidence.isByReceiver(mark)
                && Sender.contradiction(mark, evidence).isEmpty();
    }

    private long shownTo() {
        return sender.state() instanceof SenderState.Ready(_, List<Long> inFlight, _, _, _)
                        && !inFlight.isEmpty()
                ? inFlight.getFirst()
                : known.shared();
    }

    private Sender.Result shown(Fork found, Instant now) {
        SenderState next =
                switch (sender.state()) {
                    case SenderState.Greeting _ -> SenderState.Ready.after(found.shared(), now);
                    case SenderState.Ready ready -> ready.shown(now);
                    case SenderState.Waiting waiting -> waiting;
                    case SenderState.Connected connected -> connected;
                };
        return new Sender.Result(
                new Sender(sender.journal(), next, sender.last(), 0, Optional.of(found)),
                new Heard.Shown(found.shared()));
    }
}
