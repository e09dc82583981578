package io.tidemark.node.web;

import io.micronaut.core.type.Argument;
import io.tidemark.node.web.JsonShape.WrongShape;

/** Where in the JSON a value stands, such as {@code lines[0].quantity}. */
record FieldPath(String text) {
    static final FieldPath BODY = new FieldPath("");

    FieldPath field(String name) {
        String shown = Given.text(name);
        return new FieldPath(text.isEmpty() ? shown : text + "." + shown);
    }

    FieldPath item(int index) {
        return new FieldPath(text + "[" + index + "]");
    }

    boolean isSecret() {
        return text.equals("pin") || text.endsWith(".pin");
    }

    /**
     * @throws WrongShape if the field may not be left out
     */
    void requireThatMayBeMissing(String name, Argument<?> field) throws WrongShape {
        if (!field.isNullable())
            throw new WrongShape(field(name) + " is missing; " + Wanted.in(field) + " is wanted");
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "the body" : text;
    }
}
