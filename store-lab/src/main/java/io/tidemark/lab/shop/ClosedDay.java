package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidemark.ledger.event.ReceiptDigest;
import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A store's close-down as the gateway or head office shows it.
 *
 * @param status {@code complete}, or which devices it was closed without
 * @param stock the goods that went, by the way they went
 * @param tallies what was out of the ordinary
 * @param vat by rate
 * @param money by kind of line, tender and currency
 * @param positions in foreign currencies, as it leaves them
 * @param tills each till's figures and the digest of its receipts, by device
 */
public record ClosedDay(
        long zNumber,
        String status,
        Figures figures,
        StockFigures stock,
        Tallies tallies,
        VatFigures vat,
        MoneyFigures money,
        MoneyFigures positions,
        Map<String, TillPart> tills) {
    public static final String COMPLETE = "complete";

    public ClosedDay {
        tills = new TreeMap<>(tills);
    }

    /**
     * @param digest over the till's receipts, in hexadecimal: {@link ReceiptDigest}
     */
    public record TillPart(Figures figures, String digest) {
        /** What a till's part must be if its receipts are those that the driver was told. */
        public static TillPart ofTold(List<Told> receipts, CurrencyCode currency) {
            ReceiptDigest digest = ReceiptDigest.NONE;
            List<Told> inOrder =
                    receipts.stream().sorted(Comparator.comparingLong(Told::number)).toList();
            for (Told one : inOrder)
                digest =
                        digest.then(
                                one.number(), one.lines(), new Money(one.grossMinor(), currency));
            return new TillPart(Figures.ofTold(receipts), digest.hash().hex());
        }
    }

    public static ClosedDay of(JsonNode z) {
        Map<String, TillPart> tills = new TreeMap<>();
        for (JsonNode till : z.path("tills"))
            tills.put(
                    till.path("device").asText(),
                    new TillPart(figures(till.path("totals")), digest(till)));
        String status =
                z.path("complete").asBoolean() ? COMPLETE : "closed without " + z.path("without");
        return new ClosedDay(
                z.path("zNumber").asLong(),
                status,
                figures(z.path("totals")),
                StockFigures.of(list(z, "stock")),
                Tallies.of(list(z, "tallies")),
                VatFigures.of(list(z, "taxes")),
                MoneyFigures.of(
                        list(z, "tenders"),
                        list(z, "kinds"),
                        list(z, "exchange"),
                        z.path("totals").path("noSales").asLong()),
                Positions.of(z.path("details").path("positions")),
                tills);
    }

    /** What stands where a close-down should. */
    public static ClosedDay none(String status) {
        return new ClosedDay(
                0,
                status,
                new Figures(0, 0, 0),
                StockFigures.NONE,
                Tallies.NONE,
                VatFigures.NONE,
                MoneyFigures.NONE,
                MoneyFigures.NONE,
                Map.of());
    }

    /** The gateway has it among the totals, head office beside them. */
    private static JsonNode list(JsonNode z, String name) {
        JsonNode inTotals = z.path("totals").path(name);
        return inTotals.isMissingNode() ? z.path(name) : inTotals;
    }

    /** The gateway and head office name it differently. */
    private static String digest(JsonNode till) {
        return till.path("receiptDigest").asText(till.path("receipts").asText());
    }

    private static Figures figures(JsonNode totals) {
        return new Figures(
                totals.path("transactions").asLong(),
                totals.path("lines").asLong(),
                totals.path("gross").path("minor").asLong());
    }

    /** What differs from what was told, in words; empty if nothing does. */
    public List<String> differences(String tier, Map<String, TillPart> told) {
        List<String> differences = new ArrayList<>();
        if (!status.equals(COMPLETE)) differences.add(tier + " is not complete but " + status);
        if (!tills.keySet().equals(told.keySet()))
            differences.add(
                    tier + " covers " + tills.keySet() + " where the tills are " + told.keySet());
        Figures all = Figures.sum(told.values().stream().map(TillPart::figures).toList());
        if (!figures.equals(all))
            differences.add(tier + " comes to " + figures + " where " + all + " was told");
        told.forEach((device, part) -> {
            TillPart is = tills.getOrDefault(device, part);
            if (!is.equals(part))
                differences.add(
                        tier + " has " + is + " of " + device + " where " + part + " was told");
        });
        return differences;
    }

    public ObjectNode toJson() {
        ObjectNode json =
                NodeApi.JSON.createObjectNode().put("zNumber", zNumber).put("status", status);
        json.setAll(figures.toJson());
        json.set("stock", stock.toJson());
        json.set("tallies", tallies.toJson());
        json.set("vat", vat.toJson());
        json.set("money", money.toJson());
        json.set("positions", positions.toJson());
        return json;
    }
}
