package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.HouseRule.Tender;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Effect;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One piece of an article at the catalogue's price, which no invoice of the file has: what is sold
 * beside the file, and comes to nothing in the end.
 *
 * @param minor its price
 */
record Piece(Words words, String plu, long minor) {
    Scripted sold(LocalDateTime at, String tender) {
        ObjectNode body = one(at);
        boolean isCash = tender.equals("CASH");
        words.pay(body, new Tender(tender, isCash ? words.shop().rule().handed(minor) : minor));
        return words.receipt(Kind.SALE, at, "sales", body, new Expected(1, minor));
    }

    /** The whole receipt is taken back, by a supervisor's leave. */
    Scripted postVoided(LocalDateTime at, Scripted sale, long receipt) {
        ObjectNode body = words.body(at).put("reason", "rung up twice");
        Tallies tallies = Tallies.of(Tally.POST_VOID, 1, minor).plus(Tallies.one(Tally.APPROVAL));
        return new Scripted(
                Kind.POST_VOID,
                words.instant(at),
                "/api/v1/receipts/" + receipt + "/post-void",
                Words.approved(body, "customer was there"),
                sale.expected().negated(),
                "",
                new Effect(tallies, Optional.of(sale)));
    }

    /** Somebody wants the receipt printed again. */
    Scripted copied(LocalDateTime at, long receipt) {
        return words.step(Kind.COPY, at, "receipts/" + receipt + "/copies", words.body(at))
                .with(Tallies.one(Tally.COPY));
    }

    /** The basket is given up before it is paid. */
    Scripted givenUp(LocalDateTime at) {
        ObjectNode body = one(at).put("reason", "no money on them");
        Tallies tallies = Tallies.of(Tally.BASKET_VOID, 1, minor).plus(Tallies.one(Tally.APPROVAL));
        return words.step(Kind.BASKET_VOID, at, "baskets/void", Words.approved(body, "seen"))
                .with(tallies);
    }

    /** Sold to nobody, by somebody who learns it. */
    Scripted practised(LocalDateTime at) {
        ObjectNode body = one(at);
        long handed = words.shop().rule().handed(minor);
        words.pay(body, new Tender("CASH", handed));
        long rounding = words.shop().rule().rounding(minor, handed, handed);
        return words.step(Kind.TRAINING_SALE, at, "sales", body)
                .with(Tallies.of(Tally.TRAINING, 1, minor + rounding));
    }

    private ObjectNode one(LocalDateTime at) {
        ObjectNode body = words.body(at);
        body.putArray("lines").addObject().put("plu", plu).put("quantity", "1");
        return body;
    }
}
