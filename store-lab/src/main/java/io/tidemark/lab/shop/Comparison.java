package io.tidemark.lab.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.shop.ClosedDay.TillPart;
import io.tidemark.lab.shop.StoreOutcome.MoneyTiers;
import io.tidemark.lab.shop.StoreOutcome.TallyTiers;
import io.tidemark.lab.shop.StoreOutcome.VatTiers;
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
public final class Comparison {
    private final Laboratory laboratory;
    private final DriverRecord record;
    private final LocalDate day;
    private final CurrencyCode currency;

    public Comparison(
            Laboratory laboratory, DriverRecord record, LocalDate day, CurrencyCode currency) {
        this.laboratory = laboratory;
        this.record = record;
        this.day = day;
        this.currency = currency;
    }

    /** The whole store, after its day is closed and filed. */
    public StoreOutcome of(LabStore store) {
        List<Matching> matchings = receipts(store);
        ClosedDay z = ClosedDay.of(store.gatewayApi().get("/api/v1/days/" + day + "/z"));
        ClosedDay filed = filed(store);
        List<String> differences = new ArrayList<>();
        matchings.forEach(matching -> differences.addAll(matching.differences()));
        differences.addAll(z.differences(store.name() + "'s Z", parts(store)));
        differences.addAll(filed.differences("head office's Z of " + store.name(), parts(store)));
        if (z.zNumber() != filed.zNumber())
            differences.add(
                    "head office has Z "
                            + filed.zNumber()
                            + " where "
                            + store.name()
                            + " closed Z "
                            + z.zNumber());
        var stock = new StockComparison(store, record, day);
        StoreOutcome.StockTiers tiers = stock.tiers();
        differences.addAll(stock.differences(tiers, z, filed));
        var tallies =
                new ToldAndKept<>(store, record::talliesTold, record::talliesOf, Tallies::sum);
        differences.addAll(tallies.differences(z.tallies(), filed.tallies()));
        var money = new ToldAndKept<>(store, record::moneyTold, record::moneyOf, MoneyFigures::sum);
        differences.addAll(money.differences(z.money(), filed.money()));
        MoneyFigures positions =
                Positions.after(
                        money.told(),
                        new ToldAndKept<>(
                                        store,
                                        record::countedAs,
                                        record::countedAs,
                                        MoneyFigures::sum)
                                .told(),
                        currency.code());
        differences.addAll(money.differences(store.name() + "'s Z", z.positions(), positions));
        differences.addAll(
                money.differences(
                        "head office's Z of " + store.name(), filed.positions(), positions));
        BooksSeen books = books(store);
        VatFigures posted = books.vat(currency.code());
        VatFigures turnover =
                new ToldAndKept<>(store, record::turnoverTold, record::vatOf, VatFigures::sum)
                        .told();
        var vat = new ToldAndKept<>(store, record::vatTold, record::vatOf, VatFigures::sum);
        differences.addAll(vat.differences(z.vat(), filed.vat()));
        differences.addAll(vat.differences("the books of " + store.name(), posted, turnover));
        differences.addAll(
                books.differences(
                        store.name(),
                        new BooksSeen.Told(z.figures().grossMinor(), money.told(), positions),
                        currency.code()));
        return new StoreOutcome(
                store.name(),
                store.share().totals(),
                record.besideTheFile(store.name()),
                Figures.of(atTills(store)),
                Figures.of(atGateway(store)),
                tiers,
                new TallyTiers(tallies.told(), tallies.kept()),
                new VatTiers(vat.told(), vat.kept(), turnover, posted),
                new MoneyTiers(money.told(), money.kept(), positions),
                z,
                filed,
                books,
                matchings.stream().mapToLong(Matching::lost).sum(),
                matchings.stream().mapToLong(Matching::duplicated).sum(),
                differences);
    }

    /** Each till's receipts, at the till and at the gateway. */
    public List<Matching> receipts(LabStore store) {
        List<Seen> atTills = atTills(store);
        List<Seen> atGateway = atGateway(store);
        List<Matching> matchings = new ArrayList<>();
        for (LabTill till : store.tills()) {
            List<Told> told = record.receiptsAt(till.origin());
            String device = till.origin().device();
            matchings.add(Matching.of(till.name(), told, of(device, atTills)));
            matchings.add(Matching.of(store.name() + "/gateway", told, of(device, atGateway)));
        }
        return matchings;
    }

    private List<Seen> atTills(LabStore store) {
        List<Seen> seen = new ArrayList<>();
        for (LabTill till : store.tills())
            seen.addAll(
                    Seen.listed(
                            readable(till.api(), "/api/v1/receipts?day=" + day),
                            till.origin().device()));
        return seen;
    }

    private List<Seen> atGateway(LabStore store) {
        return Seen.listed(readable(store.gatewayApi(), "/api/v1/days/" + day + "/receipts"), "");
    }

    /** A node that was killed may still build its tables: it says so, and is asked again. */
    private static JsonNode readable(NodeApi node, String path) {
        return Patience.answer(
                "the tables of " + node.name() + " to be readable", () -> node.get(path));
    }

    private Map<String, TillPart> parts(LabStore store) {
        Map<String, TillPart> parts = new TreeMap<>();
        for (LabTill till : store.devices())
            parts.put(
                    till.origin().device(),
                    TillPart.ofTold(record.receiptsAt(till.origin()), currency));
        return parts;
    }

    private BooksSeen books(LabStore store) {
        NodeApi headOffice = laboratory.headOfficeApi();
        String books = "/api/v1/books/";
        String of = "?store=" + store.name() + "&last=" + day;
        return new BooksSeen(
                headOffice.get(books + "trial-balance" + of),
                headOffice.get(books + "postings" + of + "&first=" + day));
    }

    private ClosedDay filed(LabStore store) {
        JsonNode filed =
                laboratory.headOfficeApi().get("/api/v1/stores/" + store.name() + "/days/" + day);
        JsonNode closeDowns = filed.path("closeDowns");
        if (closeDowns.size() != 1)
            return ClosedDay.none("filed " + closeDowns.size() + " times at head office");
        return ClosedDay.of(closeDowns.path(0));
    }

    private static List<Seen> of(String device, List<Seen> receipts) {
        return receipts.stream().filter(receipt -> receipt.device().equals(device)).toList();
    }
}
