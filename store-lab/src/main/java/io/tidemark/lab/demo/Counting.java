package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * A till is counted when the shop has closed, by coins and notes, and what cards took: what the
 * driver reckons that it must hold. Where it is short, as little is there when it is counted again,
 * and the supervisor has seen it.
 *
 * @param isShort whether the smallest coin is missing
 */
record Counting(Words words, boolean isShort) implements Act {
    private static final String CASH = "CASH ";

    @Override
    public Instant at() {
        return words.instant(close());
    }

    @Override
    public boolean isClosing() {
        return true;
    }

    @Override
    public void perform(Cashier cashier) {
        Map<String, Long> held = new TreeMap<>(cashier.held());
        held.putIfAbsent(own(), 0L);
        held.putIfAbsent("CARD " + words.currency(), 0L);
        boolean missing = isShort && held.getOrDefault(own(), 0L) > 0;
        if (missing) held.merge(own(), -words.shop().rule().coin(), Long::sum);
        count(cashier, held);
        if (missing) explain(cashier, held);
    }

    private void explain(Cashier cashier, Map<String, Long> held) {
        count(cashier, held);
        ObjectNode body = words.body(close()).put("reason", "wrong change given");
        cashier.say(
                words.step(Kind.SETTLE, close(), "settle", Words.approved(body, "counted it, too"))
                        .with(Tallies.one(Tally.APPROVAL)));
    }

    private void count(Cashier cashier, Map<String, Long> held) {
        ObjectNode body = words.body(close());
        ArrayNode counted = body.putArray("counted");
        held.forEach((row, minor) -> {
            boolean isCash = row.startsWith(CASH);
            if (isCash || (row.startsWith("CARD ") && minor >= 0))
                pieces(counted(counted, row, minor), cashier, isCash);
        });
        cashier.say(words.step(Kind.COUNT, close(), "count", body));
    }

    private static ObjectNode counted(ArrayNode counted, String row, long minor) {
        int space = row.lastIndexOf(' ');
        return counted.addObject()
                .put("tender", row.substring(0, space))
                .put("currency", row.substring(space + 1))
                .put("minor", minor);
    }

    /** As few as it takes, where the till knows the coins and notes of the currency. */
    private static void pieces(ObjectNode one, Cashier cashier, boolean isCash) {
        if (!isCash) return;
        JsonNode faces =
                cashier.till()
                        .api()
                        .get("/api/v1/denominations?currency=" + one.path("currency").asText());
        ArrayNode pieces = one.arrayNode();
        long left = take(faces.path("notes"), one.path("minor").asLong(), pieces);
        left = take(faces.path("coins"), left, pieces);
        if (left == 0 && !pieces.isEmpty()) one.set("pieces", pieces);
    }

    private static long take(JsonNode faces, long from, ArrayNode pieces) {
        long left = from;
        for (JsonNode face : faces) {
            long count = left / face.asLong();
            if (count > 0) pieces.addObject().put("face", face.asLong()).put("count", count);
            left -= count * face.asLong();
        }
        return left;
    }

    private String own() {
        return CASH + words.currency();
    }

    private LocalDateTime close() {
        return words.shop().hours().close();
    }
}
