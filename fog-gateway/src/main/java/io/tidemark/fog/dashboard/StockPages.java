package io.tidemark.fog.dashboard;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.fog.stock.Goods;
import io.tidemark.fog.stock.OnHand;
import io.tidemark.fog.stock.Worth;
import io.tidemark.node.web.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goods on hand, an article's movements, and shelves whose labels are wrong. */
@Hidden
@Controller
final class StockPages {
    /** Of an article's page. */
    private static final int DAYS_SHOWN = 14;

    private final StockView stock;
    private final boolean laboratory;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    StockPages(StockView stock, Laboratory laboratory) {
        this.stock = stock;
        this.laboratory = laboratory.is();
    }

    @Get(value = "/stock", produces = MediaType.TEXT_HTML)
    String goods(
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String show,
            @QueryValue @Nullable Integer from) {
        int first = StockApi.within(from == null ? 0 : from, 0, Integer.MAX_VALUE, "from");
        return rendered(
                "stock",
                Map.of(
                        "page",
                        StockPage.of(stock, StockApi.words(q), StockApi.which(show), first)));
    }

    @Get(value = "/stock/{plu}", produces = MediaType.TEXT_HTML)
    String article(@PathVariable String plu, @QueryValue @Nullable String day) {
        Goods goods = stock.goods();
        List<OnHand> onHand = stock.of(plu);
        if (onHand.isEmpty())
            throw new Refusal(
                    HttpStatus.NOT_FOUND, "nothing of " + plu + " has ever moved or been counted");
        Worth worth = stock.worth();
        LocalDate chosen = stock.dayOf(day);
        return rendered(
                "article",
                Map.of(
                        "article", goods.article(plu),
                        "rows",
                                onHand.stream()
                                        .map(one -> StockPage.Row.of(one, goods, worth))
                                        .toList(),
                        "day", Shown.day(chosen),
                        "days", StockPage.days(plu, stock.dayOf(null), chosen, DAYS_SHOWN),
                        "movements",
                                stock.happened(plu, chosen).stream()
                                        .map(one -> StockPage.Movement.of(one, stock.store()))
                                        .toList()));
    }

    @Get(value = "/shelves", produces = MediaType.TEXT_HTML)
    String shelves() {
        return rendered("shelves", Map.of("shelves", stock.wrongShelves()));
    }

    private String rendered(String template, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("around", stock.around(laboratory));
        StringOutput html = new StringOutput();
        templates.render("gateway/" + template + ".jte", all, html);
        return html.toString();
    }
}
