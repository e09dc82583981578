package io.tidemark.edge.till;

import io.tidemark.edge.record.RecordedEntry;
import io.tidemark.edge.sync.GatewayQuestions;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.Entry;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.RetailTransaction;
import io.tidemark.ledger.question.Reply;
import io.tidemark.ledger.question.ReturnedPart;
import io.tidemark.ledger.question.Subject;
import io.tidemark.node.projection.ProjectionUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Finds a receipt that goods come back with: here, else at the gateway, which also tells what came
 * back of it at other tills.
 */
final class ReceiptSearch {
    private final TillDesk desk;
    private final GatewayQuestions questions;

    /**
     * @param questions asked where this till may wait for the gateway; {@link
     *     GatewayQuestions#NOBODY} where it may not
     */
    ReceiptSearch(TillDesk desk, GatewayQuestions questions) {
        this.desk = desk;
        this.questions = questions;
    }

    /** What was found. */
    sealed interface Result {
        /**
         * @param returned as the gateway knows; empty where it was not reached
         * @param gatewayAsked whether other tills' returns are told
         */
        record Whole(
                OriginalReceipt receipt,
                RetailTransaction given,
                List<ReturnedPart> returned,
                boolean gatewayAsked)
                implements Result {}

        /**
         * @param why for a person
         */
        record Lacking(OriginalReceipt receipt, String why) implements Result {}
    }

    Result find(OriginalReceipt receipt) {
        GatewayQuestions.Outcome told =
                GatewayAsked.now(questions, new Subject.FindReceipt(receipt));
        boolean answered = told instanceof GatewayQuestions.Outcome.Answered;
        Optional<RecordedEntry> here = isOwn(receipt) ? here(receipt) : Optional.empty();
        if (here.isPresent() && here.get().entry().event() instanceof RetailTransaction given)
            return new Result.Whole(receipt, given, returned(told), answered);
        if (here.isPresent())
            return new Result.Lacking(receipt, "it is of currencies that were exchanged, no goods");
        return switch (told) {
            case GatewayQuestions.Outcome.Answered(Reply reply) -> elsewhere(receipt, reply);
            case GatewayQuestions.Outcome.Offline() ->
                    new Result.Lacking(
                            receipt, "this till does not have it and the gateway is not reached");
            case GatewayQuestions.Outcome.TimedOut() ->
                    new Result.Lacking(
                            receipt,
                            "this till does not have it and the gateway did not answer in time");
        };
    }

    private Result elsewhere(OriginalReceipt receipt, Reply reply) {
        return switch (reply) {
            case Reply.ReceiptFound found -> read(receipt, found);
            case Reply.ReceiptPruned(var on) ->
                    new Result.Lacking(
                            receipt,
                            "it was pruned on "
                                    + on
                                    + ", and what was on it is in head office's archive only");
            case Reply.NotAnswered(String why) -> new Result.Lacking(receipt, why);
            case Reply.NotKnown _,
                    Reply.Baskets _,
                    Reply.BasketClaimed _,
                    Reply.BasketTaken _,
                    Reply.BasketReleased _,
                    Reply.Stock _,
                    Reply.GiftCard _,
                    Reply.Exchanged _,
                    Reply.AverageCosts _,
                    Reply.Unknown _ ->
                    new Result.Lacking(
                            receipt,
                            "neither this till nor the gateway has it: check workstation, day and"
                                    + " number; it may also not have come to the gateway yet");
        };
    }

    private static Result read(OriginalReceipt receipt, Reply.ReceiptFound found) {
        try {
            Entry entry = EntryCodec.decode(found.entry());
            if (entry.event() instanceof RetailTransaction given)
                return new Result.Whole(receipt, given, found.returned(), true);
        } catch (Malformed e) {
            return new Result.Lacking(receipt, "what the gateway has of it cannot be read");
        }
        return new Result.Lacking(receipt, "what the gateway has under that number is no receipt");
    }

    private static List<ReturnedPart> returned(GatewayQuestions.Outcome told) {
        return told instanceof GatewayQuestions.Outcome.Answered(Reply.ReceiptFound found)
                ? found.returned()
                : List.of();
    }

    boolean isOwn(OriginalReceipt receipt) {
        return receipt.store().equals(desk.workplace().journal().node().store())
                && receipt.workstation().equals(desk.workplace().workstation());
    }

    private Optional<RecordedEntry> here(OriginalReceipt receipt) {
        try {
            return byNumber(receipt.receipt())
                    .filter(entry -> entry.entry().header().businessDay().equals(receipt.day()));
        } catch (EntryPruned | ProjectionUnavailable onlyTheGatewayMayHaveIt) {
            return Optional.empty();
        }
    }

    /**
     * A receipt of this till, of the open day from its journal, of an earlier one by the tables.
     *
     * @throws EntryPruned if its content was given up
     */
    Optional<RecordedEntry> byNumber(long number) {
        Optional<RecordedEntry> today = ofOpenDay(number);
        return today.isPresent() ? today : desk.receipts().byNumber(number);
    }

    private Optional<RecordedEntry> ofOpenDay(long number) {
        CounterThreads.requireOne();
        try {
            return desk.recorder().ofOpenDay(number);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the till cannot be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RefusalTold.stopping();
        }
    }
}
