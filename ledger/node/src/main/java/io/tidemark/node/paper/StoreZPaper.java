package io.tidemark.node.paper;

import io.tidemark.ledger.event.CloseDownAuthorised;
import io.tidemark.ledger.event.DayDetails;
import io.tidemark.ledger.event.GrandTotals;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.ProductTable;
import io.tidemark.ledger.event.StockTotal;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.Tally;
import io.tidemark.ledger.event.TillDay;
import io.tidemark.ledger.event.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The store Z, or a supplement to it, as paper. */
public final class StoreZPaper {
    private final Of of;
    private final PrintedZ printed;
    private final StoreDayClosed z;
    private final String currency;
    private final Articles articles;

    /** Whose it is. */
    public record Of(String organisation, String store, boolean laboratory) {}

    private StoreZPaper(Of of, PrintedZ printed, Articles articles) {
        this.of = of;
        this.printed = printed;
        this.z = printed.closed();
        this.currency = z.currency().code();
        this.articles = articles;
    }

    public static Paper of(Of of, PrintedZ printed, Articles articles) {
        return new StoreZPaper(of, printed, articles).paper();
    }

    /** The store Z of a day and its supplements, a paper each. */
    public static List<Paper> ofDay(Of of, List<PrintedZ> printed, Articles articles) {
        return printed.stream().map(each -> of(of, each, articles)).toList();
    }

    /** How it is called, everywhere: a supplement always as one. */
    public static String title(StoreDayClosed z) {
        return z.supplement() == 0
                ? "Store Z " + z.zNumber()
                : "Supplement " + z.supplement() + " to store Z " + z.zNumber();
    }

    /** What it tells beyond totals by VAT rate and till, each part of it that there is. */
    public static List<Table> sections(PrintedZ printed, Articles articles) {
        StoreZPaper paper = new StoreZPaper(new Of("", "", false), printed, articles);
        return Stream.of(
                        paper.cash(),
                        paper.sold(),
                        paper.exchange(),
                        paper.stock(),
                        paper.details())
                .flatMap(tables -> tables)
                .filter(table -> !table.isEmpty())
                .toList();
    }

    private Paper paper() {
        return new Paper(head(), tables(), foot());
    }

    private Paper.Head head() {
        List<String> notes = new ArrayList<>();
        PrintedZ.Made made = printed.made();
        made.at().ifPresent(at -> notes.add("Closed " + Written.time(at) + by(made.operator())));
        made.authority()
                .map(CloseDownAuthorised::inWords)
                .ifPresent(who -> notes.add("Allowed by " + who));
        if (z.supplement() > 0)
            notes.add("Entries of " + z.day() + " that came after it was closed; nothing else");
        if (of.laboratory()) notes.add("Laboratory, not a real sale");
        return new Paper.Head(
                of.organisation(),
                of.store(),
                title(z),
                Written.day(z.day()),
                z.status(),
                z.isComplete(),
                notes);
    }

    private static String by(String operator) {
        return operator.isBlank() ? "" : " by " + operator;
    }

    private List<Table> tables() {
        StoreZSales sales = new StoreZSales(z);
        return Stream.of(
                        Stream.of(totals(), sales.taxes()),
                        sold(),
                        cash(),
                        exchange(),
                        Stream.of(sales.tills()),
                        stock(),
                        details(),
                        Stream.of(tallies(), goods(), grand(), devices()))
                .flatMap(tables -> tables)
                .filter(table -> !table.isEmpty())
                .toList();
    }

    private Stream<Table> sold() {
        StoreZSales sales = new StoreZSales(z);
        return Stream.of(sales.departments(), sales.others());
    }

    private Stream<Table> cash() {
        StoreZCash cash = new StoreZCash(printed);
        return Stream.of(cash.tenders(), cash.counted(), cash.expected());
    }

    private Stream<Table> exchange() {
        StoreZExchange exchange = new StoreZExchange(z);
        return Stream.of(exchange.exchanges(), exchange.positions());
    }

    private Stream<Table> stock() {
        return z.stock().stream().map(stock -> new StoreZStock(stock).values());
    }

    /** Close-downs by earlier rules have none. */
    private Stream<Table> details() {
        DayDetails told = z.details();
        if (told == null) return Stream.empty();
        StoreZDetails details = new StoreZDetails(z, told);
        return Stream.of(
                details.cashiers(),
                details.hours(),
                new StoreZArticles(printed.products(), articles).table(z.currency()),
                details.baskets(),
                details.exceptions());
    }

    private Table totals() {
        Totals totals = z.totals();
        return Table.pairs("Totals, " + currency)
                .row("Gross, VAT included", Written.figure(totals.gross()))
                .row("of which returns", Written.figure(totals.returned()))
                .row("VAT", Written.figure(totals.tax()))
                .row("Net", Written.figure(totals.net()))
                .row("Receipts", Written.count(totals.transactions()))
                .row("of which returns", Written.count(totals.returns()))
                .row("Lines", Written.count(totals.lines()))
                .row("Drawer opened without a sale", Written.count(totals.noSales()));
    }

    private Table tallies() {
        return Table.titled(
                        "Out of the ordinary",
                        Table.text("What"),
                        Table.figures("How often"),
                        Table.figures("Amount, " + currency))
                .rows(z.totals().tallies().stream().map(StoreZPaper::tally));
    }

    private static String[] tally(Tally tally) {
        return new String[] {
            Written.title(tally.kind()),
            Written.count(tally.count()),
            Written.orDash(tally.amount())
        };
    }

    private Table goods() {
        return Table.titled(
                        "Goods",
                        Table.text("What"),
                        Table.figures("Lines"),
                        Table.figures("Quantity"),
                        Table.text(""),
                        Table.figures("At cost, " + currency))
                .rows(z.totals().stock().stream().map(StoreZPaper::goods));
    }

    private static String[] goods(StockTotal goods) {
        return new String[] {
            Written.title(goods.flow().name()),
            Written.count(goods.movements()),
            Written.quantity(goods.thousandths(), goods.unit()),
            Written.unit(goods.unit()),
            Written.figure(goods.cost())
        };
    }

    private Table grand() {
        GrandTotals grand = z.grand();
        return Table.pairs("Grand totals since the first Z, " + currency)
                .row("Sales", Written.figure(grand.sales()))
                .row("Returns", Written.figure(grand.returns()))
                .row("Net of both", Written.figure(grand.net()));
    }

    /** What the close-down took in, so that anybody can tell what is missing. */
    private Table devices() {
        Table table =
                Table.titled(
                        "What this is made of",
                        Table.text("Device"),
                        Table.text("Epoch"),
                        Table.text("Entries"),
                        Table.text("Head"));
        return table.rows(z.tills().stream().map(StoreZPaper::device))
                .rows(z.without().stream().map(StoreZPaper::missing));
    }

    private static String[] device(TillDay till) {
        String from = till.label().isEmpty() ? "" : ", " + till.label();
        return new String[] {
            till.device() + from,
            String.valueOf(till.epoch()),
            till.first() == 0 ? "none" : till.first() + "–" + till.last(),
            till.head().hex().substring(0, 16)
        };
    }

    private static String[] missing(MissingDevice missing) {
        return new String[] {
            missing.device() + ", not over",
            String.valueOf(missing.epoch()),
            "last mark " + missing.lastMark(),
            ""
        };
    }

    private List<String> foot() {
        List<String> foot = new ArrayList<>();
        foot.add(title(z) + " · " + z.status());
        DayDetails details = z.details();
        if (details != null) {
            ProductTable articles = details.products();
            foot.add(
                    Written.count(articles.rows())
                            + " articles, of digest "
                            + articles.digest().hex().substring(0, 16));
            foot.add(Written.count(details.entries()) + " entries, Merkle root (RFC 6962):");
            foot.add(details.root().hex());
        }
        foot.add("rules " + z.rulesVersion() + " · master data " + z.masterDataVersion());
        return foot;
    }
}
