package io.tidemark.fog.dashboard;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.tidemark.fog.closedown.Blocker;
import io.tidemark.fog.closedown.Outcome;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.node.web.Problem;
import io.tidemark.node.web.Refusal;
import java.util.List;

/** What the API answers to the wish to close a day. */
final class Closed {
    private static final String REPEATED = "Tidemark-Repeated";

    private Closed() {}

    /**
     * @throws Refusal where nothing was closed, with what to do about it
     */
    static HttpResponse<ZTold> told(String day, Outcome outcome, StoreView view) {
        return switch (outcome) {
            case Outcome.Closed(var filed, boolean repeated) -> {
                var z = HttpResponse.ok(ZTold.of(view.printed(filed.closed())));
                yield repeated ? z.header(REPEATED, "true") : z;
            }
            case Outcome.Blocked(List<Blocker> blockers) -> throw blocked(day, blockers);
            case Outcome.AuthorityNeeded(List<String> leftOut) ->
                    throw new Refusal(
                            Problem.of(
                                            HttpStatus.FORBIDDEN,
                                            "a supervisor must allow that "
                                                    + day
                                                    + " is closed without "
                                                    + String.join(", ", leftOut)
                                                    + ": have one enter number, PIN and reason, and"
                                                    + " close again")
                                    .ofKind("approval"));
            case Outcome.AlreadyClosed(StoreDayClosed closed) ->
                    throw conflict(
                            "already-closed",
                            day
                                    + " was closed with Z "
                                    + closed.zNumber()
                                    + ", and nothing has come since");
            case Outcome.IdReused _ ->
                    throw conflict(
                            "command-id-reused",
                            "this commandId stands for another close-down; use a new one");
            case Outcome.NoDayOfStore(String why) ->
                    throw new Refusal(
                            Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, why)
                                    .ofKind("no-day-of-the-store"));
            case Outcome.NoRoom(long usable, long needed) -> throw noRoom(usable, needed);
            case Outcome.TooLarge(String why) ->
                    throw new Refusal(
                            Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, why)
                                    .ofKind("close-down-too-large"));
        };
    }

    private static Refusal blocked(String day, List<Blocker> blockers) {
        String detail =
                (blockers.size() == 1 ? "one thing stands" : blockers.size() + " things stand")
                        + " in the way of closing "
                        + day
                        + "; see to them, or name the devices to close without";
        return new Refusal(
                problem("close-down-blocked", detail)
                        .with("blockers", blockers.stream().map(Told.Block::of).toList()));
    }

    private static Refusal conflict(String kind, String detail) {
        return new Refusal(problem(kind, detail));
    }

    private static Refusal noRoom(long usable, long needed) {
        return new Refusal(
                HttpStatus.INSUFFICIENT_STORAGE,
                (usable >> 20)
                        + " MiB are left on this gateway's disk, where this close-down needs "
                        + Math.ceilDiv(needed, 1 << 20)
                        + ": free some space and close the day again. Nothing was recorded");
    }

    private static Problem problem(String kind, String detail) {
        return Problem.of(HttpStatus.CONFLICT, detail).ofKind(kind);
    }
}
