package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.TillDayClosed;
import org.jspecify.annotations.Nullable;

/** The till's day and its drawer. */
@Controller("/api/v1")
@ExecuteOn(Counter.THREADS)
final class DayApi {
    private final Counter counter;

    DayApi(Counter counter) {
        this.counter = counter;
    }

    /** Opens the business day, with the float that is in the drawer. */
    @Post("/day/open")
    HttpResponse<Answers.Recorded> open(@Body Requests.OpenDay request) {
        return record(Asked.of(request));
    }

    /** Closes the business day: the till Z. */
    @Post("/day/close")
    HttpResponse<Answers.DayClosed> close(@Body Requests.CloseDay request) {
        return counter.record(Asked.of(request), DayApi::closed);
    }

    /** More float, brought to the drawer. */
    @Post("/cash/float")
    HttpResponse<Answers.Recorded> provideFloat(@Body Requests.MoveCash request) {
        return record(Asked.of(CashMovement.Kind.FLOAT_PROVIDED, request), request.approval());
    }

    /** Cash from the drawer to the safe. */
    @Post("/cash/pickup")
    HttpResponse<Answers.Recorded> pickUp(@Body Requests.MoveCash request) {
        return record(Asked.of(CashMovement.Kind.PICKUP, request), request.approval());
    }

    /** Cash into the drawer that is no sale. */
    @Post("/cash/paid-in")
    HttpResponse<Answers.Recorded> payIn(@Body Requests.MoveCash request) {
        return record(Asked.of(CashMovement.Kind.PAID_IN, request), request.approval());
    }

    /** Cash out of the drawer that is no return. */
    @Post("/cash/paid-out")
    HttpResponse<Answers.Recorded> payOut(@Body Requests.MoveCash request) {
        return record(Asked.of(CashMovement.Kind.PAID_OUT, request), request.approval());
    }

    /** The drawer is opened without a sale. */
    @Post("/no-sale")
    HttpResponse<Answers.Recorded> openDrawer(@Body Requests.OpenDrawer request) {
        return record(Asked.of(request), request.approval());
    }

    /** The drawer was counted. A later count of the same day replaces an earlier one. */
    @Post("/count")
    HttpResponse<Answers.Recorded> count(@Body Requests.Count request) {
        return record(Asked.of(request));
    }

    private HttpResponse<Answers.Recorded> record(Ask ask) {
        return counter.record(ask, Told::recorded);
    }

    private HttpResponse<Answers.Recorded> record(Ask ask, Requests.@Nullable Approval approval) {
        return counter.record(ask, Asked.claims(approval), Told::recorded);
    }

    private static Answers.DayClosed closed(Outcome.Done done) {
        RecordedEntry entry = done.main();
        TillDayClosed z = (TillDayClosed) entry.entry().event();
        return new Answers.DayClosed(
                Told.report(z.zNumber(), entry.entry().header().businessDay(), z.totals()),
                Told.position(entry));
    }
}
