package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.HouseRule.Tender;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.time.LocalDateTime;
import java.util.List;

/** A piece is sold by card and comes back with its receipt, for what was paid for it. */
record BroughtBack(Piece piece, LocalDateTime at) implements Errand.Work {
    @Override
    public Scripted begin() {
        return piece.sold(at, "CARD");
    }

    @Override
    public List<Scripted> finish(Words words, LocalDateTime later, JsonNode begun) {
        ObjectNode body = words.body(later).put("reason", "wrong size");
        body.putArray("lines").add(line(begun.path("receipt")));
        words.pay(body, new Tender("CARD", -piece.minor()));
        return List.of(
                words.receipt(
                                Kind.RETURN,
                                later,
                                "returns",
                                Words.approved(body, "goods seen"),
                                new Expected(1, -piece.minor()))
                        .with(Tallies.one(Tally.APPROVAL)));
    }

    private ObjectNode line(JsonNode receipt) {
        ObjectNode line =
                NodeApi.JSON.createObjectNode().put("plu", piece.plu()).put("quantity", "-1");
        line.set("original", original(receipt));
        return line;
    }

    /** The first line of a receipt. */
    static ObjectNode original(JsonNode receipt) {
        return NodeApi.JSON
                .createObjectNode()
                .put("store", receipt.path("store").asText())
                .put("workstation", receipt.path("workstation").asText())
                .put("day", receipt.path("businessDay").asText())
                .put("receipt", receipt.path("number").asLong())
                .put("line", 1);
    }
}
