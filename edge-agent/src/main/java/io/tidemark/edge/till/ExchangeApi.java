package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Ask;
import io.tidemark.ledger.exchange.Quote;
import io.tidemark.ledger.masterdata.Exchange;
import io.tidemark.ledger.masterdata.ExchangeTerms;
import io.tidemark.ledger.masterdata.MasterData;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** A bureau de change at a till: rates, what an exchange would come to, exchanges, taking back. */
@Controller("/api/v1/exchange")
@ExecuteOn(Counter.THREADS)
final class ExchangeApi {
    private final Counter counter;
    private final Desks desks;

    ExchangeApi(Counter counter, Desks desks) {
        this.counter = counter;
        this.desks = desks;
    }

    /** In force on the open business day, or on the one that would be opened now. */
    @Get("/rates")
    ExchangeAnswers.Rates rates() {
        TillDesk desk = desks.now();
        return ExchangeTold.rates(rules(desk), day(desk), desk.workplace().currency());
    }

    /** What an exchange would come to; nothing is recorded. */
    @Post("/quote")
    ExchangeAnswers.Quote quote(@Body ExchangeRequests.Quote request) {
        TillDesk desk = desks.now();
        ExchangeTerms terms = terms(AskedExchange.currency(request.currency()), desk);
        return Asked.checked(() -> {
            Quote quote = AskedExchange.quote(request, terms);
            return ExchangeTold.quote(quote, terms);
        });
    }

    /** Cash of another currency is bought from a customer, or sold to one. */
    @Post
    HttpResponse<ExchangeAnswers.Exchanged> exchange(@Body ExchangeRequests.Exchange request) {
        Ask.Exchange ask = AskedExchange.of(request, desks.now().workplace().currency());
        return counter.record(
                ask,
                Asked.claims(request.approval()),
                desk -> LookedUp.exchanging(ask, rules(desk), desk),
                ExchangeTold::exchanged);
    }

    /** An exchange of the open day is taken back as a whole. */
    @Post("/{receipt}/post-void")
    HttpResponse<ExchangeAnswers.Exchanged> undo(
            long receipt, @Body ExchangeRequests.Undo request) {
        return counter.record(
                AskedExchange.undo(receipt, request),
                Asked.claims(request.approval()),
                ExchangeTold::exchanged);
    }

    private static ExchangeTerms terms(CurrencyCode foreign, TillDesk desk) {
        return rules(desk)
                .inForce(foreign, day(desk))
                .orElseThrow(() ->
                        new Refusal(
                                HttpStatus.UNPROCESSABLE_ENTITY,
                                foreign
                                        + " is not exchanged here on "
                                        + day(desk)
                                        + ": GET /api/v1/exchange/rates says what is"));
    }

    private static Exchange rules(TillDesk desk) {
        return desk.catalogues()
                .current()
                .around()
                .map(MasterData::trade)
                .map(trade -> trade.exchange())
                .orElse(Exchange.NONE);
    }

    private static LocalDate day(TillDesk desk) {
        return Optional.ofNullable(desk.recorder().view().businessDay())
                .orElseGet(() -> desk.workplace().businessDayAt(desk.clock().instant()));
    }
}
