package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.Pricing;

/** Goods against money. */
@Controller("/api/v1")
@ExecuteOn(Counter.THREADS)
final class SalesApi {
    private final Counter counter;
    private final Desks desks;

    SalesApi(Counter counter, Desks desks) {
        this.counter = counter;
        this.desks = desks;
    }

    /** Sells: answered once the sale is on disk. */
    @Post("/sales")
    HttpResponse<Answers.Sold> sell(@Body Requests.Retail request) {
        Ask.Sell ask = Asked.sell(request);
        return counter.record(ask, Asked.claims(request.approval()), SalesApi::sold);
    }

    /** A basket is given up before anybody paid: recorded, and sold to nobody. */
    @Post("/baskets/void")
    HttpResponse<Answers.Recorded> voidBasket(@Body Requests.Retail request) {
        Ask.VoidBasket ask = Asked.voidBasket(request);
        return counter.record(ask, Asked.claims(request.approval()), Told::recorded);
    }

    /**
     * What a basket would cost now. Nothing is recorded, and nothing is offered that could not be.
     */
    @Post("/basket")
    HttpResponse<Answers.Priced> price(@Body Requests.Price request) {
        Pricing.Result.Priced priced =
                counter.offer(
                        AskedBasket.lines(request.lines()),
                        AskedBasket.discounts(request.discounts()));
        return HttpResponse.ok(
                Told.priced(
                        priced,
                        desks.now().workplace().currency(),
                        AskedBasket.tip(request.tip())));
    }

    static Answers.Sold sold(Outcome.Done done) {
        return new Answers.Sold(Told.receipt(done.main(), false, 0), Told.position(done.main()));
    }
}
