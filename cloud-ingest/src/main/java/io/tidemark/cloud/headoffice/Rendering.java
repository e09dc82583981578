package io.tidemark.cloud.headoffice;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.tidemark.cloud.headoffice.Page.Frame;
import io.tidemark.node.projection.ProjectionUnavailable;
import java.util.function.Function;

/** Puts a page into its frame, or says why there is none. */
final class Rendering {
    private static final String RETRY_SECONDS = "2";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Overview overview;

    Rendering(Overview overview) {
        this.overview = overview;
    }

    /** What is shown, and by which template. */
    record Filled(String template, Object page) {}

    HttpResponse<String> page(String title, String section, Function<Frame, Filled> page) {
        try {
            return HttpResponse.ok(
                    rendered(page.apply(frame(title, section, overview.alarms().size()))));
        } catch (ProjectionUnavailable unavailable) {
            return with(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(unavailable.getMessage()))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
    }

    MutableHttpResponse<String> with(HttpStatus status, String why) {
        Page.Waiting page = new Page.Waiting(frame(status.getReason(), "", 0), why);
        return HttpResponse.<String>status(status)
                .body(rendered(new Filled(page.template(), page)));
    }

    private Frame frame(String title, String section, int alarms) {
        return new Frame(
                title,
                section,
                overview.roster().organisation(),
                overview.roster().laboratory(),
                alarms);
    }

    private String rendered(Filled page) {
        StringOutput html = new StringOutput();
        templates.render(page.template(), page.page(), html);
        return html.toString();
    }
}
