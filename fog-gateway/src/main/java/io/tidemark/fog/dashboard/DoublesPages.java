package io.tidemark.fog.dashboard;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.fog.ledger.GatewayTransfers;
import io.tidemark.fog.question.Doubles;
import java.util.HashMap;
import java.util.Map;

/** What was done twice while a till was offline, and the receipts that it is about. */
@Hidden
@Controller
final class DoublesPages {
    private final Doubles doubles;
    private final GatewayTransfers transfers;
    private final StoreView view;
    private final boolean laboratory;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    DoublesPages(
            Doubles doubles, GatewayTransfers transfers, StoreView view, Laboratory laboratory) {
        this.doubles = doubles;
        this.transfers = transfers;
        this.view = view;
        this.laboratory = laboratory.is();
    }

    @Get(value = "/exceptions", produces = MediaType.TEXT_HTML)
    String exceptions() {
        return rendered(
                "doubles",
                Map.of(
                        "returned", doubles.returned(),
                        "resumed", doubles.resumed(),
                        "overspent", doubles.overspent(),
                        "transferred", transfers.takenInTwice(),
                        "unknown", transfers.toUnknownPlaces(),
                        "waiting", doubles.waiting()));
    }

    /** One receipt, as its till recorded it. */
    @Get(value = "/receipts/{day}/{workstation}/{number}", produces = MediaType.TEXT_HTML)
    String receipt(
            @PathVariable String day, @PathVariable String workstation, @PathVariable long number) {
        StoreReceipt receipt =
                StoreReceipt.find(
                        doubles,
                        StoreReceipt.named(view.facts().store(), day, workstation, number));
        return rendered(
                "receipt",
                Map.of(
                        "receipt", receipt.view(),
                        "proof", doubles.id(receipt.wanted()).map(Address::proof).orElse(""),
                        "returns", doubles.returnsOf(receipt.wanted())));
    }

    private String rendered(String template, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("store", view.facts().name());
        all.put("laboratory", laboratory);
        StringOutput html = new StringOutput();
        templates.render("gateway/" + template + ".jte", all, html);
        return html.toString();
    }
}
