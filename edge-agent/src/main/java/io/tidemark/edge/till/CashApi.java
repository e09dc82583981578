package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.node.people.Claim;
import java.util.ArrayList;
import java.util.List;

/**
 * Cash that enters or leaves the drawer without a sale. It has two sides: who works at the till
 * records it, and another person confirms it, with the command or later.
 */
@Controller("/api/v1/cash")
@ExecuteOn(Counter.THREADS)
final class CashApi {
    private final Counter counter;
    private final Desks desks;

    CashApi(Counter counter, Desks desks) {
        this.counter = counter;
        this.desks = desks;
    }

    /** More float, brought to the drawer. */
    @Post("/float")
    HttpResponse<CashAnswers.Moved> provideFloat(@Body Requests.MoveCash request) {
        return move(CashMovement.Kind.FLOAT_PROVIDED, request);
    }

    /** The same by its other name: cash lent to the drawer during the day. */
    @Post("/loan")
    HttpResponse<CashAnswers.Moved> lend(@Body Requests.MoveCash request) {
        return move(CashMovement.Kind.FLOAT_PROVIDED, request);
    }

    /** Cash from the drawer to the safe. */
    @Post("/pickup")
    HttpResponse<CashAnswers.Moved> pickUp(@Body Requests.MoveCash request) {
        return move(CashMovement.Kind.PICKUP, request);
    }

    /** Cash put into a drop safe, which whoever sells cannot open. */
    @Post("/safe-drop")
    HttpResponse<CashAnswers.Moved> drop(@Body Requests.MoveCash request) {
        return move(CashMovement.Kind.SAFE_DROP, request);
    }

    /** Cash into the drawer that is no sale. */
    @Post("/paid-in")
    HttpResponse<CashAnswers.Moved> payIn(@Body Requests.MoveCash request) {
        return move(CashMovement.Kind.PAID_IN, request);
    }

    /** Cash out of the drawer that is no return. */
    @Post("/paid-out")
    HttpResponse<CashAnswers.Moved> payOut(@Body Requests.MoveCash request) {
        return move(CashMovement.Kind.PAID_OUT, request);
    }

    /** Another person confirms what was moved before, also on an earlier business day. */
    @Post("/confirmations")
    HttpResponse<CashAnswers.Confirmed> confirm(@Body CashRequests.ConfirmCash request) {
        return counter.record(
                AskedCash.confirm(request),
                AskedCash.claims(request.confirmation()),
                CashTold::confirmed);
    }

    /** What nobody else has confirmed yet, the oldest first. */
    @Get("/unconfirmed")
    List<CashAnswers.Unconfirmed> unconfirmed() {
        return CashTold.unconfirmed(desks.now().recorder().view().unconfirmed());
    }

    private HttpResponse<CashAnswers.Moved> move(
            CashMovement.Kind kind, Requests.MoveCash request) {
        List<Claim> claims = new ArrayList<>(Asked.claims(request.approval()));
        claims.addAll(AskedCash.claims(request.confirmation()));
        return counter.record(AskedCash.move(kind, request), claims, CashTold::moved);
    }
}
