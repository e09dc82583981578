package io.tidemark.node.running;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import io.tidemark.ledger.money.Unit;
import io.tidemark.node.home.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON (RFC 8259) of an answer, read by the names of its fields. */
public final class JsonAnswer {
    private static final JsonFactory READER =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Where it stands, such as {@code totals.gross}; empty of the whole. */
    private final String path;

    /** A Map, a List, a String, a BigDecimal, a Boolean or null. */
    private final @Nullable Object value;

    private JsonAnswer(String path, @Nullable Object value) {
        this.path = path;
        this.value = value;
    }

    /** What was answered is not what the command looks for. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @throws Unreadable if it is no JSON
     */
    static JsonAnswer parse(String json) {
        try (JsonParser parser = READER.createParser(json)) {
            if (parser.nextToken() == null) throw new Unreadable("it is empty");
            Object whole = value(parser);
            if (parser.nextToken() != null) throw new Unreadable("it goes on after its end");
            return new JsonAnswer("", whole);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new Unreadable("no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new Unreadable("unexpected " + parser.currentToken());
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(parser));
        return items;
    }

    /** Of an object, in its order. */
    @SuppressWarnings("unchecked") // made by object()
    Map<String, @Nullable Object> fields() {
        if (value instanceof Map<?, ?>) return (Map<String, @Nullable Object>) value;
        throw wanted("an object");
    }

    /** Names of the fields, in their order. */
    public List<String> names() {
        return List.copyOf(fields().keySet());
    }

    /**
     * @throws Unreadable if there is no such field, or it is null
     */
    public JsonAnswer at(String name) {
        return maybe(name).orElseThrow(() -> new Unreadable("it lacks " + below(name)));
    }

    /** Empty where there is no such field, or it is null. */
    public Optional<JsonAnswer> maybe(String name) {
        return Optional.ofNullable(fields().get(name))
                .map(found -> new JsonAnswer(below(name), found));
    }

    public String text(String name) {
        return at(name).asText();
    }

    public long number(String name) {
        return at(name).asNumber();
    }

    public boolean is(String name) {
        if (at(name).value instanceof Boolean truth) return truth;
        throw at(name).wanted("true or false");
    }

    /** Of {@code {minor, currency}}. */
    public Money money(String name) {
        return at(name).asMoney();
    }

    public Optional<Money> maybeMoney(String name) {
        return maybe(name).map(JsonAnswer::asMoney);
    }

    /** A time with its offset (ISO 8601). */
    public OffsetDateTime time(String name) {
        try {
            return OffsetDateTime.parse(text(name));
        } catch (DateTimeException e) {
            throw new Unreadable(below(name) + " is no time: " + e.getMessage(), e);
        }
    }

    /** A decimal, written as text or as a number. */
    public BigDecimal decimal(String name) {
        try {
            return new BigDecimal(text(name));
        } catch (NumberFormatException e) {
            throw new Unreadable(below(name) + " is no decimal", e);
        }
    }

    /** The unit in which a quantity is (UN/ECE Rec. 20). */
    public Unit unit(String name) {
        try {
            return Unit.of(text(name));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(below(name) + ": " + e.getMessage(), e);
        }
    }

    /** Of a list; an absent one is empty. */
    public List<JsonAnswer> list(String name) {
        return maybe(name).map(JsonAnswer::asList).orElse(List.of());
    }

    public List<JsonAnswer> asList() {
        if (!(value instanceof List<?> items)) throw wanted("a list");
        List<JsonAnswer> read = new ArrayList<>();
        for (Object item : items) read.add(new JsonAnswer(path + "[" + read.size() + "]", item));
        return read;
    }

    /** A string, or a number as it was written. */
    public String asText() {
        if (value instanceof String text) return text;
        if (value instanceof BigDecimal number) return number.toPlainString();
        throw wanted("text");
    }

    public Money asMoney() {
        try {
            return new Money(number("minor"), new CurrencyCode(text("currency")));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(path + ": " + e.getMessage(), e);
        }
    }

    public long asNumber() {
        if (!(value instanceof BigDecimal number)) throw wanted("a number");
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new Unreadable(path + " is " + number + "; a whole number is wanted", e);
        }
    }

    /** As JSON again. */
    @Override
    public String toString() {
        return written(value);
    }

    static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> object ->
                    object.entrySet().stream()
                            .map(each ->
                                    Json.raw(
                                            String.valueOf(each.getKey()),
                                            written(each.getValue())))
                            .collect(Collectors.joining(",", "{", "}"));
            case List<?> items ->
                    items.stream()
                            .map(JsonAnswer::written)
                            .collect(Collectors.joining(",", "[", "]"));
            case String text -> Json.quoted(text);
            case Boolean truth -> truth.toString();
            case BigDecimal number -> number.toString();
            default -> throw new IllegalStateException("no JSON: " + value.getClass());
        };
    }

    private Unreadable wanted(String what) {
        return new Unreadable((path.isEmpty() ? "it" : path) + " is not " + what);
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
