package io.tidemark.cloud.masterdata;

import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.running.Reply;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Checks tables and stages them for the next version. What is not imported stays as it is staged,"
                    + " or else as it is published. Of a table all rows are given: one that is left out is gone.",
            "A file is CSV in UTF-8, with commas or semicolons, and the names of its columns in the first line"
                    + " (those in brackets may be missing):%n",
            "  products   plu, description, department, tax, price, currency, [gtin], [unit], [cost], [stores], [kind],"
                    + " [deposit], [age]",
            "  prices     plu, currency, from, price: in force from the store's midnight of that day",
            "  taxes      code, rate, [name]: the rate in per cent",
            "  operators  number, name, role, [pin], [stores]: role cashier, supervisor or manager;"
                    + " an empty pin stays as it was",
            "  rules      act, [alone], [tolerance], [recounts]: what needs a supervisor; alone: per cent of discount a"
                    + " cashier may give without. With the act OVER_SHORT a till is settled before it closes: tolerance,"
                    + " such as GBP:2.00 EUR:5.00, is what it may be off by, recounts how often one counts again (1)",
            "  terms      currency, [prices], [vat], [rounding], [stores]: with-vat or without-vat; VAT rounded"
                    + " by line or receipt; whose scheme rounds cash, such as CH, SE, NO, DK, AU or NZ",
            "  rates      currency, foreign, rate, [stores]: foreign cash that is taken for goods, store currency per unit",
            "  business   company, [taxnumber], [vatid], [street], [postcode], [city], [country], [seatstreet], [seatpostcode], [seatcity], [seatcountry],"
                    + " [stores]: what exports for tax offices say of a store; country is two letters (ISO 3166-1), seat where the company is"
                    + " elsewhere",
            "  codes      currency, pattern, decimals, [source], [stores]: how 13 digits that scales print are read: the prefix (02, 20 to 29),"
                    + " I for the article (its PLU, or the GTIN with zeros behind it), V for a verifier, P for a price or Q for a quantity, and C, such as"
                    + " 02IIIIIVPPPPC",
            "  exchange   currency, foreign, from, mid, buy, sell, [low], [high], [note], [round], [commission], [least], [drawer],"
                    + " [position], [outside], [beyond], [stores]: at which rates a bureau de change exchanges from a business day on, and within which range a cashier may"
                    + " depart from them alone; the smallest amounts of both currencies; per cent and least of commission; how much of it a drawer, and"
                    + " the store, may hold; whether a rate outside the range, and more than may be held, need a supervisor or are refused to everybody:"
                    + " supervisor or never",
            "  identification  country, currency, amount, days, [stores]: from which amount of one customer within so many days papers are seen%n",
            "Prices include VAT unless the terms say otherwise, with a point before decimals. unit is a UN/ECE code (C62 pieces, KGM, MTR, LTR);"
                    + " stores are labels of the stores that sell it, all if empty. kind is goods, deposit or gift-card; deposit the PLU of the one that is charged with"
                    + " each unit; age the years that a customer must have.",
            "Says how many rows it adds, changes and takes away. A table without a row is refused, unless --allow-empty"
                    + " says that all in it is to go.",
            "Ends with 1 if a row is bad: nothing is staged then, and each bad cell is named with file, line and column."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final int BAD_ROWS = 1;

    @Parameters(paramLabel = "DIR", description = "Head office's directory; it must be running.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path home;

    @Option(names = "--products", paramLabel = "FILE", description = "The articles.")
    private @Nullable Path products;

    @Option(names = "--prices", paramLabel = "FILE", description = "Prices from later days on.")
    private @Nullable Path prices;

    @Option(names = "--taxes", paramLabel = "FILE", description = "VAT categories and rates.")
    private @Nullable Path taxes;

    @Option(names = "--operators", paramLabel = "FILE", description = "People who may sign on.")
    private @Nullable Path operators;

    @Option(names = "--rules", paramLabel = "FILE", description = "What needs a supervisor.")
    private @Nullable Path rules;

    @Option(names = "--terms", paramLabel = "FILE", description = "How stores price and are paid.")
    private @Nullable Path terms;

    @Option(names = "--rates", paramLabel = "FILE", description = "Rates of foreign cash.")
    private @Nullable Path rates;

    @Option(
            names = "--business",
            paramLabel = "FILE",
            description = "Whose the stores are, for tax offices.")
    private @Nullable Path business;

    @Option(names = "--codes", paramLabel = "FILE", description = "Bar codes of scales.")
    private @Nullable Path codes;

    @Option(names = "--exchange", paramLabel = "FILE", description = "Rates to exchange at.")
    private @Nullable Path exchange;

    @Option(
            names = "--identification",
            paramLabel = "FILE",
            description = "When a customer who exchanges must be known.")
    private @Nullable Path identification;

    @Option(names = "--dry-run", description = "Only checks; stages nothing.")
    private boolean dryRun;

    @Option(
            names = "--allow-empty",
            description = "A table without a row is meant: all that it had goes.")
    private boolean allowEmpty;

    @Option(names = "--json", description = "Says the same as JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Map<Table, Path> tables = tables();
        if (tables.isEmpty())
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "give at least one table, such as --products FILE; --help tells their columns");
        long start = System.nanoTime();
        String id = "/imports/" + UUID.randomUUID();
        try (HeadOfficeApi headOffice = HeadOfficeApi.in(home)) {
            tables.forEach((table, file) -> headOffice.put(id + "/" + table.label(), file));
            Reply reply =
                    headOffice.post(id + "?dryRun=" + dryRun + "&allowEmpty=" + allowEmpty, "");
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            PrintWriter out = spec.commandLine().getOut();
            if (json) out.println(withSeconds(reply.body(), took));
            else tell(headOffice.read(reply, Staging.Report.class), took, out);
            out.flush();
            return reply.isOk() ? ExitCode.OK.code() : BAD_ROWS;
        }
    }

    private Map<Table, Path> tables() {
        Map<Table, Path> tables = new EnumMap<>(Table.class);
        if (products != null) tables.put(Table.PRODUCTS, products);
        if (prices != null) tables.put(Table.PRICES, prices);
        if (taxes != null) tables.put(Table.TAXES, taxes);
        if (operators != null) tables.put(Table.OPERATORS, operators);
        if (rules != null) tables.put(Table.RULES, rules);
        if (terms != null) tables.put(Table.TERMS, terms);
        if (rates != null) tables.put(Table.RATES, rates);
        if (codes != null) tables.put(Table.CODES, codes);
        if (business != null) tables.put(Table.BUSINESS, business);
        if (exchange != null) tables.put(Table.EXCHANGE, exchange);
        if (identification != null) tables.put(Table.IDENTIFICATION, identification);
        return tables;
    }

    private static String withSeconds(String report, Duration took) {
        return "{\"seconds\":" + seconds(took) + "," + report.substring(1);
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.2f", took.toMillis() / 1000.0);
    }

    private static String row(CsvFaults.Fault fault) {
        return fault.file() + " " + fault.line() + (fault.line() > 1 ? "" : fault.reason());
    }

    private static void tell(Staging.Report report, Duration took, PrintWriter out) {
        for (CsvFaults.Fault fault : report.rows())
            out.println(
                    fault.file()
                            + (fault.line() > 0 ? ", line " + fault.line() : "")
                            + (fault.column() == null ? "" : ", column " + fault.column())
                            + ": "
                            + fault.reason());
        long named = report.rows().stream().map(ImportCommand::row).distinct().count();
        if (report.badRows() > named)
            out.println("… and " + (report.badRows() - named) + " more bad rows");
        if (report.badRows() > 0) {
            out.println(
                    report.badRows()
                            + (report.badRows() == 1
                                    ? " bad row: nothing is staged. Mend it and import again."
                                    : " bad rows: nothing is staged. Mend them and import again."));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%,d products, %,d later prices, %,d operators, %,d tax categories; %,d bytes; %s s%n",
                report.products(),
                report.laterPrices(),
                report.operators(),
                report.taxCategories(),
                report.bytes(),
                seconds(took));
        for (RowChanges.Changed table : report.changes())
            out.printf(
                    Locale.ROOT,
                    "  %s: %,d added, %,d changed, %,d gone%n",
                    table.table(),
                    table.added(),
                    table.changed(),
                    table.gone());
        out.println(
                report.dryRun()
                        ? "Every row is good. Nothing is staged: it was a dry run."
                        : "Staged as version "
                                + report.version()
                                + ". Publish it with ./tidemark master publish DIR.");
    }
}
