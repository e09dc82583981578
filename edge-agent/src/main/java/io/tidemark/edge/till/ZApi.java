package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.ledger.TillZs;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.event.TillDayClosed;
import io.tidemark.ledger.event.TillZCopied;
import io.tidemark.node.web.Amount;
import io.tidemark.node.web.Refusal;
import java.util.List;

/** Till Zs that are printed again: each copy is recorded, and says which one it is. */
@Controller("/api/v1/z")
@ExecuteOn(Counter.THREADS)
final class ZApi {
    private final Counter counter;
    private final Desks desks;

    ZApi(Counter counter, Desks desks) {
        this.counter = counter;
        this.desks = desks;
    }

    /** Those that were made at this till, the newest first. */
    @Get
    List<CashAnswers.ZLine> list() {
        return followed(desks.now()).newest().stream()
                .map(z ->
                        new CashAnswers.ZLine(
                                z.zNumber(), z.day().toString(), z.at(), Amount.of(z.gross())))
                .toList();
    }

    /** A look at a Z. To print it again, record a copy. */
    @Get("/{number}")
    CashAnswers.ZCopy seen(long number) {
        return new CashAnswers.ZCopy(told(given(followed(desks.now()), number)), 0, null);
    }

    /** Records that a Z is printed again; the answer is what to print. */
    @Post("/{number}/copies")
    HttpResponse<CashAnswers.ZCopy> copy(long number, @Body Requests.Plain request) {
        Ask.CopyZ ask = AskedCash.copyZ(number, request);
        return counter.copy(ask, (plain, desk) -> plain.printing(printed(ask, desk)), this::copied);
    }

    private static Command.PrintedZ printed(Ask.CopyZ ask, TillDesk desk) {
        TillZs zs = followed(desk);
        return new Command.PrintedZ(
                ask.zNumber(),
                given(zs, ask.zNumber()).entry().header().businessDay(),
                zs.copies(ask.zNumber()));
    }

    private CashAnswers.ZCopy copied(Outcome.Done done) {
        TillZCopied copied = (TillZCopied) done.main().entry().event();
        RecordedEntry z = given(followed(desks.now()), copied.zNumber());
        return new CashAnswers.ZCopy(told(z), copied.copy(), Told.position(done.main()));
    }

    static Answers.Report told(RecordedEntry z) {
        return ReportTold.z((TillDayClosed) z.entry().event(), z.entry().header().businessDay());
    }

    private static RecordedEntry given(TillZs zs, long number) {
        return zs.byNumber(number)
                .orElseThrow(() ->
                        new Refusal(HttpStatus.NOT_FOUND, "this till has made no Z " + number));
    }

    private static TillZs followed(TillDesk desk) {
        ReadsApi.followed(desk);
        return desk.zs();
    }
}
