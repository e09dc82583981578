package io.tidemark.fog.stock;

import static io.tidemark.fog.stock.LaboratoryGoods.DAY;

import io.tidemark.ledger.event.StockMoved;
import io.tidemark.ledger.money.Quantity;
import io.tidemark.ledger.money.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;

/** Days in which everybody sells, delivers and counts as a seed says. No two do at one moment. */
final class RandomDays {
    private static final int DAYS = 3;
    private static final int ENTRIES_A_DAY = 40;
    private static final List<String> PLUS = List.of("A", "B", "C", "Ä 7", "B ");

    private final GoodsByHand expected;
    private final Random random;

    private RandomDays(GoodsByHand expected, Random random) {
        this.expected = expected;
        this.random = random;
    }

    static void record(List<LaboratoryGoods> devices, GoodsByHand expected, Random random) {
        RandomDays days = new RandomDays(expected, random);
        for (int day = 0; day < DAYS; day++)
            for (int number = 0; number < ENTRIES_A_DAY; number++)
                days.record(
                        devices.get(random.nextInt(devices.size())),
                        DAY.plusDays(day),
                        LocalTime.of(8, 0).plusMinutes(15L * number).plusNanos(1_000_000));
    }

    private void record(LaboratoryGoods device, LocalDate day, LocalTime at) {
        String plu = PLUS.get(random.nextInt(PLUS.size()));
        long grams = 1L + random.nextInt(5_000);
        Quantity quantity = new Quantity(BigDecimal.valueOf(grams, 3), Unit.KILOGRAM);
        device.at(day, at);
        switch (random.nextInt(6)) {
            case 0 -> {
                device.delivers(plu, quantity);
                expected.moved(plu, day, at, grams);
            }
            case 1 -> {
                device.moves(StockMoved.Kind.WASTE, plu, quantity);
                expected.moved(plu, day, at, -grams);
            }
            case 2 -> {
                device.takesBack(plu, quantity);
                expected.moved(plu, day, at, grams);
            }
            case 3 -> {
                device.counts(plu, quantity);
                expected.counted(plu, day, at, grams);
            }
            default -> {
                device.sells(plu, quantity);
                expected.moved(plu, day, at, -grams);
            }
        }
    }
}
