package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.ledger.Receipts;
import io.tidemark.edge.record.Ask;
import io.tidemark.edge.record.Command;
import io.tidemark.edge.record.Outcome;
import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.ledger.event.EntryHeader;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.ReceiptCopied;

/** Receipts that are printed again: each copy is recorded, and says which one it is. */
@Controller("/api/v1/receipts")
@ExecuteOn(Counter.THREADS)
final class CopiesApi {
    private final Counter counter;
    private final Desks desks;

    CopiesApi(Counter counter, Desks desks) {
        this.counter = counter;
        this.desks = desks;
    }

    /** Records that a receipt is printed again; the answer is what to print. */
    @Post("/{number}/copies")
    HttpResponse<Answers.Sold> copy(long number, @Body Requests.Plain request) {
        Ask.CopyReceipt ask = Asked.copy(number, request);
        return counter.copy(ask, (plain, desk) -> plain.printing(printed(ask, desk)), this::told);
    }

    private static Command.Printed printed(Ask.CopyReceipt ask, TillDesk desk) {
        Receipts receipts = ReadsApi.followed(desk);
        RecordedEntry entry = ReadsApi.given(receipts, ask.receipt());
        EntryHeader header = entry.entry().header();
        return new Command.Printed(
                new OriginalReceipt(
                        entry.journal().node().store(),
                        header.workstation(),
                        header.businessDay(),
                        header.receipt()),
                receipts.copies(ask.receipt()));
    }

    private Answers.Sold told(Outcome.Done done) {
        ReceiptCopied copied = (ReceiptCopied) done.main().entry().event();
        RecordedEntry entry =
                ReadsApi.given(ReadsApi.followed(desks.now()), copied.receipt().receipt());
        return new Answers.Sold(
                Told.receipt(entry, true, copied.copy()), Told.position(done.main()));
    }
}
