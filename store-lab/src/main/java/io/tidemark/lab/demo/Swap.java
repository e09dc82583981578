package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.HouseGoods;
import io.tidemark.lab.retail.HouseRule.Tender;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Cheese is sold by card; it comes back with its receipt and a larger piece goes in its place, in
 * one receipt: only the difference is paid.
 */
record Swap(Words words, LocalDateTime at) implements Errand.Work {
    private static final BigDecimal SMALL = new BigDecimal("0.4");
    private static final BigDecimal LARGE = new BigDecimal("0.75");

    @Override
    public Scripted begin() {
        ObjectNode body = words.body(at);
        line(body.putArray("lines"), SMALL);
        words.pay(body, new Tender("CARD", minor(SMALL)));
        return words.receipt(Kind.SALE, at, "sales", body, new Expected(1, minor(SMALL)));
    }

    @Override
    public List<Scripted> finish(Words elsewhere, LocalDateTime later, JsonNode begun) {
        ObjectNode body = elsewhere.body(later).put("reason", "too little");
        ArrayNode lines = body.putArray("lines");
        line(lines, SMALL.negate()).set("original", BroughtBack.original(begun.path("receipt")));
        line(lines, LARGE);
        long due = minor(LARGE) - minor(SMALL);
        words.pay(body, new Tender("CARD", due));
        return List.of(
                elsewhere
                        .receipt(
                                Kind.SALE,
                                later,
                                "sales",
                                Words.approved(body, "still wrapped"),
                                new Expected(2, due))
                        .with(Tallies.one(Tally.APPROVAL)));
    }

    private static ObjectNode line(ArrayNode lines, BigDecimal kilos) {
        return lines.addObject().put("plu", HouseGoods.CHEESE).put("quantity", kilos.toString());
    }

    private long minor(BigDecimal kilos) {
        return words.minor(kilos, new HouseGoods(words.shop().rule()).cheese());
    }
}
