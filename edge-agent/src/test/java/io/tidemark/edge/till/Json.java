package io.tidemark.edge.till;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Objects;

/** What was answered, by its path: {@code receipt.lines.0.gross.minor}. */
record Json(JsonNode node) {
    private static final JsonMapper MAPPER = JsonMapper.createDefault();

    static Json of(HttpResponse<String> response) {
        try {
            return new Json(MAPPER.readValue(response.body(), Argument.of(JsonNode.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(response.statusCode() + ": " + response.body(), e);
        }
    }

    JsonNode at(String path) {
        JsonNode found = node;
        for (String name : path.split("\\.", -1))
            found =
                    Objects.requireNonNull(
                            name.matches("\\d+")
                                    ? found.get(Integer.parseInt(name))
                                    : found.get(name),
                            () -> "no " + path + " in " + node);
        return found;
    }

    String text(String path) {
        return at(path).coerceStringValue();
    }

    long number(String path) {
        return at(path).getNumberValue().longValue();
    }
}
