package io.tidemark.fog.dashboard;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.tidemark.fog.ledger.ReceiptSearch;

/** Looks for receipts of a day, for programs of this machine. */
@Controller("/api/v1/receipts")
final class ReceiptsApi {
    private final ReceiptSearch search;
    private final StoreView view;

    ReceiptsApi(ReceiptSearch search, StoreView view) {
        this.search = search;
        this.view = view;
    }

    /** The latest first. */
    @Get
    Told.Receipts receipts(@RequestBean ReceiptQuestion asked) {
        return Told.Receipts.of(
                search.find(
                        asked.wanted(view.today(), view.facts().currency()),
                        asked.first(),
                        asked.most()),
                view.gateway());
    }
}
