package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.HouseGoods;
import io.tidemark.lab.retail.HouseRates;
import io.tidemark.lab.retail.HouseRule.Tender;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What one till sells beside the file, of every kind that there is: spirits with their deposit and
 * cheese by weight, with a tip, for foreign notes; and empties that come back.
 */
final class CounterSales {
    private static final BigDecimal CHEESE_KILOS = new BigDecimal("0.382");
    private static final int EMPTIES = 3;
    private static final long NOTE_UNITS = 5;

    private final Words words;
    private final ExchangeDesk.Hours hours;
    private final HouseGoods goods;
    private final List<HouseRates.Rate> rates;

    CounterSales(Words words, ExchangeDesk.Hours hours, HouseRates rates) {
        this.words = words;
        this.hours = hours;
        this.goods = new HouseGoods(words.shop().rule());
        this.rates = rates.all();
    }

    List<Act> acts() {
        return List.of(Act.Saying.of(spirits(0.2)), Act.Saying.of(empties(0.56)));
    }

    private Scripted spirits(double share) {
        LocalDateTime at = hours.at(share);
        ObjectNode body = words.body(at);
        ArrayNode lines = body.putArray("lines");
        lines.addObject().put("plu", HouseGoods.GIN).put("quantity", "1");
        lines.addObject().put("plu", HouseGoods.CHEESE).put("quantity", CHEESE_KILOS.toString());
        long tip = words.shop().rule().unitMinor();
        body.set("tip", words.money(tip));
        body.putObject("ageCheck").put("years", HouseGoods.YEARS).put("how", "DOCUMENT");
        long due =
                words.minor(BigDecimal.ONE, goods.gin())
                        + words.minor(BigDecimal.ONE, goods.bottle())
                        + words.minor(CHEESE_KILOS, goods.cheese())
                        + tip;
        payInNotes(body, due);
        return words.receipt(Kind.SALE, at, "sales", body, new Expected(4, due))
                .with(Tallies.one(Tally.AGE_CHECK));
    }

    /** In the first foreign currency that is taken, in whole notes. */
    private void payInNotes(ObjectNode body, long due) {
        if (rates.isEmpty()) {
            words.pay(body, new Tender("CASH", words.shop().rule().handed(due)));
            return;
        }
        HouseRates.Rate rate = rates.getFirst();
        BigDecimal note = rate.taken().multiply(BigDecimal.valueOf(NOTE_UNITS));
        long notes =
                words.shop()
                        .rule()
                        .decimal(due)
                        .divide(note, 0, RoundingMode.CEILING)
                        .longValueExact();
        ObjectNode tender = NodeApi.JSON.createObjectNode().put("type", "CASH");
        tender.putObject("amount")
                .put(
                        "minor",
                        BigDecimal.valueOf(notes * NOTE_UNITS)
                                .movePointRight(rate.foreign().digits())
                                .longValueExact())
                .put("currency", rate.foreign().currency());
        body.putArray("tenders").add(tender);
    }

    /** Nobody is called for these. */
    private Scripted empties(double share) {
        LocalDateTime at = hours.at(share);
        ObjectNode body = words.body(at).put("reason", "empties");
        body.putArray("lines")
                .addObject()
                .put("plu", HouseGoods.BOTTLE)
                .put("quantity", String.valueOf(-EMPTIES));
        long due = -EMPTIES * words.minor(BigDecimal.ONE, goods.bottle());
        words.pay(body, new Tender("CASH", due + words.shop().rule().rounding(due, 0, 0)));
        return words.receipt(Kind.RETURN, at, "returns", body, new Expected(1, due));
    }
}
