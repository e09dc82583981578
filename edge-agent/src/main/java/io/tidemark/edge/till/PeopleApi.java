package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.OperatorSession;
import io.tidemark.ledger.event.OperatorSession.Kind;

/**
 * Who works at the till. Where the master data name operators, nothing is recorded without one of
 * them signed on; before the day is opened, too.
 */
@Controller("/api/v1/operator")
@ExecuteOn(Counter.THREADS)
final class PeopleApi {
    private final Counter counter;

    PeopleApi(Counter counter) {
        this.counter = counter;
    }

    /**
     * Signs on by number and PIN, and signs off first whoever was signed on: a switch in one go.
     */
    @Post("/sign-on")
    HttpResponse<Answers.Attended> signOn(@Body Requests.Person request) {
        return proven(Kind.SIGN_ON, request);
    }

    @Post("/sign-off")
    HttpResponse<Answers.Attended> signOff(@Body Requests.Plain request) {
        return plain(Kind.SIGN_OFF, request);
    }

    /** Goes away for a moment: nothing is recorded until it is unlocked. */
    @Post("/lock")
    HttpResponse<Answers.Attended> lock(@Body Requests.Plain request) {
        return plain(Kind.LOCK, request);
    }

    /** By the number and PIN of who locked it, or of a supervisor, who is then on the record. */
    @Post("/unlock")
    HttpResponse<Answers.Attended> unlock(@Body Requests.Person request) {
        return proven(Kind.UNLOCK, request);
    }

    /** From here on, until it is switched off or they sign off, nothing is sold. */
    @Post("/training/on")
    HttpResponse<Answers.Attended> trainingOn(@Body Requests.Plain request) {
        return plain(Kind.TRAINING_ON, request);
    }

    @Post("/training/off")
    HttpResponse<Answers.Attended> trainingOff(@Body Requests.Plain request) {
        return plain(Kind.TRAINING_OFF, request);
    }

    private HttpResponse<Answers.Attended> proven(Kind kind, Requests.Person request) {
        Ask ask = Asked.attend(kind, request);
        return counter.record(ask, Asked.claims(request), PeopleApi::attended);
    }

    private HttpResponse<Answers.Attended> plain(Kind kind, Requests.Plain request) {
        return counter.record(Asked.attend(kind, request), PeopleApi::attended);
    }

    private static Answers.Attended attended(Outcome.Done done) {
        RecordedEntry entry = done.main();
        EntryHeader header = entry.entry().header();
        OperatorSession session = (OperatorSession) entry.entry().event();
        return new Answers.Attended(
                session.kind().name(),
                header.operator(),
                session.name(),
                session.role(),
                header.shift(),
                header.businessDay().toString(),
                Told.position(entry));
    }
}
