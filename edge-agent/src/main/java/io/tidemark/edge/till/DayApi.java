package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.RecordedEntry;
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
    HttpResponse<CashAnswers.Moved> open(@Body Requests.OpenDay request) {
        return counter.record(
                AskedCash.open(request),
                AskedCash.claims(request.confirmation()),
                CashTold::opened);
    }

    /** Closes the business day: the till Z. */
    @Post("/day/close")
    HttpResponse<Answers.DayClosed> close(@Body Requests.CloseDay request) {
        return counter.record(Asked.of(request), DayApi::closed);
    }

    /** The drawer is opened without a sale. */
    @Post("/no-sale")
    HttpResponse<Answers.Recorded> openDrawer(@Body Requests.OpenDrawer request) {
        return record(Asked.of(request), request.approval());
    }

    private HttpResponse<Answers.Recorded> record(Ask ask, Requests.@Nullable Approval approval) {
        return counter.record(ask, Asked.claims(approval), Told::recorded);
    }

    private static Answers.DayClosed closed(Outcome.Done done) {
        RecordedEntry entry = done.main();
        return new Answers.DayClosed(ZApi.told(entry), Told.position(entry));
    }
}
