package io.tidemark.fog.dashboard;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.tidemark.fog.forks.Forks;
import io.tidemark.node.forks.Fork;
import io.tidemark.node.paper.Paper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders templates that were compiled with the program. */
final class Pages {
    /**
     * The parts of the dashboard that are pushed again when they change; each is an element's id.
     */
    static final List<String> SECTIONS =
            List.of("head", "figures", "alerts", "tills", "chart", "goods", "closing", "earlier");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final boolean laboratory;

    Pages(boolean laboratory) {
        this.laboratory = laboratory;
    }

    String dashboard(Board board) {
        return rendered("gateway/page.jte", Map.of("board", board, "laboratory", laboratory));
    }

    /** Each section's HTML, by its id. */
    Map<String, String> sections(Board board) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : SECTIONS)
            sections.put(section, rendered("gateway/" + section + ".jte", Map.of("board", board)));
        return sections;
    }

    String z(LocalDate day, boolean all, List<Paper> papers) {
        return rendered(
                "gateway/z.jte", Map.of("day", day.toString(), "all", all, "papers", papers));
    }

    String fork(Fork fork, Optional<Forks.Decision> decision, String store) {
        return rendered(
                "gateway/fork.jte",
                Map.of(
                        "fork", fork,
                        "decision", decision,
                        "store", store,
                        "laboratory", laboratory));
    }

    private String rendered(String template, Map<String, Object> values) {
        StringOutput html = new StringOutput();
        templates.render(template, values, html);
        return html.toString();
    }
}
