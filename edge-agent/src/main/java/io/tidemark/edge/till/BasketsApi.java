package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.Parked;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.edge.record.TakenUp;
import io.tidemark.edge.record.TillView;
import io.tidemark.edge.sync.GatewayQuestions;
import io.tidemark.ledger.event.BasketResumed;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.Subject;
import io.tidemark.node.web.Refusal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Baskets that wait for their customers, at this till and at the store's others. On threads of
 * their own: the gateway may be asked.
 */
@Controller("/api/v1/baskets/suspended")
@ExecuteOn(EnquiryThreads.NAME)
final class BasketsApi {
    private final Counter counter;
    private final Desks desks;
    private final ResumedElsewhere resumed = new ResumedElsewhere();

    BasketsApi(Counter counter, Desks desks) {
        this.counter = counter;
        this.desks = desks;
    }

    /** Suspends a basket: answered with its id, which its slip shows. Needs no gateway. */
    @Post
    HttpResponse<BasketJson.Suspended> suspend(@Body Requests.Retail request) {
        return counter.record(
                Asked.suspend(request), Asked.claims(request.approval()), this::suspended);
    }

    /**
     * Baskets that wait here and, as far as the gateway knows, at other tills; and which of this
     * till's are taken up elsewhere.
     */
    @Get
    BasketJson.All all() {
        TillDesk desk = desks.now();
        String own = desk.workplace().workstation();
        GatewayQuestions.Outcome told = asked(desk, new Subject.SuspendedBaskets());
        Reply.Baskets known = baskets(told);
        TillView view = desk.recorder().view();
        resumed.told(known.resumed(), view.parked());
        return new BasketJson.All(
                view.parked().stream()
                        .filter(parked -> resumed.find(parked.basket()).isEmpty())
                        .map(parked -> BasketJson.Waiting.of(parked, own))
                        .toList(),
                view.parked().stream()
                        .flatMap(parked -> resumed.find(parked.basket()).stream())
                        .map(basket -> BasketJson.Gone.of(basket, zone(desk)))
                        .toList(),
                view.takenUp().stream().map(BasketJson.Held::of).toList(),
                known.baskets().stream()
                        .filter(basket -> !basket.workstation().equals(own))
                        .map(basket -> BasketJson.Waiting.of(basket, zone(desk)))
                        .toList(),
                name(told));
    }

    /**
     * Takes a basket up again. One of this till needs no gateway; while that is reached, it gives a
     * basket to one till only.
     */
    @Post("/{id}/resume")
    HttpResponse<BasketJson.Resumed> resume(String id, @Body Requests.Plain request) {
        Ask.Resume ask = Asked.resume(id, request);
        BasketClaim claim = new BasketClaim(ask.suspended(), resumed);
        return counter.claim(ask, claim, done -> resumed(done, claim.given()));
    }

    /** What is in a basket that this till has taken up and not finished. */
    @Get("/{id}")
    BasketJson.Contents contents(String id) {
        TillDesk desk = desks.now();
        TakenUp taken =
                takenUp(id, desk)
                        .orElseThrow(() ->
                                new Refusal(
                                        HttpStatus.NOT_FOUND,
                                        "this till has taken up no basket "
                                                + id
                                                + ", or has finished it"));
        return contents(taken.basket(), taken.workstation(), null);
    }

    private BasketJson.Suspended suspended(Outcome.Done done) {
        RecordedEntry entry = done.main();
        BasketSuspended basket = (BasketSuspended) entry.entry().event();
        Parked parked =
                new Parked(
                        basket.id(),
                        entry.journal(),
                        entry.sequence(),
                        entry.entry().header().businessDay(),
                        entry.entry().header().at(),
                        entry.entry().header().operator(),
                        basket.lines().size(),
                        basket.total());
        return new BasketJson.Suspended(
                BasketJson.Waiting.of(parked, entry.entry().header().workstation()),
                Told.position(entry));
    }

    private BasketJson.Resumed resumed(Outcome.Done done, @Nullable BasketSuspended given) {
        BasketResumed resumed = (BasketResumed) done.main().entry().event();
        return new BasketJson.Resumed(
                contents(resumed.id(), resumed.workstation(), given), Told.position(done.main()));
    }

    private BasketJson.Contents contents(
            String basket, String workstation, @Nullable BasketSuspended given) {
        TillDesk desk = desks.now();
        BasketSuspended found =
                given != null ? given : here(basket, desk).orElseGet(() -> askedFor(basket, desk));
        return new BasketContents(found, desk.catalogues().current()).told(workstation);
    }

    private static Optional<BasketSuspended> here(String basket, TillDesk desk) {
        return takenUp(basket, desk)
                .flatMap(taken -> Optional.ofNullable(taken.here()))
                .map(place ->
                        (BasketSuspended)
                                desk.recorder()
                                        .entry(place.journal(), place.sequence())
                                        .entry()
                                        .event());
    }

    private static BasketSuspended askedFor(String basket, TillDesk desk) {
        if (asked(desk, new Subject.ClaimBasket(basket))
                instanceof GatewayQuestions.Outcome.Answered(Reply.BasketClaimed claimed))
            return BasketClaim.read(claimed).orElseThrow(() -> unreachable(basket));
        throw unreachable(basket);
    }

    private static Refusal unreachable(String basket) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "basket "
                        + basket
                        + " is this till's, but what is in it another till recorded, and the"
                        + " gateway is not reached: ask again, or scan the goods");
    }

    static Optional<TakenUp> takenUp(String basket, TillDesk desk) {
        return desk.recorder().view().takenUp().stream()
                .filter(taken -> taken.basket().equals(basket))
                .findFirst();
    }

    static GatewayQuestions.Outcome asked(TillDesk desk, Subject subject) {
        CounterThreads.requireOne();
        return GatewayAsked.now(desk.questions(), subject);
    }

    private static Reply.Baskets baskets(GatewayQuestions.Outcome told) {
        return told instanceof GatewayQuestions.Outcome.Answered(Reply.Baskets baskets)
                ? baskets
                : new Reply.Baskets(List.of(), List.of());
    }

    static String name(GatewayQuestions.Outcome told) {
        return switch (told) {
            case GatewayQuestions.Outcome.Answered _ -> "ANSWERED";
            case GatewayQuestions.Outcome.Offline _ -> "OFFLINE";
            case GatewayQuestions.Outcome.TimedOut _ -> "TIMED_OUT";
        };
    }

    static ZoneId zone(TillDesk desk) {
        return desk.workplace().zone();
    }
}
