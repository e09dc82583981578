package io.tidemark.lab.retail;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who works in the shops. The data name nobody, so these are made up: two cashiers for each till,
 * one until 13:00 and one after, somebody for each handheld, and a supervisor whom they call.
 */
public final class People {
    /** When the second cashier takes over. */
    public static final LocalTime SHIFT_CHANGE = LocalTime.of(13, 0);

    /** What only a supervisor may allow. */
    public static final List<String> APPROVED =
            List.of("DISCOUNT", "POST_VOID", "BASKET_VOID", "RETURN", "PAID_OUT", "OVER_SHORT");

    /** Up to so many per cent off, a cashier needs nobody. */
    public static final int DISCOUNT_ALONE_PERCENT = 25;

    private static final int FIRST_PIN = 4_101;
    private static final List<Operator> CASHIERS = cashiers();
    private static final List<Operator> STOCKISTS =
            List.of(
                    new Operator("quinn", "Quinn", Role.CASHIER, "5101"),
                    new Operator("rosa", "Rosa", Role.CASHIER, "5102"));

    public static final Operator SUPERVISOR =
            new Operator("sofia", "Sofia", Role.SUPERVISOR, "9001");

    public static final List<Operator> ALL =
            Stream.of(List.of(SUPERVISOR), CASHIERS, STOCKISTS).flatMap(List::stream).toList();

    private People() {}

    public enum Role {
        CASHIER,
        SUPERVISOR
    }

    /**
     * @param number by which they sign on, and which stands on receipts
     */
    public record Operator(String number, String name, Role role, String pin) {}

    public static Operator cashier(int till, LocalTime at) {
        int shift = at.isBefore(SHIFT_CHANGE) ? 0 : 1;
        return CASHIERS.get((2 * till + shift) % CASHIERS.size());
    }

    public static Operator stockist(int handheld) {
        return STOCKISTS.get(handheld % STOCKISTS.size());
    }

    private static List<Operator> cashiers() {
        List<Operator> cashiers = new ArrayList<>();
        for (String name :
                List.of(
                        "Anna", "Ben", "Carla", "Deniz", "Emma", "Femi", "Grace", "Hugo", "Iris",
                        "Jonas", "Kim", "Leo", "Mira", "Noor", "Omar", "Pia"))
            cashiers.add(
                    new Operator(
                            name.toLowerCase(Locale.ROOT),
                            name,
                            Role.CASHIER,
                            String.valueOf(FIRST_PIN + cashiers.size())));
        return List.copyOf(cashiers);
    }
}
