package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.Catalogue;
import io.tidemark.lab.retail.HouseRule;
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
        return new Scripted(kind, instant(at), "/api/v1/" + path, body, expected, "");
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
