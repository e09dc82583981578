package io.tidemark.edge.till;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Staff;
import io.tidemark.edge.record.TillView;
import io.tidemark.ledger.event.Totals;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The open day so far. A reading: nothing is closed, and it may be taken as often as one likes.
 *
 * <p>A drawer is counted blind: what should be in it, and what was taken by which tender, is told
 * once the till is settled and as long as nothing has moved since; before that, to a supervisor or
 * a manager.
 */
@Controller("/api/v1/x-report")
@ExecuteOn(Counter.THREADS)
final class XReportApi {
    private final Desks desks;
    private final Counter counter;

    XReportApi(Desks desks, Counter counter) {
        this.desks = desks;
        this.counter = counter;
    }

    /** As whoever is signed on may see it: {@code blind} says whether the drawer is left out. */
    @Get
    Answers.Report seen() {
        TillDesk desk = desks.now();
        TillView view = desk.recorder().view();
        Answers.Report whole = whole(view);
        return view.settleStanding(null).isSettled() || maySee(view, desk.staff())
                ? whole
                : ReportTold.blind(whole);
    }

    /**
     * All of it, as a supervisor or a manager allows with number and PIN; whoever is signed on as
     * one needs none, and where the master data name no operators nobody does.
     */
    @Post
    Answers.Report allowed(@Body Requests.XReport request) {
        TillDesk desk = desks.now();
        TillView view = desk.recorder().view();
        if (!maySee(view, desk.staff())) counter.requireSupervisor(request.approval());
        return whole(view);
    }

    private static Answers.Report whole(TillView view) {
        Totals totals = view.totals();
        LocalDate day = view.businessDay();
        if (totals == null || day == null)
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "no business day is open: the last one's figures are on its Z");
        return ReportTold.report(0, day, totals, view.unconfirmed());
    }

    private static boolean maySee(TillView view, Staff staff) {
        return Optional.ofNullable(view.present())
                .filter(present -> !present.locked())
                .flatMap(present -> staff.find(present.operator()))
                .filter(operator -> operator.role().mayApprove())
                .isPresent();
    }
}
