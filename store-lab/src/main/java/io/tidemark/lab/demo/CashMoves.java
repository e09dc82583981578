package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Cash that comes and goes at one till without a sale: a loan that the supervisor confirms a while
 * later, a safe drop, cash paid in and out with its reasons, and a drawer opened to change money.
 */
final class CashMoves {
    private static final long PAID_IN_UNITS = 7;
    private static final long PAID_OUT_UNITS = 4;

    private final Words words;
    private final ExchangeDesk.Hours hours;

    CashMoves(Words words, ExchangeDesk.Hours hours) {
        this.words = words;
        this.hours = hours;
    }

    /**
     * @param needed what the day's customers are paid out of the drawer beside refunds
     */
    List<Act> acts(long needed) {
        long unit = words.shop().rule().unitMinor();
        long dropped = words.shop().rule().handed(unit);
        long lent = words.shop().rule().handed(needed + 2 * dropped);
        ObjectNode loan = moved(0.05, lent, "change and notes for the day");
        return List.of(
                say(Kind.LOAN, 0.05, "cash/loan", loan),
                Act.Saying.of(confirmation(loan)),
                say(
                        Kind.SAFE_DROP,
                        0.5,
                        "cash/safe-drop",
                        Words.confirmed(moved(0.5, dropped, "large notes"))),
                say(
                        Kind.PAID_IN,
                        0.58,
                        "cash/paid-in",
                        Words.confirmed(moved(0.58, PAID_IN_UNITS * unit, "found by the door"))),
                Act.Saying.of(
                        step(
                                        Kind.PAID_OUT,
                                        0.6,
                                        "cash/paid-out",
                                        Words.approved(
                                                Words.confirmed(
                                                        moved(
                                                                0.6,
                                                                PAID_OUT_UNITS * unit,
                                                                "window cleaner")),
                                                "has an invoice"))
                                .with(Tallies.one(Tally.APPROVAL))),
                Act.Saying.of(
                        step(
                                Kind.NO_SALE,
                                0.68,
                                "no-sale",
                                words.body(hours.at(0.68)).put("reason", "coins for the meter"))));
    }

    private Scripted confirmation(ObjectNode loan) {
        LocalDateTime at = hours.at(0.1);
        ObjectNode body = words.body(at).put("movement", loan.path("commandId").asText());
        return words.step(Kind.CONFIRM_CASH, at, "cash/confirmations", Words.confirmed(body))
                .with(Tallies.one(Tally.CASH_CONFIRMED));
    }

    private ObjectNode moved(double share, long minor, String reason) {
        ObjectNode body = words.body(hours.at(share)).put("reason", reason);
        body.set("amount", words.money(minor));
        return body;
    }

    private Act say(Kind kind, double share, String path, ObjectNode body) {
        return Act.Saying.of(step(kind, share, path, body));
    }

    private Scripted step(Kind kind, double share, String path, ObjectNode body) {
        return words.step(kind, hours.at(share), path, body);
    }
}
