package io.tidemark.edge.till;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.tidemark.edge.record.Ask;

/**
 * Goods that come or go without a customer, are counted or looked at. At a till in its open day; a
 * handheld's day opens by itself.
 */
@Controller("/api/v1/stock")
@ExecuteOn(Counter.THREADS)
final class GoodsApi {
    private final Counter counter;

    GoodsApi(Counter counter) {
        this.counter = counter;
    }

    /** Goods from a supplier. */
    @Post("/deliveries")
    HttpResponse<GoodsAnswers.Recorded> deliver(@Body GoodsRequests.Delivery request) {
        return moved(AskedGoods.of(request));
    }

    /** Goods thrown away, broken, out of date or stolen. */
    @Post("/waste")
    HttpResponse<GoodsAnswers.Recorded> waste(@Body GoodsRequests.Waste request) {
        return moved(AskedGoods.of(request));
    }

    /** Goods to another store; the answer's reference is the transfer's number. */
    @Post("/transfers-out")
    HttpResponse<GoodsAnswers.Recorded> transferOut(@Body GoodsRequests.TransferOut request) {
        Ask.MoveStock ask = AskedGoods.of(request);
        return counter.record(
                ask,
                goods -> goods.moved(ask),
                (done, found) ->
                        GoodsTold.recorded(done.main())
                                .atCatalogueCost(found == null ? null : found.listed()));
    }

    /** Goods from another store, by the number of its transfer. */
    @Post("/transfers-in")
    HttpResponse<GoodsAnswers.Recorded> transferIn(@Body GoodsRequests.TransferIn request) {
        return moved(AskedGoods.of(request));
    }

    /** A blind count: what there is, without being told what there should be. */
    @Post("/counts")
    HttpResponse<GoodsAnswers.Recorded> count(@Body GoodsRequests.Count request) {
        Ask.CountStock ask = AskedGoods.of(request);
        return counter.record(
                ask, goods -> goods.counted(ask), (done, _) -> GoodsTold.recorded(done.main()));
    }

    /** The price that stands on a shelf, held against the one that the till asks. */
    @Post("/shelf-prices")
    HttpResponse<GoodsAnswers.ShelfChecked> shelf(@Body GoodsRequests.ShelfPrice request) {
        Ask.CheckShelfPrice ask = AskedGoods.of(request);
        return counter.record(
                ask, goods -> goods.shelf(ask), (done, _) -> GoodsTold.shelf(done.main()));
    }

    private HttpResponse<GoodsAnswers.Recorded> moved(Ask.MoveStock ask) {
        return counter.record(
                ask, goods -> goods.moved(ask), (done, _) -> GoodsTold.recorded(done.main()));
    }
}
