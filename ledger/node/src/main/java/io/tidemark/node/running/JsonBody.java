package io.tidemark.node.running;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body that is to be sent, with what does not belong into a file: a new id, a PIN. */
public final class JsonBody {
    private final Map<String, @Nullable Object> fields;

    private JsonBody(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /**
     * @throws CannotRun if it is no JSON object
     */
    public static JsonBody parse(String json) {
        try {
            return new JsonBody(new LinkedHashMap<>(JsonAnswer.parse(json).fields()));
        } catch (JsonAnswer.Unreadable e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE, "the body is not one JSON object: " + e.getMessage(), e);
        }
    }

    /** Empty where the body has none of its own. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public JsonBody with(String name, String text) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.put(name, text);
        return new JsonBody(more);
    }

    /**
     * @param object the field that has it, such as {@code approval}
     * @throws CannotRun if the body has no such object
     */
    public JsonBody within(String object, String name, String text) {
        if (!(fields.get(object) instanceof Map<?, ?> inner))
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "the body has no object '" + object + "' to put the " + name + " into");
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        Map<Object, @Nullable Object> extended = new LinkedHashMap<>(inner);
        extended.put(name, text);
        more.put(object, extended);
        return new JsonBody(more);
    }

    @Override
    public String toString() {
        return JsonAnswer.written(fields);
    }
}
