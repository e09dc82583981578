package io.tidemark.lab.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Articles of a large shop, as its head office has them in a table. */
final class Articles {
    private static final int DEPARTMENTS = 40;
    private static final int PRICES = 20_000;

    private Articles() {}

    static Path write(Path directory, int count) throws IOException {
        Path file = directory.resolve("products.csv");
        try (Writer csv = Files.newBufferedWriter(file)) {
            csv.write("plu,gtin,description,department,tax,price,currency,cost\n");
            for (int i = 0; i < count; i++) csv.write(row(i));
        }
        return file;
    }

    private static String row(int number) {
        long pence = 1 + number * 37L % PRICES;
        return plu(number)
                + ","
                + gtin(number)
                + ",\"ARTICLE "
                + number
                + ", THE USUAL SIZE\",D"
                + number % DEPARTMENTS
                + ",S,"
                + pence / 100
                + "."
                + String.format("%02d", pence % 100)
                + ",GBP,"
                + pence / 200
                + "."
                + String.format("%02d", pence / 2 % 100)
                + "\n";
    }

    static String plu(int number) {
        return "A" + (100_000 + number);
    }

    /** GTIN-13: twelve digits and the check digit. */
    static String gtin(int number) {
        String digits = String.format("501%09d", number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++)
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        return digits + (10 - sum % 10) % 10;
    }
}
