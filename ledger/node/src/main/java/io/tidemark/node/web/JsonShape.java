package io.tidemark.node.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.config.annotation.SerdeConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Holds JSON against the record that it is to become, before it becomes one. The reader that makes
 * records cuts 3.7 to 3 and takes {@code "7"} for 7: with money neither may happen. And only here
 * is it known which field is at fault, and what was wanted of it.
 */
final class JsonShape {
    private final JsonParser json;
    private final Map<Class<?>, Map<String, Argument<?>>> known = new HashMap<>();

    private JsonShape(JsonParser json) {
        this.json = json;
    }

    /**
     * @throws WrongShape naming the first field that is not as the type says
     * @throws com.fasterxml.jackson.core.JsonProcessingException if it is not JSON at all
     */
    static void check(JsonParser json, Argument<?> type) throws IOException {
        JsonShape shape = new JsonShape(json);
        if (json.nextToken() == null) throw new WrongShape("the body is empty; JSON is wanted");
        shape.value(type, FieldPath.BODY);
        if (json.nextToken() != null)
            throw new WrongShape("the body goes on after its JSON has ended");
    }

    /** What is wrong, and what is wanted. */
    static final class WrongShape extends IOException {
        private static final long serialVersionUID = 1L;

        WrongShape(String message) {
            super(message);
        }
    }

    private void value(Argument<?> type, FieldPath path) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            if (!type.isNullable()) throw refused(path, Wanted.in(type));
            return;
        }
        Class<?> wanted = type.getType();
        if (List.class.isAssignableFrom(wanted)) list(type, path);
        else if (Wanted.isScalar(wanted)) scalar(wanted, path);
        else {
            Optional<? extends BeanIntrospection<?>> made =
                    BeanIntrospector.SHARED.findIntrospection(wanted);
            if (made.isPresent()) object(made.get(), path);
            else json.skipChildren();
        }
    }

    private void list(Argument<?> type, FieldPath path) throws IOException {
        require(JsonToken.START_ARRAY, type, path);
        Argument<?> item = type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT);
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) value(item, path.item(i));
    }

    private void object(BeanIntrospection<?> type, FieldPath path) throws IOException {
        require(JsonToken.START_OBJECT, Argument.of(type.getBeanType()), path);
        Map<String, Argument<?>> wanted =
                known.computeIfAbsent(type.getBeanType(), _ -> fields(type));
        Map<String, Argument<?>> missing = new LinkedHashMap<>(wanted);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            Argument<?> field = wanted.get(name);
            if (field == null) throw unknown(path.field(name), wanted);
            json.nextToken();
            value(field, path.field(name));
            missing.remove(name);
        }
        for (Map.Entry<String, Argument<?>> field : missing.entrySet())
            path.requireThatMayBeMissing(field.getKey(), field.getValue());
    }

    private static Map<String, Argument<?>> fields(BeanIntrospection<?> type) {
        Map<String, Argument<?>> fields = new LinkedHashMap<>();
        for (Argument<?> field : type.getConstructorArguments()) {
            String name =
                    field.getAnnotationMetadata()
                            .stringValue(SerdeConfig.class, SerdeConfig.PROPERTY)
                            .orElse(field.getName());
            fields.put(name, field);
        }
        return fields;
    }

    private void scalar(Class<?> type, FieldPath path) throws IOException {
        Argument<?> wanted = Argument.of(type);
        if (Wanted.isWhole(type)) whole(type, path);
        else if (Wanted.isTruth(type)) {
            if (!json.currentToken().isBoolean()) throw refused(path, Wanted.in(wanted));
        } else {
            require(JsonToken.VALUE_STRING, wanted, path);
            if (!Wanted.isReadable(type, json.getText())) throw refused(path, Wanted.in(wanted));
            requirePrintable(json.getText(), path);
        }
    }

    /** What is recorded is printed, shown and exported: none of these can take a control. */
    private static void requirePrintable(String text, FieldPath path) throws WrongShape {
        OptionalInt bad = text.codePoints().filter(JsonShape::isUnprintable).findFirst();
        if (bad.isPresent())
            throw new WrongShape(
                    path
                            + String.format(
                                    Locale.ROOT,
                                    " has the character U+%04X, which cannot be printed; leave it out",
                                    bad.getAsInt()));
    }

    /** A control such as NUL or a new line, or half of a character. */
    private static boolean isUnprintable(int codePoint) {
        int kind = Character.getType(codePoint);
        return kind == Character.CONTROL || kind == Character.SURROGATE;
    }

    private void whole(Class<?> type, FieldPath path) throws IOException {
        require(JsonToken.VALUE_NUMBER_INT, Argument.of(type), path);
        try {
            long given = json.getLongValue();
            if (Wanted.isLong(type) || given == (int) given) return;
        } catch (InputCoercionException tooLarge) {
            throw (WrongShape) refused(path, Wanted.range(type)).initCause(tooLarge);
        }
        throw refused(path, Wanted.range(type));
    }

    private void require(JsonToken token, Argument<?> type, FieldPath path) throws IOException {
        if (json.currentToken() != token) throw refused(path, Wanted.in(type));
    }

    private WrongShape refused(FieldPath path, String wanted) throws IOException {
        return new WrongShape(path + " is " + given(path) + "; " + wanted + " is wanted");
    }

    /** A PIN is nobody's to read, also where it was written wrongly. */
    private String given(FieldPath path) throws IOException {
        @Nullable JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) return "a list";
        if (token == JsonToken.START_OBJECT) return "an object";
        if (path.isSecret()) return "something else";
        return Given.text(
                token == JsonToken.VALUE_STRING ? '"' + json.getText() + '"' : json.getText());
    }

    private static WrongShape unknown(FieldPath path, Map<String, Argument<?>> known) {
        return new WrongShape(
                path + " is not known here; known are " + String.join(", ", known.keySet()));
    }
}
