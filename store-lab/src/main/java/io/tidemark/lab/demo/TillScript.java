package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.Invoice;
import io.tidemark.lab.retail.Row;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What one till's cashiers do on the day, from opening to the till Z, worked out before it begins.
 * It follows the drawer along, so it knows what must be counted in the end.
 */
final class TillScript {
    /** How much a count at a store's last till falls short, in minor units. */
    private static final long SHORT_BY = 1;

    private final Shop shop;
    private final int till;
    private final boolean last;
    private final List<Scripted> steps = new ArrayList<>();
    private long drawer;
    private long cards;

    /** What all tills of the demo have in common. */
    record Shop(Catalogue catalogue, HouseRule rule, ZoneId zone, Hours hours) {}

    /** When the shop opens its tills and counts them, in local time. */
    record Hours(LocalDateTime open, LocalDateTime close) {}

    private TillScript(Shop shop, int till, boolean last) {
        this.shop = shop;
        this.till = till;
        this.last = last;
    }

    /**
     * @param till the till's index in its store
     * @param last whether it is the store's last, whose count falls short
     */
    static List<Scripted> of(Shop shop, int till, boolean last, List<Invoice> invoices) {
        TillScript script = new TillScript(shop, till, last);
        script.open(shop.hours().open());
        for (int i = 0; i < invoices.size(); i++) {
            script.receipt(invoices.get(i));
            if (i == invoices.size() / 4 || i == invoices.size() * 3 / 4)
                script.pickup(invoices.get(i).lines().getFirst().at());
        }
        script.count(shop.hours().close());
        script.close(shop.hours().close());
        return List.copyOf(script.steps);
    }

    /**
     * The drawer is opened without a sale: what the driver does when it needs an entry, whatever
     * the day.
     */
    static Scripted noSale(Scripted like) {
        ObjectNode body = NodeApi.JSON.createObjectNode();
        body.put("commandId", UUID.randomUUID().toString());
        body.put("operator", like.body().path("operator").asText());
        body.put("reason", "change for a customer");
        return new Scripted(Kind.NO_SALE, like.at(), "/api/v1/no-sale", body, Expected.NOTHING, "");
    }

    private void open(LocalDateTime at) {
        drawer = shop.rule().floatMinor();
        ObjectNode body = body(at);
        body.putArray("float").add(money(drawer));
        add(Kind.OPEN_DAY, at, "/api/v1/day/open", body);
    }

    private void receipt(Invoice invoice) {
        List<Row.Line> lines = invoice.lines();
        LocalDateTime at = lines.getFirst().at();
        ObjectNode body = body(at);
        ArrayNode basket = body.putArray("lines");
        lines.forEach(line -> basket.add(line(line)));
        List<HouseRule.Tender> tenders = shop.rule().tenders(invoice, drawer);
        ArrayNode paid = body.putArray("tenders");
        for (HouseRule.Tender tender : tenders)
            paid.addObject().put("type", tender.type()).set("amount", money(tender.minor()));
        settle(tenders, invoice.grossMinor());
        Kind kind = invoice.isReturn() ? Kind.RETURN : Kind.SALE;
        String path = kind == Kind.RETURN ? "/api/v1/returns" : "/api/v1/sales";
        var expected = new Expected(lines.size(), invoice.grossMinor());
        steps.add(new Scripted(kind, instant(at), path, body, expected, invoice.number()));
    }

    /** Change comes out of the drawer, so cash is what the cards leave of the total. */
    private void settle(List<HouseRule.Tender> tenders, long total) {
        long byCard =
                tenders.stream()
                        .filter(tender -> tender.type().equals("CARD"))
                        .mapToLong(HouseRule.Tender::minor)
                        .sum();
        cards = Math.addExact(cards, byCard);
        drawer = Math.addExact(drawer, Math.subtractExact(total, byCard));
    }

    private void pickup(LocalDateTime at) {
        long amount = shop.rule().pickup(drawer);
        if (amount == 0) return;
        drawer -= amount;
        ObjectNode body = body(at);
        body.set("amount", money(amount));
        body.put("reason", "to the safe");
        add(Kind.PICKUP, at, "/api/v1/cash/pickup", body);
    }

    private void count(LocalDateTime at) {
        ObjectNode body = body(at);
        ArrayNode counted = body.putArray("counted");
        counted(counted, "CASH", last && drawer > 0 ? drawer - SHORT_BY : drawer);
        if (cards >= 0) counted(counted, "CARD", cards);
        add(Kind.COUNT, at, "/api/v1/count", body);
    }

    private void counted(ArrayNode counted, String tender, long minor) {
        counted.addObject()
                .put("tender", tender)
                .put("currency", shop.rule().money().currency())
                .put("minor", minor);
    }

    private void close(LocalDateTime at) {
        add(Kind.CLOSE_DAY, at, "/api/v1/day/close", body(at));
    }

    private ObjectNode line(Row.Line line) {
        ObjectNode json = NodeApi.JSON.createObjectNode();
        json.put("plu", line.goods().code());
        json.put("description", line.goods().description());
        json.put("quantity", line.quantity().toPlainString());
        if (!shop.catalogue().charges(line)) json.put("unitPrice", line.price().toPlainString());
        return json;
    }

    private void add(Kind kind, LocalDateTime at, String path, ObjectNode body) {
        steps.add(new Scripted(kind, instant(at), path, body, Expected.NOTHING, ""));
    }

    private ObjectNode body(LocalDateTime at) {
        ObjectNode body = NodeApi.JSON.createObjectNode();
        body.put("commandId", UUID.randomUUID().toString());
        body.put("operator", HouseRule.operator(till, at.toLocalTime()));
        return body;
    }

    private ObjectNode money(long minor) {
        return NodeApi.JSON
                .createObjectNode()
                .put("minor", minor)
                .put("currency", shop.rule().money().currency());
    }

    private java.time.Instant instant(LocalDateTime at) {
        return at.atZone(shop.zone()).toInstant();
    }
}
