package io.tidemark.fog.stock;

import io.tidemark.ledger.money.Unit;
import io.tidemark.ledger.stock.StockItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The plain way to the same goods: everything that happened, in order of day and time. */
final class GoodsByHand {
    private record Happened(LocalDate day, LocalTime at, long quantity, boolean counted) {}

    private final Map<StockItem, List<Happened>> byItem = new TreeMap<>();

    void moved(String plu, LocalDate day, LocalTime at, long thousandths) {
        add(plu, new Happened(day, at, thousandths, false));
    }

    void counted(String plu, LocalDate day, LocalTime at, long thousandths) {
        add(plu, new Happened(day, at, thousandths, true));
    }

    List<String> shown() {
        List<String> shown = new ArrayList<>();
        byItem.forEach((item, all) -> shown.add(shown(item, all)));
        return shown;
    }

    static String shown(OnHand one) {
        return one.item().plu()
                + " "
                + one.item().unit().code()
                + " "
                + decimal(one.quantity())
                + one.counted()
                        .map(last -> counted(last.count().quantity(), last.expected()))
                        .orElse("");
    }

    private static String shown(StockItem item, List<Happened> all) {
        all.sort(Comparator.comparing(Happened::day).thenComparing(Happened::at));
        long onHand = 0;
        String last = "";
        for (Happened each : all) {
            if (each.counted()) {
                last = counted(each.quantity(), onHand);
                onHand = each.quantity();
            } else {
                onHand += each.quantity();
            }
        }
        return item.plu() + " " + item.unit().code() + " " + decimal(onHand) + last;
    }

    private static String counted(long quantity, long expected) {
        long off = quantity - expected;
        return ", counted " + decimal(quantity) + " (" + (off > 0 ? "+" : "") + decimal(off) + ")";
    }

    private static String decimal(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3).toPlainString();
    }

    private void add(String plu, Happened happened) {
        byItem.computeIfAbsent(new StockItem(plu, Unit.KILOGRAM), _ -> new ArrayList<>())
                .add(happened);
    }
}
