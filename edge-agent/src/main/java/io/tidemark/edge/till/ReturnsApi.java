package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Ask;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.node.web.Problem;
import io.tidemark.node.web.Refusal;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Goods that come back, and receipts that are taken back. The gateway may be asked. */
@Controller("/api/v1")
@ExecuteOn(EnquiryThreads.NAME)
final class ReturnsApi {
    private final Counter counter;
    private final Desks desks;

    ReturnsApi(Counter counter, Desks desks) {
        this.counter = counter;
        this.desks = desks;
    }

    /**
     * Takes goods back, with their receipt or without: quantities and tenders are negative. A line
     * that names its original has that receipt's amounts; one whose receipt cannot be looked at is
     * taken only if the request says {@code unchecked}.
     */
    @Post("/returns")
    HttpResponse<Answers.Sold> takeBack(@Body Requests.Retail request) {
        Ask.TakeBack ask = Asked.takeBack(request);
        return counter.record(
                ask,
                Asked.claims(request.approval()),
                desk -> LookedUp.originals(ask.basket(), desk),
                SalesApi::sold);
    }

    /** The amounts at which these goods would be taken back. Nothing is recorded. */
    @Post("/returns/quote")
    Answers.Priced quote(@Body Requests.Retail request) {
        return Told.priced(
                counter.quote(Asked.takeBack(request)), desks.now().workplace().currency(), null);
    }

    /**
     * A receipt that goods come back with, and what is left of it to return: found here, else asked
     * of the gateway.
     *
     * @param store this one unless given
     * @param workstation this one unless given
     */
    @Get("/returns/receipt")
    ReturnsJson.Receipt receipt(
            @QueryValue @Nullable String store,
            @QueryValue @Nullable String workstation,
            @QueryValue String day,
            @QueryValue long receipt) {
        TillDesk desk = desks.now();
        CounterThreads.requireOne();
        OriginalReceipt wanted =
                Asked.receipt(
                        store == null ? desk.workplace().journal().node().store() : store,
                        workstation == null ? desk.workplace().workstation() : workstation,
                        day,
                        receipt);
        return switch (new ReceiptSearch(desk, desk.questions()).find(wanted)) {
            case ReceiptSearch.Result.Whole whole -> told(whole, desk);
            case ReceiptSearch.Result.Lacking(var _, String why) ->
                    throw new Refusal(
                            Problem.of(
                                            HttpStatus.NOT_FOUND,
                                            "receipt "
                                                    + receipt
                                                    + " of "
                                                    + wanted.workstation()
                                                    + " on "
                                                    + day
                                                    + ": "
                                                    + why)
                                    .ofKind("not-checked"));
        };
    }

    /** Takes a whole receipt of this till's open day back; answered with what undoes it. */
    @Post("/receipts/{number}/post-void")
    HttpResponse<Answers.Sold> postVoid(long number, @Body Requests.PostVoid request) {
        return counter.record(
                Asked.postVoid(number, request),
                Asked.claims(request.approval()),
                desk -> LookedUp.undone(number, desk),
                SalesApi::sold);
    }

    private static ReturnsJson.Receipt told(ReceiptSearch.Result.Whole whole, TillDesk desk) {
        try {
            return ReturnsJson.Receipt.of(
                    whole,
                    desk.recorder().returned(whole.receipt(), whole.given().lines().size()),
                    desk.workplace().workstation());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the till cannot be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "the till is stopping");
        }
    }
}
