package io.tidemark.fog.dashboard;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.tidemark.fog.question.Doubles;
import java.util.List;

/** What was done twice while a till was offline, for programs of this machine. */
@Controller("/api/v1")
final class DoublesApi {
    private final Doubles doubles;

    DoublesApi(Doubles doubles) {
        this.doubles = doubles;
    }

    /** Lines of receipts of which more came back than was sold, the latest receipts first. */
    @Get("/returned-twice")
    List<DoublesTold.ReturnedTwice> returned() {
        return doubles.returned().stream().map(DoublesTold.ReturnedTwice::of).toList();
    }

    /** Suspended baskets that more than one till took up. */
    @Get("/resumed-twice")
    List<DoublesTold.ResumedTwice> resumed() {
        return doubles.resumed().stream().map(DoublesTold.ResumedTwice::of).toList();
    }

    /** Suspended baskets that nobody has taken up, the latest first. */
    @Get("/suspended-baskets")
    List<DoublesTold.Waiting> waiting() {
        return doubles.waiting().stream().map(DoublesTold.Waiting::of).toList();
    }
}
