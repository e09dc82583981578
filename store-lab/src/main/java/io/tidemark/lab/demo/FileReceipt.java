package io.tidemark.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.lab.retail.HouseRule;
import io.tidemark.lab.retail.HouseRule.Tender;
import io.tidemark.lab.retail.Invoice;
import io.tidemark.lab.retail.Row;
import io.tidemark.lab.shop.Scripted;
import io.tidemark.lab.shop.Scripted.Effect;
import io.tidemark.lab.shop.Scripted.Expected;
import io.tidemark.lab.shop.Scripted.Kind;
import io.tidemark.lab.shop.Tallies;
import io.tidemark.ledger.event.Tally;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** An invoice of the file as a till is told of it. */
final class FileReceipt {
    private static final int FIRST_RECEIPT = 1;

    private final Words words;
    private final Invoice invoice;
    private final LocalDateTime at;
    private final InvoiceLines lines;

    /**
     * @param at when it is said, which is later than in the file where the customer came back
     */
    FileReceipt(Words words, Invoice invoice, LocalDateTime at) {
        this.words = words;
        this.invoice = invoice;
        this.at = at;
        this.lines = new InvoiceLines(words, invoice);
    }

    Invoice invoice() {
        return invoice;
    }

    /** A sale, or goods that come back. */
    Scripted paid(List<Tender> tenders) {
        return invoice.isReturn() ? comingBack(tenders) : sale(tenders, body(), Tallies.NONE);
    }

    /** A sale of which the first line had been scanned once more, and taken out again. */
    Scripted withVoidedLine(List<Tender> tenders) {
        long minor = invoice.lines().getFirst().amountMinor();
        ObjectNode body = body();
        body.putObject("voided").put("lines", 1).set("amount", words.money(minor));
        return sale(tenders, body, Tallies.of(Tally.LINE_VOID, 1, minor));
    }

    /** A basket that was suspended is paid. */
    Scripted paid(List<Tender> tenders, String basket) {
        return sale(tenders, body().put("basket", basket), Tallies.NONE);
    }

    /** The basket has to wait for its customer. */
    Scripted suspended() {
        return words.step(Kind.SUSPEND, at, "baskets/suspended", body())
                .with(Tallies.of(Tally.SUSPENDED, 1, invoice.grossMinor()));
    }

    private ObjectNode body() {
        ObjectNode body = words.body(at);
        lines.writeTo(body);
        return body;
    }

    private Scripted sale(List<Tender> tenders, ObjectNode body, Tallies more) {
        words.pay(body, tenders.toArray(Tender[]::new));
        Tallies tallies = lines.tallies().plus(more);
        if (!lines.needsSupervisor()) return step(Kind.SALE, "sales", body, tallies);
        Words.approved(body, "large order");
        return step(
                Kind.SALE,
                "sales",
                body,
                tallies.plus(Tallies.of(Tally.APPROVAL, lines.acts(), 0)));
    }

    /** By the CRC of its number, with a receipt of the day before, which no till here has given. */
    private Scripted comingBack(List<Tender> tenders) {
        ObjectNode body = body().put("reason", "not wanted");
        boolean hasReceipt = HouseRule.secondChance(invoice.number()) < 5;
        if (hasReceipt) nameReceipt(body);
        words.pay(body, tenders.toArray(Tender[]::new));
        Words.approved(body, "goods seen");
        Tallies tallies =
                lines.tallies()
                        .plus(Tallies.of(Tally.APPROVAL, 1 + lines.acts(), 0))
                        .plus(
                                returned(
                                        hasReceipt
                                                ? Tally.RETURN_UNCHECKED
                                                : Tally.RETURN_WITHOUT_RECEIPT));
        return step(Kind.RETURN, "returns", body, tallies);
    }

    private Tallies returned(String kind) {
        List<Row.Line> back =
                invoice.lines().stream().filter(line -> line.quantity().signum() < 0).toList();
        return Tallies.of(kind, back.size(), back.stream().mapToLong(Row.Line::amountMinor).sum());
    }

    private void nameReceipt(ObjectNode body) {
        body.put("unchecked", true);
        int number = 0;
        for (JsonNode line : body.path("lines")) {
            number++;
            if (!line.path("quantity").asText().startsWith("-")) continue;
            ((ObjectNode) line)
                    .putObject("original")
                    .put("store", "store-1")
                    .put("workstation", "T1")
                    .put("day", at.toLocalDate().minusDays(1).toString())
                    .put("receipt", receiptNumber())
                    .put("line", number);
        }
    }

    private long receiptNumber() {
        String digits = invoice.number().replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 9 ? FIRST_RECEIPT : Long.parseLong(digits);
    }

    private Scripted step(Kind kind, String path, ObjectNode body, Tallies tallies) {
        var expected = new Expected(invoice.lines().size(), invoice.grossMinor());
        return words.rounded(
                new Scripted(
                        kind,
                        words.instant(at),
                        "/api/v1/" + path,
                        body,
                        expected,
                        invoice.number(),
                        new Effect(tallies, Optional.empty())));
    }
}
