package io.tidemark.node.paper;

import io.tidemark.ledger.drawer.Drawer;
import io.tidemark.ledger.drawer.DrawerPart;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TenderAccount;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.money.Money;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How it was paid, and what should have been in each drawer and was. */
final class StoreZCash {
    private static final Comparator<Drawer> BY_PLACE =
            Comparator.comparing(Drawer::workstation)
                    .thenComparing(drawer -> drawer.tender().code())
                    .thenComparing(drawer -> drawer.currency().code());

    private final PrintedZ printed;
    private final StoreDayClosed z;
    private final Map<Drawer, DrawerPart> parts;

    StoreZCash(PrintedZ printed) {
        this.printed = printed;
        this.z = printed.closed();
        this.parts =
                DrawerPart.of(z).stream()
                        .collect(Collectors.toMap(DrawerPart::drawer, Function.identity()));
    }

    Table tenders() {
        return Table.titled(
                        "By tender",
                        Table.text("Tender"),
                        Table.figures("Taken"),
                        Table.figures("Refunded"),
                        Table.figures("Change"),
                        Table.figures("Net"),
                        Table.figures("In " + z.currency().code()))
                .rows(z.totals().tenders().stream().map(StoreZCash::tender))
                .total("Total", "", "", "", "", Written.figure(base()));
    }

    private Money base() {
        return z.totals().tenders().stream()
                .map(TenderAccount::base)
                .reduce(Money.zero(z.currency()), Money::plus);
    }

    private static String[] tender(TenderAccount tender) {
        return new String[] {
            name(tender),
            Written.figure(tender.taken()),
            Written.orDash(tender.refunded()),
            Written.orDash(tender.change()),
            Written.figure(tender.sales()),
            Written.figure(tender.base())
        };
    }

    private static String name(TenderAccount tender) {
        return Written.title(tender.type().code()) + " " + tender.currency().code();
    }

    /** Each workstation, tender and currency in a line of its own; then each currency's cash. */
    Table counted() {
        Table table =
                Table.titled(
                        "What was expected, and what was counted",
                        Table.text("Drawer"),
                        Table.figures("Expected"),
                        Table.figures("Counted"),
                        Table.figures("Over/short"),
                        Table.figures("Whole drawer"));
        for (Drawer drawer : flows().keySet()) table = table.row(counted(drawer));
        for (Map.Entry<String, Money> each : overShort().entrySet())
            table =
                    table.total(
                            "Over/short " + each.getKey(),
                            "",
                            "",
                            Written.signed(each.getValue()),
                            "");
        return z.supplement() == 0
                ? table.withoutEmptyColumns()
                : table.withoutEmptyColumns()
                        .noted(
                                "A drawer is counted whole. Counted is here what of that is beyond"
                                        + " the close-downs before: expected with this supplement,"
                                        + " and over or short.");
    }

    /** Why so much was expected. */
    Table expected() {
        Table table =
                Table.titled(
                        "What it was expected from",
                        Table.text("Drawer"),
                        Table.figures("Float"),
                        Table.figures("Sales"),
                        Table.figures("Paid in"),
                        Table.figures("Paid out"),
                        Table.figures("Picked up"),
                        Table.figures("To the safe"),
                        Table.figures("Exchanged"),
                        Table.figures("Expected"));
        for (Map.Entry<Drawer, Flows> each : flows().entrySet())
            table = table.row(expected(each.getKey(), each.getValue()));
        return table.withoutEmptyColumns();
    }

    /** What moved in one drawer, over all journals of its workstation. */
    private record Flows(
            Money provided,
            Money sales,
            Money paidIn,
            Money paidOut,
            Money pickedUp,
            Money dropped,
            Money exchanged) {
        static Flows of(TenderAccount account) {
            return new Flows(
                    account.provided(),
                    account.sales(),
                    account.paidIn(),
                    account.paidOut(),
                    account.pickedUp(),
                    account.dropped(),
                    account.exchanged());
        }

        Flows plus(Flows other) {
            return new Flows(
                    provided.plus(other.provided),
                    sales.plus(other.sales),
                    paidIn.plus(other.paidIn),
                    paidOut.plus(other.paidOut),
                    pickedUp.plus(other.pickedUp),
                    dropped.plus(other.dropped),
                    exchanged.plus(other.exchanged));
        }
    }

    private SortedMap<Drawer, Flows> flows() {
        SortedMap<Drawer, Flows> flows = new TreeMap<>(BY_PLACE);
        for (TillDay till : z.tills())
            for (TenderAccount account : till.totals().tenders())
                flows.merge(Drawer.of(till.workstation(), account), Flows.of(account), Flows::plus);
        return flows;
    }

    private String[] counted(Drawer drawer) {
        DrawerPart part = Objects.requireNonNull(parts.get(drawer));
        Optional<Money> over = Optional.ofNullable(printed.overShort().get(drawer));
        return new String[] {
            name(drawer),
            Written.figure(part.expected()),
            over.map(part.expected()::plus).map(Written::figure).orElse("not counted"),
            over.map(Written::signed).orElse("–"),
            z.supplement() == 0 ? "–" : whole(part.counted())
        };
    }

    private static String whole(@Nullable Money counted) {
        return counted == null ? "–" : Written.figure(counted);
    }

    private String[] expected(Drawer drawer, Flows flows) {
        return new String[] {
            name(drawer),
            Written.orDash(flows.provided()),
            Written.orDash(flows.sales()),
            Written.orDash(flows.paidIn()),
            Written.orDash(flows.paidOut()),
            Written.orDash(flows.pickedUp()),
            Written.orDash(flows.dropped()),
            Written.orDash(flows.exchanged()),
            Written.figure(Objects.requireNonNull(parts.get(drawer)).expected())
        };
    }

    private static String name(Drawer drawer) {
        return drawer.workstation()
                + " "
                + Written.words(drawer.tender().code())
                + " "
                + drawer.currency().code();
    }

    /** Of everything that was counted, in each currency. */
    private Map<String, Money> overShort() {
        Map<String, Money> sums = new LinkedHashMap<>();
        printed.overShort().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_PLACE))
                .forEach(each ->
                        sums.merge(
                                each.getValue().currency().code(), each.getValue(), Money::plus));
        return sums;
    }
}
