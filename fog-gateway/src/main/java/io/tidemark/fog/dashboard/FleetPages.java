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
import io.micronaut.http.sse.Event;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.fog.telemetry.Fleet;
import io.tidemark.fog.telemetry.FleetDevice;
import io.tidemark.node.telemetry.Heard;
import io.tidemark.node.web.Refusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;

/** How the store's devices are, all on one page, and one on its own with its last days. */
@Hidden
@Controller("/fleet")
final class FleetPages {
    private static final List<String> SECTIONS = List.of("fleetfigures", "fleetrows");

    private final Fleet fleet;
    private final StoreView view;
    private final boolean laboratory;
    private final Live live;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    FleetPages(Fleet fleet, StoreView view, Laboratory laboratory) {
        this.fleet = fleet;
        this.view = view;
        this.laboratory = laboratory.is();
        this.live = new Live(fleet.changes());
    }

    @Get(produces = MediaType.TEXT_HTML)
    String page() {
        return rendered("fleet", Map.of("board", FleetBoard.of(fleet, view), "around", around()));
    }

    @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> events() {
        return live.watch(this::sections);
    }

    /** One device, with what is kept of the last hours. */
    @Get(value = "/devices/{label}", produces = MediaType.TEXT_HTML)
    String device(@PathVariable String label, @QueryValue(defaultValue = "24") int hours) {
        FleetDevice device =
                fleet.device(label)
                        .orElseThrow(() ->
                                new Refusal(
                                        HttpStatus.NOT_FOUND,
                                        "there is no device " + label + " in this store"));
        Duration length = FleetApi.length(hours);
        List<Heard> heard = fleet.history(label, length, FleetApi.ROWS_MAX);
        return rendered(
                "device",
                Map.of(
                        "row", FleetRow.of(device, fleet, view),
                        "charts", FleetApi.charts(heard, fleet, length),
                        "hours", hours,
                        "around", around()));
    }

    private Map<String, String> sections() {
        FleetBoard board = FleetBoard.of(fleet, view);
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : SECTIONS)
            sections.put(section, rendered(section, Map.of("board", board)));
        return sections;
    }

    private Around around() {
        return new Around(
                view.facts().name(),
                view.facts().store() + " · " + view.gateway().organisation(),
                laboratory);
    }

    private String rendered(String template, Map<String, Object> values) {
        StringOutput html = new StringOutput();
        templates.render("gateway/" + template + ".jte", values, html);
        return html.toString();
    }
}
