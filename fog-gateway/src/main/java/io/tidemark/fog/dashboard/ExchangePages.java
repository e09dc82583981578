package io.tidemark.fog.dashboard;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Currencies that the store holds, bought and sold. */
@Hidden
@Controller
final class ExchangePages {
    private final ExchangeView exchange;
    private final boolean laboratory;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    ExchangePages(ExchangeView exchange, Laboratory laboratory) {
        this.exchange = exchange;
        this.laboratory = laboratory.is();
    }

    @Get(value = "/exchange", produces = MediaType.TEXT_HTML)
    String page(@QueryValue @Nullable String day) {
        LocalDate chosen = exchange.dayOf(day);
        StringOutput html = new StringOutput();
        templates.render(
                "gateway/exchange.jte",
                Map.of(
                        "around", exchange.around(laboratory),
                        "day", chosen.toString(),
                        "standings", exchange.standings(),
                        "terms", exchange.terms(chosen),
                        "exchanges", exchange.of(chosen),
                        "linked", exchange.linked(chosen)),
                html);
        return html.toString();
    }
}
