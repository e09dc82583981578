package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Outcome;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.web.Refusal;

/**
 * The drawer is counted and the till settled, blind: until it is settled, no answer here says what
 * should be there, nor by how much a count was off.
 */
@Controller("/api/v1")
@ExecuteOn(Counter.THREADS)
final class SettleApi {
    private final Counter counter;
    private final Desks desks;

    SettleApi(Counter counter, Desks desks) {
        this.counter = counter;
        this.desks = desks;
    }

    /**
     * The drawer was counted. A later count of the same day replaces an earlier one of the same
     * tender and currency; one that is in order settles the till.
     */
    @Post("/count")
    HttpResponse<CashAnswers.Counted> count(@Body CashRequests.Count request) {
        return counter.record(AskedCash.count(request), this::counted);
    }

    private CashAnswers.Counted counted(Outcome.Done done) {
        return CashTold.counted(done, standing());
    }

    /** What is to be counted, or to be done next. */
    @Get("/settle")
    CashAnswers.Standing standing() {
        return CashTold.standing(desks.now());
    }

    /**
     * Settles a till that is over or short by more than the shop tolerates, with a reason and a
     * second person's approval.
     */
    @Post("/settle")
    HttpResponse<CashAnswers.Settled> settle(@Body CashRequests.Settle request) {
        return counter.record(
                AskedCash.settle(request), Asked.claims(request.approval()), CashTold::settled);
    }

    /** The coins and notes of a currency (ISO 4217). */
    @Get("/denominations")
    CashAnswers.Faces denominations(@QueryValue String currency) {
        try {
            return CashTold.faces(new CurrencyCode(currency));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
