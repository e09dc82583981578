package io.tidemark.cloud.headoffice;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidemark.cloud.telemetry.StoreFleet;
import io.tidemark.cloud.telemetry.StoreFleets;
import io.tidemark.node.projection.ProjectionUnavailable;
import io.tidemark.node.web.Refusal;
import java.util.Map;

/** How all stores' devices are. */
@Hidden
@Controller(value = "/fleet", produces = PagesController.HTML)
final class FleetPages {
    private final StoreFleets fleets;
    private final Overview overview;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    FleetPages(StoreFleets fleets, Overview overview) {
        this.fleets = fleets;
        this.overview = overview;
    }

    @Get
    String stores() {
        return rendered(
                "fleet",
                Map.of(
                        "frame",
                        frame("Devices"),
                        "stores",
                        fleets.stores(),
                        "notice",
                        fleets.notice()));
    }

    @Get("/{store}")
    String store(String store) {
        StoreFleet fleet =
                fleets.store(store)
                        .orElseThrow(() ->
                                new Refusal(
                                        HttpStatus.NOT_FOUND,
                                        "there is no store '" + store + "' in the roster"));
        return rendered(
                "fleetstore",
                Map.of("frame", frame("Devices of " + fleet.store().name()), "fleet", fleet));
    }

    private Page.Frame frame(String title) {
        return new Page.Frame(
                title,
                "fleet",
                overview.roster().organisation(),
                overview.roster().laboratory(),
                alarms());
    }

    /** What devices say can be read also while the tables cannot. */
    private int alarms() {
        try {
            return overview.alarms().size();
        } catch (ProjectionUnavailable building) {
            return 0;
        }
    }

    private String rendered(String template, Map<String, Object> values) {
        StringOutput html = new StringOutput();
        templates.render(template + ".jte", values, html);
        return html.toString();
    }
}
