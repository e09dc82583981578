package io.tidemark.lab.bench.day;

/** When a shop's customers come, hour by hour from eight to eight, in parts of a thousand. */
final class Rush {
    private static final int[] PER_MILLE = {30, 50, 70, 90, 120, 110, 80, 70, 90, 120, 110, 60};
    private static final double WHOLE = 1_000;

    private Rush() {}

    /** How many hours after opening this part of all customers has come. */
    static double hours(double part) {
        double left = part * WHOLE;
        for (int hour = 0; hour < PER_MILLE.length; hour++) {
            if (left < PER_MILLE[hour]) return hour + left / PER_MILLE[hour];
            left -= PER_MILLE[hour];
        }
        return PER_MILLE.length;
    }
}
