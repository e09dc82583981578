package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the driver was told about one command: from then on, it must be found at every tier, once
 * and unaltered.
 *
 * @param number the receipt's number, 0 if it is no receipt
 * @param receiptId as printed, empty if it is no receipt
 * @param sequence of the entry in the till's journal
 */
public record Told(
        Origin origin,
        String commandId,
        Scripted.Kind kind,
        long number,
        String receiptId,
        int lines,
        long grossMinor,
        long sequence) {
    /** Which till said so. */
    public record Origin(String store, String device) {}

    /** What an answer to this step says. */
    public static Told of(Origin origin, Scripted step, JsonNode answer) {
        JsonNode receipt = answer.path("receipt");
        return new Told(
                origin,
                step.commandId(),
                step.kind(),
                receipt.path("number").asLong(),
                receipt.path("id").asText(),
                receipt.path("lines").size(),
                receipt.path("total").path("minor").asLong(),
                position(answer).path("sequence").asLong());
    }

    /** Where the entry stands. */
    private static JsonNode position(JsonNode answer) {
        return answer.has("entry") ? answer.path("entry") : answer.path("position");
    }

    public ObjectNode toJson() {
        return NodeApi.JSON
                .createObjectNode()
                .put("store", origin.store())
                .put("device", origin.device())
                .put("commandId", commandId)
                .put("kind", kind.name())
                .put("number", number)
                .put("receiptId", receiptId)
                .put("lines", lines)
                .put("grossMinor", grossMinor)
                .put("sequence", sequence);
    }
}
