package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.HouseGoods;
import io.tidemark.lab.retail.HouseRule.Tender;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A gift card is sold by card, and somebody pays half a kilogram of cheese with it: at the next
 * till, which asks the gateway what is on it.
 */
record GiftCard(Words words, String number, LocalDateTime at) implements Errand.Work {
    private static final long LOADED_UNITS = 10;
    private static final BigDecimal KILOS = new BigDecimal("0.5");

    @Override
    public Scripted begin() {
        long loaded = LOADED_UNITS * words.shop().rule().unitMinor();
        ObjectNode body = words.body(at);
        body.putArray("lines")
                .addObject()
                .put("plu", HouseGoods.GIFT_CARD)
                .put("quantity", "1")
                .put("unitPrice", words.shop().rule().decimal(loaded).toPlainString())
                .put("giftCard", number);
        words.pay(body, new Tender("CARD", loaded));
        return words.receipt(Kind.SALE, at, "sales", body, new Expected(1, loaded));
    }

    @Override
    public List<Scripted> finish(Words elsewhere, LocalDateTime later, JsonNode begun) {
        long due = words.minor(KILOS, new HouseGoods(words.shop().rule()).cheese());
        ObjectNode body = elsewhere.body(later);
        body.putArray("lines")
                .addObject()
                .put("plu", HouseGoods.CHEESE)
                .put("quantity", KILOS.toString());
        body.putArray("tenders")
                .addObject()
                .put("type", "GIFT_CARD")
                .put("giftCard", number)
                .set("amount", words.money(due));
        return List.of(elsewhere.receipt(Kind.SALE, later, "sales", body, new Expected(1, due)));
    }
}
