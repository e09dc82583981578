package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.tidemark.edge.record.Found;
import io.tidemark.edge.sync.GatewayQuestions;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import io.tidemark.node.web.Problem;
import io.tidemark.node.web.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One wish to take up a basket, which the gateway promises to one till at a time. */
final class BasketClaim implements Counter.Claiming {
    private final String basket;
    private final ResumedElsewhere resumed;
    private boolean mayHold;
    private @Nullable BasketSuspended given;

    BasketClaim(String basket, ResumedElsewhere resumed) {
        this.basket = basket;
        this.resumed = resumed;
    }

    /** What is in it, where the gateway told. */
    @Nullable BasketSuspended given() {
        return given;
    }

    @Override
    public Found hoped(TillDesk desk) {
        return Found.claimed(desk.workplace().workstation());
    }

    @Override
    public Found look(TillDesk desk) {
        resumed.find(basket)
                .ifPresent(there -> {
                    throw taken(there.workstation(), there.at(), desk);
                });
        GatewayQuestions.Outcome told = BasketsApi.asked(desk, new Subject.ClaimBasket(basket));
        // A reply that came too late may have promised it all the same.
        mayHold = !(told instanceof GatewayQuestions.Outcome.Offline);
        if (!(told instanceof GatewayQuestions.Outcome.Answered(Reply reply))) return Found.NONE;
        if (reply instanceof Reply.BasketTaken(String workstation, var at)) {
            mayHold = false;
            throw taken(workstation, at, desk);
        }
        if (!(reply instanceof Reply.BasketClaimed claimed)) return Found.NONE;
        given = read(claimed).orElse(null);
        return given == null ? Found.NONE : Found.claimed(claimed.workstation());
    }

    /**
     * Nobody waits for it: a promise that is not given back ends by itself in a minute. What
     * another ask of this till has taken up in the meantime stays promised to it.
     */
    @Override
    public void giveBack(TillDesk desk) {
        if (!mayHold || BasketsApi.takenUp(basket, desk).isPresent()) return;
        var _ = desk.questions().ask(new Subject.ReleaseBasket(basket));
    }

    static Optional<BasketSuspended> read(Reply.BasketClaimed claimed) {
        try {
            return EntryCodec.decode(claimed.entry()).event() instanceof BasketSuspended basket
                    ? Optional.of(basket)
                    : Optional.empty();
        } catch (Malformed unreadable) {
            return Optional.empty();
        }
    }

    private Refusal taken(String workstation, Instant at, TillDesk desk) {
        return new Refusal(
                Problem.of(
                                HttpStatus.CONFLICT,
                                "basket "
                                        + basket
                                        + " was taken up at "
                                        + workstation
                                        + " at "
                                        + BasketJson.local(at, BasketsApi.zone(desk)))
                        .ofKind("basket-taken"));
    }
}
