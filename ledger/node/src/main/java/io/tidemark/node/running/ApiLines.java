package io.tidemark.node.running;

import io.tidemark.node.home.CannotRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a node's API has, a line each: from its own description (OpenAPI). */
public final class ApiLines {
    private static final String PREFIX = "/api/v1";
    private static final int WIDTH = 44;
    private static final int CHARACTERS_MAX = 8 << 20;

    private ApiLines() {}

    /**
     * @throws CannotRun if it cannot be read
     */
    public static List<String> of(NodeAtHand node) {
        Reply reply = node.description();
        if (!reply.isOk()) throw reply.refusal();
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(CHARACTERS_MAX);
        Object whole = new Yaml(new SafeConstructor(options)).load(reply.body());
        List<String> lines = new ArrayList<>();
        for (Map.Entry<?, ?> path : object(whole, "paths").entrySet())
            for (Map.Entry<?, ?> method : object(path.getValue()).entrySet())
                lines.add(line(path.getKey(), method.getKey(), object(method.getValue())));
        return lines;
    }

    private static String line(Object path, Object method, Map<?, ?> told) {
        String shown = String.valueOf(path);
        String call =
                "%-6s %s"
                        .formatted(
                                String.valueOf(method).toUpperCase(Locale.ROOT),
                                shown.startsWith(PREFIX)
                                        ? shown.substring(PREFIX.length())
                                        : shown);
        String summary = Optional.ofNullable(told.get("summary")).map(String::valueOf).orElse("");
        return ("%-" + WIDTH + "s %s").formatted(call, summary).stripTrailing();
    }

    private static Map<?, ?> object(Object whole, String field) {
        return object(object(whole).get(field));
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> fields ? fields : Map.of();
    }
}
