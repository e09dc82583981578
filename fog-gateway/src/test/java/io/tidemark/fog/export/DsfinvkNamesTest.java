package io.tidemark.fog.export;

import static io.tidemark.fog.LaboratoryStore.GBP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.event.BasketSuspended;
import io.tidemark.ledger.event.BasketVoided;
import io.tidemark.ledger.event.CardUse;
import io.tidemark.ledger.event.CashMovement;
import io.tidemark.ledger.event.CountedTender;
import io.tidemark.ledger.event.Event;
import io.tidemark.ledger.event.Line;
import io.tidemark.ledger.event.LineKind;
import io.tidemark.ledger.event.NoSale;
import io.tidemark.ledger.event.OriginalReceipt;
import io.tidemark.ledger.event.PostVoided;
import io.tidemark.ledger.event.SaleCompleted;
import io.tidemark.ledger.event.Tender;
import io.tidemark.ledger.event.TenderType;
import io.tidemark.ledger.event.TillCounted;
import io.tidemark.ledger.event.TrainingTransaction;
import io.tidemark.ledger.event.TransactionDetails;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens at a till has the names by DSFinV-K that docs/EXPORTS.md says. */
class DsfinvkNamesTest {
    @TempDir private Path directory;

    private final LaboratoryStore store = new LaboratoryStore("till-1");
    private final LaboratoryTill till = store.till("till-1");
    private final OddTill make = new OddTill(till, GBP);
    private final Line tea = make.line("tea", "1.00", "1");
    private final List<String> expected = new ArrayList<>();

    @Test
    void every_entry_that_is_told_has_the_type_and_the_business_cases_of_what_it_is()
            throws IOException {
        till.opens(SomeDay.DAY);
        expected.add("Beleg Anfangsbestand");
        receipts();
        cash();
        aside();

        assertThat(told()).containsExactlyElementsOf(expected);
    }

    private void receipts() {
        SaleCompleted sold = make.forCash(tea);
        happens(sold, "Beleg Umsatz");
        happens(make.forCash(tea, make.of(LineKind.DEPOSIT, "0.25")), "Beleg Umsatz,Pfand");
        happens(
                make.forCash(tea, make.of(LineKind.DEPOSIT, "-0.25")),
                "Beleg Umsatz,PfandRueckzahlung");
        happens(make.forCash(make.of(LineKind.GIFT_CARD, "5.00")), "Beleg MehrzweckgutscheinKauf");
        happens(
                make.sale(List.of(tea), Tender.of(new CardUse("77", true), make.money("1.00"))),
                "Beleg Umsatz,MehrzweckgutscheinEinloesung");
        happens(make.forCash(tea, make.of(LineKind.TIP, "0.50")), "Beleg Umsatz,TrinkgeldAN");
        happens(
                make.forCash(tea, make.of(LineKind.ROUNDING, "0.02")),
                "Beleg Umsatz,Aufschlag Rundung");
        happens(
                make.forCash(tea, make.of(LineKind.ROUNDING, "-0.02")),
                "Beleg Umsatz,Rabatt Rundung");
        happens(
                make.sale(List.of(tea), Tender.of(new TenderType("ACCOUNT"), make.money("1.00"))),
                "Beleg Umsatz,Forderungsentstehung");
        happens(
                make.sale(List.of(tea), Tender.of(new TenderType("DEPOSIT"), make.money("1.00"))),
                "Beleg Umsatz,PfandRueckzahlung");
        happens(
                PostVoided.of(
                        sold,
                        new OriginalReceipt("s001", "1", SomeDay.DAY, 1),
                        TransactionDetails.NONE),
                "Beleg Umsatz");
    }

    private void cash() {
        happens(moved(CashMovement.Kind.FLOAT_PROVIDED), "Beleg Geldtransit");
        happens(moved(CashMovement.Kind.PICKUP), "Beleg Geldtransit");
        happens(moved(CashMovement.Kind.SAFE_DROP), "Beleg Geldtransit");
        happens(moved(CashMovement.Kind.PAID_IN), "Beleg Einzahlung");
        happens(moved(CashMovement.Kind.PAID_OUT), "Beleg Auszahlung");
        happens(make.tenEurosBought(), "Beleg Umsatz Sortengesch\u00E4ft");
    }

    private void aside() {
        happens(
                new TrainingTransaction(
                        GBP,
                        List.of(tea),
                        List.of(Tender.of(TenderType.CASH, make.money("1.00"))),
                        make.money("0"),
                        TransactionDetails.NONE),
                "AVTraining Umsatz");
        happens(
                new BasketVoided(GBP, List.of(tea), TransactionDetails.NONE),
                "AVBelegabbruch Umsatz");
        happens(
                new BasketSuspended("B-1", GBP, List.of(tea), TransactionDetails.NONE),
                "AVSonstige Geparkt Umsatz");
        happens(new NoSale("change"), "AVSonstige Schubladen\u00F6ffnung ");
        happens(
                new TillCounted(List.of(new CountedTender(TenderType.CASH, make.money("1.00")))),
                "Beleg DifferenzSollIst");
    }

    private void happens(Event event, String name) {
        till.record(event);
        expected.add(name);
    }

    /** Of each: its type, its name if it has one, and its business cases, in its lines' order. */
    private List<String> told() throws IOException {
        try (ClosedAtHand closed = new ClosedAtHand(directory, store)) {
            closed.gateway.receives(till.closesDay());
            closed.gateway.closed(SomeDay.DAY);
            Map<String, byte[]> files = closed.files(ExportFormat.DSFINVK);
            Map<String, String> cases =
                    rows(files, "lines.csv").stream()
                            .collect(
                                    Collectors.groupingBy(
                                            row -> of(row, "BON_ID"),
                                            Collectors.mapping(
                                                    row -> both(row, "GV_TYP", "GV_NAME"),
                                                    Collectors.joining(","))));
            return rows(files, "transactions.csv").stream()
                    .map(row ->
                            both(row, "BON_TYP", "BON_NAME")
                                    + " "
                                    + cases.getOrDefault(of(row, "BON_ID"), ""))
                    .toList();
        }
    }

    private static String both(Map<String, String> row, String one, String other) {
        return (of(row, one) + " " + of(row, other)).strip();
    }

    private static String of(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static List<Map<String, String>> rows(Map<String, byte[]> files, String name) {
        return Csv.rows(new String(Objects.requireNonNull(files.get(name)), UTF_8), ';');
    }

    private CashMovement moved(CashMovement.Kind kind) {
        return new CashMovement(kind, make.money("5.00"), "");
    }
}
