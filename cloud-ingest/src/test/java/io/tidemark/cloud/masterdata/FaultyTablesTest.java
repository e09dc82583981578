package io.tidemark.cloud.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.cloud.masterdata.CsvFaults.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a bad row, or of a table that is none. */
class FaultyTablesTest extends TablesToImport {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "B,,,gifts,S,,2.55,GBP,, ! description ! is empty",
                "C,,free,gifts,S,,free,GBP,, ! price ! 'free' is not a unit price; write it like 12.5",
                "D,,no such tax,gifts,X,,1,GBP,, ! tax ! 'X' is no tax category; use one of",
                "OK,,again,gifts,S,,2.55,GBP,, ! plu ! this PLU has two prices in GBP",
                "E,123,bad gtin,gifts,S,,1,GBP,, ! ! '123' is not a GTIN",
                "F,,money,gifts,S,,1,XXQ,, ! currency ! XXQ",
                "G,,elsewhere,gifts,S,,1,GBP,,s009 ! stores ! there is no store 's009'",
                "H,,short ! ! 3 cells",
                "I,,negative,gifts,S,,-1,GBP,, ! price ! never negative"
            })
    void a_bad_product_is_named_with_its_line_and_column(String row, String column, String reason)
            throws IOException {
        table(Table.PRODUCTS, COLUMNS + "OK,,fine,gifts,S,,1,GBP,,\n" + row + "\n");

        Fault fault = onlyFault();

        assertThat(fault.file()).isEqualTo("products.csv");
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.reason()).contains(reason);
    }

    @Test
    void a_bad_row_of_any_other_table_is_named_too() throws IOException {
        table(Table.TAXES, "code,rate,name\nS,20,Standard\nT,lots,More\nS,5,Again\n");
        table(
                Table.PRICES,
                "plu,currency,from,price\nOK,GBP,tomorrow,3\nNONE,GBP,2026-12-01,3\nOK,GBP,2026-12-01,3\nOK,GBP,2026-12-01,4\n");
        table(
                Table.OPERATORS,
                "number,name,role,pin\n1,Ann,cashier,12\n2,Bea,boss,1234\n3,Cid,cashier,\n");
        table(Table.RULES, "act,alone\nDANCE,\n");

        assertFaults(
                tuple("taxes.csv", 3L, "rate"),
                tuple("taxes.csv", 4L, "code"),
                tuple("prices.csv", 2L, "from"),
                tuple("prices.csv", 3L, "plu"),
                tuple("prices.csv", 5L, "from"),
                tuple("operators.csv", 2L, "pin"),
                tuple("operators.csv", 3L, "role"),
                tuple("operators.csv", 4L, "pin"),
                tuple("rules.csv", 2L, "act"));
    }

    @Test
    void what_no_file_could_hold_is_a_bad_row_too() throws IOException {
        table(Table.TAXES, "code,rate,name\nS,20,Standard\nT,0.00001,Tiny\n");
        table(Table.PRICES, "plu,currency,from,price\nOK,GBP,+12026-12-01,3\n");
        table(Table.OPERATORS, "number,name,role,pin\n" + "9".repeat(65) + ",Ann,cashier,1234\n");
        table(Table.RULES, "act,alone\nDISCOUNT,150\nDISCOUNT,15\n");

        assertFaults(
                tuple("taxes.csv", 3L, "rate"),
                tuple("prices.csv", 2L, "from"),
                tuple("operators.csv", 2L, "number"),
                tuple("rules.csv", 2L, "alone"));
    }

    @Test
    void all_that_is_bad_in_a_row_is_named() throws IOException {
        table(Table.PRODUCTS, COLUMNS + "J,,,gifts,X,QQQ,free,XXQ,dear,\n");

        assertThat(faults())
                .extracting(Fault::line, Fault::column)
                .containsExactly(
                        tuple(2L, "tax"),
                        tuple(2L, "description"),
                        tuple(2L, "price"),
                        tuple(2L, "currency"),
                        tuple(2L, "unit"),
                        tuple(2L, "cost"));
    }

    @Test
    void columns_that_are_missing_or_unknown_are_named() throws IOException {
        table(Table.TAXES, "code;percent\nS;20\n");

        assertThat(faults())
                .filteredOn(fault -> fault.file().equals("taxes.csv"))
                .extracting(Fault::line, Fault::column)
                .containsExactly(tuple(1L, "rate"), tuple(1L, "percent"));
    }

    @Test
    void what_is_not_utf_8_is_said_so() throws IOException {
        Files.write(
                tables.get(Table.TAXES),
                new byte[] {'c', 'o', 'd', 'e', ',', 'r', 'a', 't', 'e', '\n', (byte) 0xE9});

        assertThat(faults().getFirst().reason()).contains("not UTF-8");
    }

    @Test
    void a_quote_that_is_never_closed_is_said_so() throws IOException {
        table(Table.PRODUCTS, COLUMNS + "OK,,fine,gifts,S,,1,GBP,,\nB,,\"open,gifts,S,,1,GBP,,\n");

        assertThat(faults()).isNotEmpty();
    }

    @Test
    void a_pattern_of_bar_codes_that_no_scanner_could_read_is_named() throws IOException {
        table(
                Table.CODES,
                """
                currency,pattern,decimals
                GBP,02IIIIIVPPPPC,two
                GBP,50IIIIIVPPPPC,2
                GBP,02IIIIIVPPPPC,2
                GBP,02IIIIIIPPPPC,2
                JPY,20IIIIIVPPPPC,2
                """);

        assertFaults(
                tuple("codes.csv", 2L, "decimals"),
                tuple("codes.csv", 3L, null),
                tuple("codes.csv", 5L, null),
                tuple("codes.csv", 6L, null));
    }

    @Test
    void what_no_till_could_sell_or_take_so_is_named() throws IOException {
        table(
                Table.PRODUCTS,
                """
                plu,description,department,tax,price,currency,kind,deposit,age
                BEER,Beer,drinks,S,2,CHF,,NONE,16
                CARD,Gift card,cards,S,0,CHF,gift-card,,
                A,a,d,S,1,CHF,barter,,
                B,b,d,S,1,CHF,,,old
                """);
        table(
                Table.TERMS,
                "currency,prices,vat,rounding\nCHF,net,,\nEUR,,,CH\nEUR,,,DE\nGBP,,,\nGBP,,,\n");
        table(Table.RATES, "currency,foreign,rate\nCHF,CHF,1\nCHF,EUR,dear\nCHF,USD,0\n");

        assertFaults(
                tuple("products.csv", 0L, "deposit"),
                tuple("products.csv", 3L, "tax"),
                tuple("products.csv", 4L, "kind"),
                tuple("products.csv", 5L, "age"),
                tuple("terms.csv", 2L, "prices"),
                tuple("terms.csv", 3L, null),
                tuple("terms.csv", 4L, "rounding"),
                tuple("terms.csv", 6L, null),
                tuple("rates.csv", 2L, null),
                tuple("rates.csv", 3L, "rate"),
                tuple("rates.csv", 4L, "rate"));
    }

    @Test
    void rates_that_no_bureau_de_change_could_exchange_at_are_named() throws IOException {
        table(
                Table.EXCHANGE,
                """
                currency,foreign,from,mid,buy,sell,low,high,note,stores
                GBP,USD,2026-11-23,0.78,0.75,0.81,0.70,0.85,5,
                GBP,USD,2026-11-23,0.78,0.75,0.81,0.70,0.85,5,s001
                GBP,EUR,2026-11-23,0.86,0.83,0.80,,,5,
                GBP,JPY,2026-11-23,0.0051,0.0049,0.0053,0.005,0.006,1000,
                GBP,CHF,soon,0.9,0.88,0.92,,,0.001,
                GBP,GBP,2026-11-23,1,1,1,,,,
                """);
        table(
                Table.IDENTIFICATION,
                "country,currency,amount,days\nGB,GBP,800,30\nGreat Britain,GBP,800,30\nGB,GBP,800,always\n");

        assertFaults(
                tuple("exchange.csv", 3L, "from"),
                tuple("exchange.csv", 4L, null),
                tuple("exchange.csv", 5L, null),
                tuple("exchange.csv", 6L, "from"),
                tuple("exchange.csv", 7L, null),
                tuple("identification.csv", 3L, null),
                tuple("identification.csv", 4L, "days"));
    }

    @Test
    void a_table_without_a_row_is_refused_unless_that_is_meant() throws IOException {
        table(Table.PRODUCTS, COLUMNS);
        table(Table.OPERATORS, "number,name,role,pin\n\n");

        assertThat(faults())
                .extracting(Fault::file, Fault::line)
                .containsExactly(tuple("operators.csv", 1L), tuple("products.csv", 1L));
        assertThat(faults().getFirst().reason()).contains("would go").contains("--allow-empty");
        Importing meant =
                new Importing(tables, Optional.empty(), store -> store.equals("s001"), true);
        try (Content content = meant.content(drafts())) {
            assertThat(meant.faults().named()).isEmpty();
            assertThat(content.products().products()).isZero();
        }
    }

    private Fault onlyFault() throws IOException {
        List<Fault> faults = faults();
        assertThat(faults).hasSize(1);
        return faults.getFirst();
    }
}
