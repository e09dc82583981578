package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.tidemark.edge.catalogue.CatalogueInMemory;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.BasketLine;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.Pricing;
import io.tidemark.edge.record.Recorder;
import io.tidemark.node.web.Problem;
import io.tidemark.node.web.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Has asks priced and recorded, and answers: the same to the same, whenever it is asked again. */
public final class Counter {
    /** The executor that commands come on: its threads may decide and force for themselves. */
    public static final String THREADS = "counter";

    private static final String REPEATED = "Tidemark-Repeated";

    private final Desks desks;

    public Counter(Desks desks) {
        this.desks = desks;
    }

    /** Records what sells nothing. */
    <T> HttpResponse<T> record(Ask ask, Function<Outcome.Done, T> answer) {
        return told(recorded(Command.of(ask)), answer);
    }

    /**
     * Records a basket. One that was recorded before needs no prices: the catalogue may have
     * changed since.
     */
    <T> HttpResponse<T> record(Ask ask, List<BasketLine> basket, Function<Outcome.Done, T> answer) {
        Recorder recorder = desks.now().recorder();
        Optional<Outcome> before = now(() -> recorder.find(ask));
        return told(before.orElseGet(() -> recorded(priced(ask, basket))), answer);
    }

    private Outcome recorded(Command command) {
        Recorder recorder = desks.now().recorder();
        return now(() -> recorder.recordNow(command));
    }

    /** Said before the customer pays, so that is when a full disk must be told. */
    Pricing.Result.Priced offer(List<BasketLine> basket) {
        CounterThreads.requireOne();
        desks.now()
                .recorder()
                .refusesSales()
                .ifPresent(why -> {
                    throw refused(why);
                });
        return price(basket);
    }

    private Pricing.Result.Priced price(List<BasketLine> basket) {
        TillDesk desk = desks.now();
        CatalogueInMemory catalogue = desk.catalogues().current();
        return switch (new Pricing(catalogue, desk.workplace().currency()).price(basket)) {
            case Pricing.Result.Priced priced -> priced;
            case Pricing.Result.Unsaleable(var refusal) -> throw refused(refusal);
        };
    }

    private Command priced(Ask ask, List<BasketLine> basket) {
        Pricing.Result.Priced priced = price(basket);
        return new Command(ask, priced.lines(), priced.masterDataVersion());
    }

    private static <T> HttpResponse<T> told(Outcome outcome, Function<Outcome.Done, T> answer) {
        return switch (outcome) {
            case Outcome.Done done -> {
                MutableHttpResponse<T> response = HttpResponse.created(answer.apply(done));
                yield done.repeated() ? response.header(REPEATED, "true") : response;
            }
            case Outcome.Conflict(long sequence) -> throw reused(sequence);
            case Outcome.Refused(var refusal) -> throw refused(refusal);
        };
    }

    private static Refusal reused(long sequence) {
        return new Refusal(
                Problem.of(
                                HttpStatus.CONFLICT,
                                "this commandId belongs to another command, recorded as entry "
                                        + sequence
                                        + ": make a new id for a new command, and repeat a command unchanged")
                        .ofKind("command-id-reused"));
    }

    private static Refusal refused(io.tidemark.edge.record.Refusal refusal) {
        HttpStatus status =
                switch (refusal.kind()) {
                    case NO_ROOM -> HttpStatus.INSUFFICIENT_STORAGE;
                    case DAY, UNKNOWN_ARTICLE, TENDERS, TOTAL_CHANGED, CONTENT ->
                            HttpStatus.UNPROCESSABLE_ENTITY;
                };
        String kind = refusal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Refusal(Problem.of(status, refusal.why()).ofKind(kind));
    }

    private interface Answer<T> {
        T get() throws InterruptedException, ExecutionException;
    }

    /** Waits on the request's own thread, which nobody else needs. */
    private static <T> T now(Answer<T> answer) {
        CounterThreads.requireOne();
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) throw refused;
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "the till is stopping; repeat the command when it is back");
        }
    }
}
