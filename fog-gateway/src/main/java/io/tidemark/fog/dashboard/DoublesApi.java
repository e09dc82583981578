package io.tidemark.fog.dashboard;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.tidemark.fog.ledger.GatewayTransfers;
import io.tidemark.fog.question.Doubles;
import io.tidemark.node.web.ReceiptJson;
import java.util.List;

/**
 * What was done twice while a till was offline, and the receipts that it is about, for programs of
 * this machine.
 */
@Controller("/api/v1")
final class DoublesApi {
    private final Doubles doubles;
    private final GatewayTransfers transfers;
    private final StoreView view;

    DoublesApi(Doubles doubles, GatewayTransfers transfers, StoreView view) {
        this.doubles = doubles;
        this.transfers = transfers;
        this.view = view;
    }

    /** One receipt, as its till recorded it; found by what is printed on it. */
    @Get("/receipts/{day}/{workstation}/{number}")
    ReceiptJson receipt(
            @PathVariable String day, @PathVariable String workstation, @PathVariable long number) {
        return ReceiptJson.of(
                StoreReceipt.find(
                                doubles,
                                StoreReceipt.named(view.facts().store(), day, workstation, number))
                        .view());
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

    /** Gift cards of which more was spent than this store knows to have been on them. */
    @Get("/gift-cards-overspent")
    List<DoublesTold.Overspent> overspent() {
        return doubles.overspent().stream().map(DoublesTold.Overspent::of).toList();
    }

    /**
     * What this store's receipts did to a gift card, the latest first; nothing of an unknown one.
     */
    @Get("/gift-cards/{number}")
    List<DoublesTold.CardMove> card(@PathVariable String number) {
        return doubles.card(number).stream().map(DoublesTold.CardMove::of).toList();
    }

    /** Transfers that came in under a number that another entry has, too. */
    @Get("/transferred-twice")
    List<DoublesTold.Transfer> transferred() {
        return transfers.takenInTwice().stream().map(DoublesTold.Transfer::of).toList();
    }

    /** Goods that went to a place of which nothing else tells, the latest first. */
    @Get("/transfers-to-unknown-places")
    List<DoublesTold.Transfer> unknown() {
        return transfers.toUnknownPlaces().stream().map(DoublesTold.Transfer::of).toList();
    }

    /** Suspended baskets that nobody has taken up, the latest first. */
    @Get("/suspended-baskets")
    List<DoublesTold.Waiting> waiting() {
        return doubles.waiting().stream().map(DoublesTold.Waiting::of).toList();
    }
}
