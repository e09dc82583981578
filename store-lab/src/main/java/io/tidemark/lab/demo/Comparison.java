package io.tidemark.lab.demo;

import io.tidemark.lab.demo.ClosedDay.TillPart;
import io.tidemark.lab.retail.SourceTotals;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks every tier what it has of a day and holds it against what the driver was told: tills and
 * gateway receipt by receipt, the store Z and head office by each till's digest over its receipts.
 */
final class Comparison {
    private final Laboratory laboratory;
    private final DriverRecord record;
    private final LocalDate day;
    private final CurrencyCode currency;

    Comparison(Laboratory laboratory, DriverRecord record, LocalDate day, CurrencyCode currency) {
        this.laboratory = laboratory;
        this.record = record;
        this.day = day;
        this.currency = currency;
    }

    StoreOutcome of(LabStore store) {
        List<Told> told = new ArrayList<>();
        List<Seen> atTills = new ArrayList<>();
        List<Matching> matchings = new ArrayList<>();
        List<Seen> atGateway =
                Seen.listed(store.gatewayApi().get("/api/v1/days/" + day + "/receipts"), "");
        Map<String, TillPart> parts = new TreeMap<>();
        for (LabTill till : store.tills()) {
            List<Told> toldHere = record.receiptsAt(till.origin());
            String device = till.origin().device();
            List<Seen> here = Seen.listed(till.api().get("/api/v1/receipts?day=" + day), device);
            matchings.add(Matching.of(till.name(), toldHere, here));
            matchings.add(Matching.of(store.name() + "/gateway", toldHere, of(device, atGateway)));
            parts.put(device, TillPart.ofTold(toldHere, currency));
            told.addAll(toldHere);
            atTills.addAll(here);
        }
        ClosedDay z = ClosedDay.of(store.gatewayApi().get("/api/v1/days/" + day + "/z"));
        ClosedDay filed = filed(store);
        List<String> differences = differences(store, told, matchings);
        differences.addAll(z.differences(store.name() + "'s Z", parts));
        differences.addAll(filed.differences("head office's Z of " + store.name(), parts));
        if (z.zNumber() != filed.zNumber())
            differences.add(
                    "head office has Z "
                            + filed.zNumber()
                            + " where "
                            + store.name()
                            + " closed Z "
                            + z.zNumber());
        return new StoreOutcome(
                store.name(),
                store.share().totals(),
                Figures.of(atTills),
                Figures.of(atGateway),
                z,
                filed,
                matchings.stream().mapToLong(Matching::lost).sum(),
                matchings.stream().mapToLong(Matching::duplicated).sum(),
                differences);
    }

    ClosedDay filed(LabStore store) {
        return ClosedDay.of(
                laboratory
                        .headOfficeApi()
                        .get("/api/v1/stores/" + store.name() + "/days/" + day)
                        .path("z"));
    }

    private List<String> differences(LabStore store, List<Told> told, List<Matching> matchings) {
        List<String> differences = new ArrayList<>();
        SourceTotals source = store.share().totals();
        Figures expected = new Figures(source.transactions(), source.lines(), source.grossMinor());
        if (!Figures.ofTold(told).equals(expected))
            differences.add(
                    "the driver was told "
                            + Figures.ofTold(told)
                            + " of "
                            + store.name()
                            + " where the file comes to "
                            + expected);
        matchings.forEach(matching -> differences.addAll(matching.differences()));
        return differences;
    }

    private static List<Seen> of(String device, List<Seen> receipts) {
        return receipts.stream().filter(receipt -> receipt.device().equals(device)).toList();
    }
}
