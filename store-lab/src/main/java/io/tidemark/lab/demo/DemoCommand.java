package io.tidemark.lab.demo;

import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.retail.DataRefused;
import io.tidemark.lab.retail.MinorUnits;
import io.tidemark.lab.retail.RetailFile;
import io.tidemark.lab.retail.TradingDay;
import io.tidemark.lab.shop.Ending;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.Workplace;
import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code demo}: 0 if every tier agrees, 1 if not or if a node failed, 2 for what can't be replayed.
 */
@Command(
        name = "demo",
        description =
                "Replays a real trading day through a whole store, while things fail, and compares every tier.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final int AGREES = 0;
    private static final int DOES_NOT_AGREE = 1;
    private static final int BAD_INPUT = 2;

    @Option(names = "--stores", defaultValue = "1", description = "how many stores (default 1)")
    private int stores = 1;

    @Option(names = "--tills", defaultValue = "3", description = "tills in each store (default 3)")
    private int tills = 3;

    @Option(
            names = "--handhelds",
            defaultValue = "1",
            description = "handhelds in each store, 0 to 2 (default 1)")
    private int handhelds = 1;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "a CSV file (plain, .gz or .xz) with the columns InvoiceNo,StockCode,Description,"
                            + "Quantity,InvoiceDate,UnitPrice (default: two shipped days)")
    private @Nullable Path data;

    @Option(
            names = "--day",
            paramLabel = "YYYY-MM-DD",
            description = "the day to replay (default: the one with most rows)")
    private @Nullable String day;

    @Option(names = "--currency", defaultValue = "GBP", description = "ISO 4217 (default GBP)")
    private String currency = "GBP";

    @Option(
            names = "--country",
            paramLabel = "CC",
            description =
                    "ISO 3166-1, whose smallest coin cash is rounded to (default: the currency's)")
    private @Nullable String country;

    @Option(names = "--chaos", defaultValue = "on", description = "on (default) or off")
    private String chaos = "on";

    @Option(
            names = "--exit",
            description = "end when all is compared, instead of running on until Ctrl-C")
    private boolean exit;

    @Option(
            names = "--json",
            description =
                    "end standard output with one line of JSON; all else goes to standard error")
    private boolean json;

    @Option(
            names = "--dir",
            description = "keep all data in this new directory (default: a temporary one)")
    private @Nullable Path dir;

    @Option(
            names = "--seconds",
            defaultValue = "45",
            description = "how long the trading day takes (default 45)")
    private int seconds = 45;

    private final Ending ending = new Ending();

    @Override
    public Integer call() {
        PrintStream out = json ? System.err : System.out;
        try {
            DemoSettings settings = settings();
            RetailFile file = settings.data().map(RetailFile::at).orElseGet(RetailFile::shipped);
            TradingDay tradingDay = TradingDay.read(file, settings.day(), settings.money());
            return replay(settings, tradingDay.withSomethingSold(), out);
        } catch (DataRefused refused) {
            System.err.println("tidemark demo: " + refused.getMessage());
            return BAD_INPUT;
        } catch (LabFailed | NodeFailed | CompletionException failed) {
            if (!ending.hasBegun()) System.err.println("tidemark demo: " + reason(failed));
            return DOES_NOT_AGREE;
        }
    }

    private int replay(DemoSettings settings, TradingDay tradingDay, PrintStream out) {
        Workplace workplace = Workplace.at(settings.directory(), "demo");
        ending.last(workplace::close);
        var progress = new Progress(out, isTerminal());
        Demo demo = new Demo(settings, tradingDay, workplace.directory(), progress);
        ending.first(demo::close);
        Outcome outcome = demo.run();
        TableReport.of(outcome).forEach(out::println);
        demo.pages().forEach(page -> out.println("  " + page));
        if (json) System.out.println(JsonReport.of(outcome));
        System.out.flush();
        int code = outcome.agrees() ? AGREES : DOES_NOT_AGREE;
        if (exit) return code;
        out.println("Running on. Ctrl-C ends it.");
        ending.stand(code);
        return code;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private DemoSettings settings() {
        Optional<String> where = Optional.ofNullable(country);
        return new DemoSettings(
                stores,
                tills,
                handhelds,
                Optional.ofNullable(data),
                Optional.ofNullable(day).map(DemoCommand::date),
                DemoSettings.rule(MinorUnits.of(currency), where),
                DemoSettings.country(MinorUnits.of(currency), where),
                isOn(chaos),
                Optional.ofNullable(dir),
                Duration.ofSeconds(between(seconds, 5, 3600)));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new DataRefused("--day is '" + text + "'; write it like 2011-12-05", e);
        }
    }

    private static boolean isOn(String chaos) {
        return switch (chaos) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new DataRefused("--chaos is '" + chaos + "'; write on or off");
        };
    }

    private static int between(int seconds, int least, int most) {
        if (seconds < least || seconds > most)
            throw new DataRefused("--seconds is " + seconds + "; give " + least + " to " + most);
        return seconds;
    }

    private static String reason(RuntimeException failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null
                        ? failed.getCause()
                        : failed;
        String reason = String.valueOf(cause.getMessage());
        return cause.getCause() == null ? reason : reason + " (" + cause.getCause() + ")";
    }
}
