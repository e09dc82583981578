package io.tidemark.node.command;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.Unknown;
import io.tidemark.node.home.Json;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that an event holds, as JSON: records become objects of their components, so an event of a
 * kind yet to come is told without a word here. A record of one component, within another, is that
 * component.
 */
final class EventJson {
    private EventJson() {}

    /** {@code null} if the event cannot be read. */
    static String of(EntryBytes entry) {
        try {
            Object event = EntryCodec.decode(entry).event();
            if (event instanceof Unknown) return bytes(entry.event());
            return object((Record) event);
        } catch (Malformed poison) {
            return "null";
        }
    }

    private static String object(Record value) {
        List<String> fields = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents())
            fields.add(Json.raw(component.getName(), json(valueOf(component, value))));
        return Json.object(fields);
    }

    private static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean known -> known.toString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case byte[] content -> bytes(content);
            case Hash hash -> Json.quoted(hash.hex());
            case Enum<?> constant -> Json.quoted(constant.name());
            case List<?> items ->
                    items.stream().map(EventJson::json).collect(Collectors.joining(",", "[", "]"));
            case Record nested -> nested(nested);
            default -> Json.quoted(value.toString());
        };
    }

    private static String nested(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        return components.length == 1 ? json(valueOf(components[0], value)) : object(value);
    }

    private static String bytes(byte[] content) {
        return Json.quoted(HexFormat.of().formatHex(content));
    }

    private static @Nullable Object valueOf(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event's records are public", e);
        }
    }
}
