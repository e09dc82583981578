package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.Pricing;
import io.tidemark.ledger.money.CurrencyCode;

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
        return counter.record(ask, ask.basket().lines(), SalesApi::sold);
    }

    /** Takes goods back, with their receipt or without: quantities and tenders are negative. */
    @Post("/returns")
    HttpResponse<Answers.Sold> takeBack(@Body Requests.Retail request) {
        Ask.TakeBack ask = Asked.takeBack(request);
        return counter.record(ask, ask.basket().lines(), SalesApi::sold);
    }

    /**
     * What a basket would cost now. Nothing is recorded, and nothing is offered that could not be.
     */
    @Post("/basket")
    HttpResponse<Answers.Priced> price(@Body Requests.Price request) {
        Pricing.Result.Priced priced = counter.offer(Asked.lines(request.lines()));
        CurrencyCode currency = desks.now().workplace().currency();
        return HttpResponse.ok(Told.priced(priced.lines(), currency, priced.masterDataVersion()));
    }

    private static Answers.Sold sold(Outcome.Done done) {
        return new Answers.Sold(Told.receipt(done.main(), false), Told.position(done.main()));
    }
}
