package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.HouseRates;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.People;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;

/**
 * How the people at one device say things to it: under their names, in the shop's currency.
 *
 * @param worker who works there at an hour
 */
record Words(Shop shop, Function<LocalTime, People.Operator> worker) {
    /** What all devices of the demo have in common. */
    record Shop(Catalogue catalogue, HouseRule rule, ZoneId zone, Hours hours) {}

    /** When the shop opens its tills and counts them, in local time. */
    record Hours(LocalDateTime open, LocalDateTime close) {}

    /** A command by whoever works there. */
    ObjectNode body(LocalDateTime at) {
        return NodeApi.JSON
                .createObjectNode()
                .put("commandId", UUID.randomUUID().toString())
                .put("operator", worker.apply(at.toLocalTime()).number());
    }

    /** With the supervisor's number and PIN, and why it is allowed. */
    static ObjectNode approved(ObjectNode body, String why) {
        body.putObject("approval")
                .put("supervisor", People.SUPERVISOR.number())
                .put("pin", People.SUPERVISOR.pin())
                .put("reason", why);
        return body;
    }

    /** The supervisor brings the cash, or takes it away, and says so with number and PIN. */
    static ObjectNode confirmed(ObjectNode body) {
        body.putObject("confirmation")
                .put("by", People.SUPERVISOR.number())
                .put("pin", People.SUPERVISOR.pin());
        return body;
    }

    ObjectNode money(long minor) {
        return NodeApi.JSON
                .createObjectNode()
                .put("minor", minor)
                .put("currency", shop.rule().money().currency());
    }

    void pay(ObjectNode body, HouseRule.Tender... tenders) {
        ArrayNode paid = body.putArray("tenders");
        for (HouseRule.Tender tender : tenders)
            paid.addObject().put("type", tender.type()).set("amount", money(tender.minor()));
    }

    Scripted signOn(LocalDateTime at) {
        return person(Kind.SIGN_ON, at, "sign-on").with(Tallies.one(Tally.SIGN_ON));
    }

    Scripted unlock(LocalDateTime at) {
        return person(Kind.UNLOCK, at, "unlock");
    }

    private Scripted person(Kind kind, LocalDateTime at, String path) {
        ObjectNode body = body(at).put("pin", worker.apply(at.toLocalTime()).pin());
        return step(kind, at, "operator/" + path, body);
    }

    /** What is no receipt. */
    Scripted step(Kind kind, LocalDateTime at, String path, ObjectNode body) {
        return receipt(kind, at, path, body, Expected.NOTHING);
    }

    /** A receipt of no invoice. */
    Scripted receipt(Kind kind, LocalDateTime at, String path, ObjectNode body, Expected expected) {
        return rounded(new Scripted(kind, instant(at), "/api/v1/" + path, body, expected, ""));
    }

    /** With what the smallest coin makes of it, where any of it is paid in cash. */
    Scripted rounded(Scripted step) {
        long paid = 0;
        long cash = 0;
        boolean isCash = false;
        for (JsonNode tender : step.body().path("tenders")) {
            long base = base(tender.path("amount"));
            paid += base;
            if (!tender.path("type").asText().equals("CASH")) continue;
            cash += base;
            isCash = true;
        }
        return isCash && step.kind().isReceipt()
                ? step.rounded(shop.rule().rounding(step.expected().grossMinor(), paid, cash))
                : step;
    }

    /** In the store's currency. */
    private long base(JsonNode amount) {
        long minor = amount.path("minor").asLong();
        return new HouseRates(shop.rule().money())
                .of(amount.path("currency").asText())
                .map(rate -> minor(rate.foreign(), minor, rate.taken()))
                .orElse(minor);
    }

    private long minor(MinorUnits foreign, long minor, BigDecimal rate) {
        return minor(BigDecimal.valueOf(minor, foreign.digits()), rate);
    }

    /** What quantity × price comes to, not rounded yet. */
    BigDecimal minorExactly(BigDecimal quantity, BigDecimal price) {
        return quantity.multiply(price).movePointRight(shop.rule().money().digits());
    }

    Instant instant(LocalDateTime at) {
        return at.atZone(shop.zone()).toInstant();
    }

    /** What quantity × price comes to. */
    long minor(BigDecimal quantity, BigDecimal price) {
        return shop.rule().money().extend(quantity, price).longValueExact();
    }

    String currency() {
        return shop.rule().money().currency();
    }
}
