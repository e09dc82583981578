package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.demo.Wares.Goods;
import io.tidemark.lab.demo.Wares.Person;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.ledger.event.Tally;
import java.io.IOException;

/**
 * What a cashier does at a till, by the till's API, and what comes of it by their own reckoning.
 */
final class ActsAtTill {
    private static final long CASH_FLOAT = 10_000;

    private final LabTill till;
    private final Done done;
    private long drawer = CASH_FLOAT;

    ActsAtTill(LabTill till, Done done) {
        this.till = till;
        this.done = done;
    }

    LabTill till() {
        return till;
    }

    /** Also in the place of whoever is there. */
    void signOn(Person who) throws IOException {
        TillCommands.done(till, "operator/sign-on", by(who));
        assertThat(present().path("operator").asText()).isEqualTo(who.number());
        done.tally(Tally.SIGN_ON, 0);
    }

    /** Locked, nothing is sold; a supervisor opens it, and the shift stays whose it was. */
    void lockAndHaveUnlocked() throws IOException {
        String whose = present().path("operator").asText();
        TillCommands.done(till, "operator/lock", TillCommands.command());
        TillCommands.refused(
                till,
                "sales",
                TillCommands.paid(TillCommands.line(Wares.PEAR, "1"), 40),
                "locked by");
        TillCommands.refused(
                till, "operator/unlock", by(new Person(whose, "0000")), "PIN is wrong");
        TillCommands.done(till, "operator/unlock", by(Wares.SUPERVISOR));
        assertThat(present().path("operator").asText()).isEqualTo(whose);
    }

    /**
     * @return the receipt
     */
    JsonNode sell(Goods goods, long minor) throws IOException {
        return sell(line(goods), minor);
    }

    void sellWithDiscounts() throws IOException {
        ObjectNode bruised = line(Goods.of(Wares.APPLE, "3"));
        TillCommands.first(bruised)
                .putObject("discount")
                .put("percent", "10")
                .put("reason", "bruised");
        sell(bruised, 94);
        done.tally(Tally.DISCOUNT, 11);
        ObjectNode member = line(Goods.of(Wares.APPLE, "2"));
        member.putArray("discounts")
                .addObject()
                .put("reason", "member")
                .set("amount", TillCommands.money(10));
        sell(member, 60);
        done.tally(Tally.DISCOUNT, 10);
    }

    /** More than a cashier may give alone: who allowed it, and why, stands on the receipt. */
    void sellHalfPrice() throws IOException {
        ObjectNode half = TillCommands.paid(line(Goods.of(Wares.PEAR, "2")), 40);
        TillCommands.first(half).putObject("discount").put("percent", "50").put("reason", "mouldy");
        TillCommands.refused(till, "sales", half, "supervisor must allow this (DISCOUNT)");
        JsonNode receipt = sell(approved(half, "closing time"), 40);
        assertThat(receipt.path("approvals").toString())
                .isEqualTo(
                        "[{\"act\":\"DISCOUNT\",\"supervisor\":\"201\",\"reason\":\"closing time\"}]");
        done.tally(Tally.DISCOUNT, 40);
        done.tally(Tally.APPROVAL, 0);
    }

    void sellTheLastOneCheaper() throws IOException {
        ObjectNode last = line(Goods.of(Wares.APPLE, "1"));
        TillCommands.first(last).put("unitPrice", "0.30").put("priceReason", "the last one");
        sell(approved(last, "nobody wants it"), 30);
        done.tally(Tally.PRICE_OVERRIDE, 5);
        done.tally(Tally.APPROVAL, 0);
    }

    /** Here, and taken up again here. */
    void suspendAndResume() throws IOException {
        resume(suspend(Goods.of(Wares.PEAR, "1"), 40), Goods.of(Wares.PEAR, "1"), 40);
    }

    /**
     * @return the basket's id, which its slip shows
     */
    String suspend(Goods goods, long minor) throws IOException {
        JsonNode basket = TillCommands.done(till, "baskets/suspended", line(goods)).path("basket");
        done.tally(Tally.SUSPENDED, minor);
        return basket.path("basket").asText();
    }

    void resume(String basket, Goods goods, long minor) throws IOException {
        TillCommands.done(till, "baskets/suspended/" + basket + "/resume", TillCommands.command());
        done.tally(Tally.RESUMED, 0);
        sell(line(goods).put("basket", basket), minor);
    }

    void giveUpABasket() throws IOException {
        TillCommands.done(
                till, "baskets/void", line(Goods.of(Wares.APPLE, "1")).put("reason", "no money"));
        done.tally(Tally.BASKET_VOID, 35);
    }

    void postVoid() throws IOException {
        Goods apples = Goods.of(Wares.APPLE, "5");
        String voided = "receipts/" + sell(apples, 175).path("number").asLong() + "/post-void";
        ObjectNode body = TillCommands.command().put("reason", "wrong customer");
        TillCommands.refused(till, voided, body, "supervisor must allow this (POST_VOID)");
        done.sold(TillCommands.done(till, voided, approved(body, "saw it happen")).path("receipt"));
        drawer -= 175;
        done.tally(Tally.POST_VOID, 175);
        done.tally(Tally.APPROVAL, 0);
    }

    void practise() throws IOException {
        TillCommands.done(till, "operator/training/on", TillCommands.command());
        TillCommands.done(till, "sales", TillCommands.paid(line(Goods.of(Wares.OIL, "2")), 840));
        TillCommands.done(till, "operator/training/off", TillCommands.command());
        done.tally(Tally.TRAINING, 840);
    }

    void copy(JsonNode receipt) throws IOException {
        TillCommands.done(
                till,
                "receipts/" + receipt.path("number").asLong() + "/copies",
                TillCommands.command());
        done.tally(Tally.COPY, 0);
    }

    /** The first line of a receipt comes back, of whichever till it is. */
    void takeBack(JsonNode receipt) throws IOException {
        TillCommands.refused(
                till, "returns", returning(receipt), "supervisor must allow this (RETURN)");
        takenBack(receipt, returning(receipt));
    }

    /** Nobody can look at the receipt now, and the cashier says so. */
    void takeBackUnchecked(JsonNode receipt) throws IOException {
        refuseReturn(receipt, "its receipt cannot be checked");
        takenBack(receipt, returning(receipt).put("unchecked", true));
        done.tally(Tally.RETURN_UNCHECKED, -gross(receipt));
    }

    void refuseReturn(JsonNode receipt, String why) throws IOException {
        TillCommands.refused(till, "returns", approved(returning(receipt), "too soft"), why);
    }

    private void takenBack(JsonNode receipt, ObjectNode body) throws IOException {
        done.returned(
                TillCommands.done(till, "returns", approved(body, "too soft")).path("receipt"));
        drawer -= gross(receipt);
        done.tally(Tally.APPROVAL, 0);
    }

    private static ObjectNode returning(JsonNode receipt) {
        ObjectNode body = TillCommands.paid(line(goods(receipt)), -gross(receipt));
        TillCommands.first(body)
                .put("quantity", goods(receipt).quantity().negate().toPlainString())
                .putObject("original")
                .put("store", "store-1")
                .put("workstation", receipt.path("workstation").asText())
                .put("day", TestShop.DAY.toString())
                .put("receipt", receipt.path("number").asLong())
                .put("line", 1);
        return body.put("reason", "too soft");
    }

    /**
     * Ends the day with so much less in the drawer than there should be.
     *
     * @return the till Z
     */
    JsonNode endTheDay(long shortMinor) throws IOException {
        ObjectNode count = TillCommands.command();
        count.putArray("counted")
                .addObject()
                .put("tender", "CASH")
                .put("currency", "GBP")
                .put("minor", drawer - shortMinor);
        TillCommands.done(till, "count", count);
        return TillCommands.done(till, "day/close", TillCommands.command()).path("z");
    }

    private JsonNode sell(ObjectNode body, long minor) throws IOException {
        JsonNode receipt =
                TillCommands.done(till, "sales", TillCommands.paid(body, minor)).path("receipt");
        assertThat(receipt.path("total").path("minor").asLong()).isEqualTo(minor);
        drawer += minor;
        done.sold(receipt);
        return receipt;
    }

    /** Several articles at two VAT rates, one line less than was scanned, by card and cash. */
    void sellABasket() throws IOException {
        ObjectNode body = line(Goods.of(Wares.APPLE, "7"));
        add(body, Goods.of(Wares.MINCE, "0.333"));
        add(body, Goods.of(Wares.OIL, "0.75"));
        body.putObject("voided").put("lines", 1).set("amount", TillCommands.money(40));
        ArrayNode tenders = TillCommands.paid(body, 326).withArray("tenders");
        tenders.addObject().put("type", "CARD").set("amount", TillCommands.money(500));

        JsonNode receipt = TillCommands.done(till, "sales", body).path("receipt");

        assertThat(receipt.path("total").path("minor").asLong()).isEqualTo(245 + 266 + 315);
        assertThat(receipt.path("taxes")).as("rates").hasSize(2);
        drawer += 326;
        done.sold(receipt);
        done.tally(Tally.LINE_VOID, 40);
    }

    private static void add(ObjectNode body, Goods goods) {
        body.withArray("lines")
                .addObject()
                .put("plu", goods.plu())
                .put("quantity", goods.quantity().toPlainString());
    }

    /** Nobody has the receipt any more. */
    void takeBackWithoutReceipt() throws IOException {
        ObjectNode body = TillCommands.paid(line(Goods.of(Wares.MINCE, "-0.250")), -200);
        body.put("reason", "smells");
        JsonNode receipt =
                TillCommands.done(till, "returns", approved(body, "smelt it, too")).path("receipt");
        drawer -= 200;
        done.returned(receipt);
        done.tally(Tally.RETURN_WITHOUT_RECEIPT, -200);
        done.tally(Tally.APPROVAL, 0);
    }

    /** Money that comes and goes beside the sales. */
    void payInAndOut() throws IOException {
        String movement =
                TillCommands.done(till, "cash/paid-in", cash(500, "found in the safe"))
                        .path("movement")
                        .asText();
        confirm(movement);
        TillCommands.done(till, "cash/paid-out", cash(120, "window cleaner"));
        drawer += 500 - 120;
        done.tally(Tally.CASH_GIVEN, 0);
        done.tally(Tally.CASH_GIVEN, 0);
    }

    /** Somebody else says that it was so. */
    private void confirm(String movement) throws IOException {
        ObjectNode body = TillCommands.command().put("movement", movement);
        body.putObject("confirmation")
                .put("by", Wares.SUPERVISOR.number())
                .put("pin", Wares.SUPERVISOR.pin());
        TillCommands.done(till, "cash/confirmations", body);
        done.tally(Tally.CASH_CONFIRMED, 0);
    }

    private static ObjectNode cash(long minor, String reason) {
        ObjectNode body = TillCommands.command().put("reason", reason);
        body.set("amount", TillCommands.money(minor));
        return body;
    }

    JsonNode present() {
        return till.api().get("/api/v1/status").path("signedOn");
    }

    private static ObjectNode by(Person who) {
        return TillCommands.command().put("operator", who.number()).put("pin", who.pin());
    }

    static ObjectNode approved(ObjectNode body, String reason) {
        body.put("commandId", TillCommands.command().path("commandId").asText())
                .putObject("approval")
                .put("supervisor", Wares.SUPERVISOR.number())
                .put("pin", Wares.SUPERVISOR.pin())
                .put("reason", reason);
        return body;
    }

    private static ObjectNode line(Goods goods) {
        return TillCommands.line(goods.plu(), goods.quantity().toPlainString());
    }

    private static Goods goods(JsonNode receipt) {
        JsonNode line = receipt.path("lines").path(0);
        return Goods.of(line.path("plu").asText(), line.path("quantity").asText());
    }

    private static long gross(JsonNode receipt) {
        return receipt.path("lines").path(0).path("gross").path("minor").asLong();
    }
}
