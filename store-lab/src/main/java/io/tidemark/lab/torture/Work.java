package io.tidemark.lab.torture;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.NodeApi.Answer;
import io.tidemark.lab.shop.Scripted;

/** What somebody at a device does, one thing after the other. One thread at a time. */
@FunctionalInterface
interface Work {
    Scripted next();

    /** It is recorded. */
    default void done(Scripted step, JsonNode answer) {}

    /** Whether the device may decline to do it; then it must be nowhere, and is given up. */
    default boolean mayBeRefused(Scripted step, Answer answer) {
        return false;
    }
}
