package io.tidemark.fog.dashboard;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.fog.ledger.GatewayPeople;
import io.tidemark.fog.ledger.ReceiptSearch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A day's people, and its receipts to look one up. */
@Hidden
@Controller
final class PeoplePages {
    private final GatewayPeople people;
    private final ReceiptSearch search;
    private final StoreView view;
    private final boolean laboratory;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    PeoplePages(GatewayPeople people, ReceiptSearch search, StoreView view, Laboratory laboratory) {
        this.people = people;
        this.search = search;
        this.view = view;
        this.laboratory = laboratory.is();
    }

    @Get(value = "/people", produces = MediaType.TEXT_HTML)
    String people(@QueryValue @Nullable String day) {
        var wanted = day == null || day.isBlank() ? view.today() : GatewayApi.parsed(day);
        return rendered("people", PeoplePage.of(people, wanted));
    }

    @Get(value = "/receipts", produces = MediaType.TEXT_HTML)
    String receipts(@RequestBean ReceiptQuestion asked) {
        return rendered("receipts", ReceiptListPage.of(search, asked, view));
    }

    private String rendered(String template, Object page) {
        StringOutput html = new StringOutput();
        templates.render(
                "gateway/" + template + ".jte", Map.of("page", page, "around", around()), html);
        return html.toString();
    }

    private Around around() {
        return new Around(
                view.facts().name(),
                view.facts().store() + " · " + view.gateway().organisation(),
                laboratory);
    }
}
