package io.tidemark.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.shop.LabTill;
import io.tidemark.lab.shop.NodeApi;
import io.tidemark.lab.shop.Patience;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a shop sells, by the piece, the kilogram and the litre, who works there and what they need a
 * supervisor for: tables that head office imports, publishes, and every device gets.
 */
final class Wares {
    static final String APPLE = "10001";
    static final String PEAR = "20002";
    static final String MINCE = "30003";
    static final String OIL = "40004";
    static final String GIN = "50005";
    static final String GIFT_CARD = "60006";

    static final Person ANNA = new Person("101", "1234");
    static final Person BEN = new Person("102", "2345");
    static final Person WIM = new Person("103", "3456");
    static final Person SUPERVISOR = new Person("201", "98765");

    private static final String PRODUCTS =
            """
            plu,gtin,description,department,tax,price,currency,unit,cost,kind,deposit,age
            10001,,APPLE,Fruit,S,0.35,GBP,C62,0.20,,,
            20002,4006381333931,PEAR,Fruit,S,0.40,GBP,C62,0.25,,,
            30003,,MINCE,Butchery,R,8.00,GBP,KGM,5.00,,,
            40004,,OIL,Grocery,S,4.20,GBP,LTR,3.00,,,
            50005,,GIN,Drinks,S,17.00,GBP,C62,9.00,,50006,18
            50006,,BOTTLE,Drinks,S,0.20,GBP,C62,,deposit,,
            60006,,GIFT CARD,Cards,Z,0,GBP,C62,,gift-card,,
            """;
    private static final String TAXES = "code,rate,name\nS,20,Standard\nR,5,Reduced\nZ,0,Outside\n";
    private static final String RATES = "currency,foreign,rate\nGBP,EUR,0.86\n";

    /** Apples cost 0.35 today and 0.50 from tomorrow on. */
    private static final String PRICES =
            "plu,currency,from,price\n10001,GBP," + TestShop.DAY.plusDays(1) + ",0.50\n";

    private static final String OPERATORS =
            """
            number,name,role,pin
            101,Anna,cashier,1234
            102,Ben,cashier,2345
            103,Wim,cashier,3456
            201,Sam,supervisor,98765
            """;
    private static final String RULES =
            "act,alone\nDISCOUNT,15\nPRICE_OVERRIDE,\nPOST_VOID,\nRETURN,\n";

    /** The same for a till that must be settled to the penny, and exchanges dollars. */
    private static final String SETTLED = RULES + "OVER_SHORT,\n";

    private static final String EXCHANGE =
            "currency,foreign,from,mid,buy,sell,low,high,note,commission\nGBP,USD,"
                    + TestShop.DAY
                    + ",0.64,0.62,0.66,0.61,0.68,5,1\n";
    private static final String IDENTIFICATION = "country,currency,amount,days\nGB,GBP,500,1\n";

    private Wares() {}

    /** Who signs on with what. */
    record Person(String number, String pin) {}

    /** So much of an article, in its unit. */
    record Goods(String plu, BigDecimal quantity) {
        static Goods of(String plu, String quantity) {
            return new Goods(plu, new BigDecimal(quantity));
        }

        Goods negated() {
            return new Goods(plu, quantity.negate());
        }

        String unit() {
            return switch (plu) {
                case MINCE -> "KGM";
                case OIL -> "LTR";
                default -> "C62";
            };
        }
    }

    /** The VAT in an amount, rounded half away from zero (design §3). */
    static long taxWithin(long grossMinor, long ratePpm) {
        return BigDecimal.valueOf(grossMinor * ratePpm)
                .divide(BigDecimal.valueOf(1_000_000 + ratePpm), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /**
     * Every device of the store has them, before anybody works there.
     *
     * @return the version
     */
    static long publish(TestShop shop, Path directory) throws IOException {
        return publish(shop, directory, RULES, new ArrayList<>());
    }

    /** The same for a bureau de change whose tills are settled before they close. */
    static long publishForBureau(TestShop shop, Path directory) throws IOException {
        List<String> tables = new ArrayList<>();
        add(tables, directory, "exchange", EXCHANGE);
        add(tables, directory, "identification", IDENTIFICATION);
        return publish(shop, directory, SETTLED, tables);
    }

    private static long publish(TestShop shop, Path directory, String rules, List<String> tables)
            throws IOException {
        LabNode headOffice = shop.laboratory().headOffice();
        add(tables, directory, "products", PRODUCTS);
        add(tables, directory, "taxes", TAXES);
        add(tables, directory, "prices", PRICES);
        add(tables, directory, "operators", OPERATORS);
        add(tables, directory, "rules", rules);
        add(tables, directory, "rates", RATES);
        LabNode.Ended imported = headOffice.master("import", tables.toArray(String[]::new));
        assertThat(imported.code()).as(imported.words()).isZero();
        LabNode.Ended published = headOffice.master("publish", "--operator", "Olga", "--json");
        assertThat(published.code()).as(published.words()).isZero();
        JsonNode version = NodeApi.JSON.readTree(published.words()).path("version");
        for (LabTill device : shop.store().devices())
            Patience.until(
                    device.name() + " to know what it sells and who works there",
                    () -> device.status().masterDataVersion() == version.asLong());
        return version.asLong();
    }

    private static void add(List<String> tables, Path directory, String name, String csv)
            throws IOException {
        Path file = Files.writeString(directory.resolve(name + ".csv"), csv);
        tables.addAll(List.of("--" + name, file.toString()));
    }
}
