package io.tidemark.fog.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.node.running.JsonAnswer;
import java.net.URLEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which articles, and how many of them. */
final class StockPart {
    @Mixin private final LimitOption limit = new LimitOption();

    @Option(
            names = "--find",
            paramLabel = "TEXT",
            description = "Only articles with this in their code, GTIN or name.")
    private @Nullable String find;

    @Option(
            names = "--from",
            paramLabel = "N",
            defaultValue = "0",
            description = "The first of them, counted from 0.")
    private int from;

    /**
     * @param show all, negative, counted or variance
     */
    String path(String show) {
        return "/stock?show="
                + show
                + "&from="
                + from
                + "&"
                + limit.query()
                + (find == null ? "" : "&q=" + URLEncoder.encode(find, UTF_8));
    }

    static List<String> foot(JsonAnswer page) {
        if (page.list("items").isEmpty()) return List.of("No article is so.");
        return page.maybe("next")
                .map(next ->
                        List.of(
                                "There are "
                                        + page.text("total")
                                        + "; go on with --from "
                                        + next.asText()))
                .orElse(List.of());
    }
}
