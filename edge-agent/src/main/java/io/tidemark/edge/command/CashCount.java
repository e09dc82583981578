package io.tidemark.edge.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.running.JsonAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "count",
        description = {
            "Records that the drawer was counted, blind: what should be there is not said before the till is"
                    + " settled. `cash status` tells what is to be counted.",
            "A count is CURRENCY=AMOUNT, such as GBP=85.40, or by coins and notes CURRENCY=FACExN,…, such as"
                    + " GBP=20x4,0.50x11 for four notes of 20 and eleven coins of 0.50; of another tender"
                    + " than cash, TENDER:CURRENCY=AMOUNT, such as VOUCHER:GBP=30.",
            "Where the shop tolerates the difference, or there is none, the till is settled with it; else it"
                    + " is to be counted again, or explained with `cash settle`."
        },
        mixinStandardHelpOptions = true)
final class CashCount implements Callable<Integer> {
    private static final long BYTES_MAX = 1 << 20;

    @Mixin private final AtHand atHand = new AtHand();

    @Parameters(
            arity = "0..*",
            paramLabel = "COUNT",
            description = "One for each tender and currency.")
    private List<String> counts = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "Has counts as well, one on each line; lines that begin with # are passed over.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        List<String> counted = all().stream().map(TypedCount::json).toList();
        if (counted.isEmpty())
            throw wrong("say what was counted, such as GBP=85.40 or GBP=20x4,0.50x11");
        atHand.tell(
                NodeRole.TILL,
                till -> till.command("/count", List.of(Json.field("counted", counted))),
                CashCount::words);
        return ExitCode.OK.code();
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(counts);
        if (file != null)
            for (String line : lines(file).lines().map(String::strip).toList())
                if (!line.isEmpty() && !line.startsWith("#")) all.add(line);
        return all;
    }

    private static String lines(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) throw wrong(file + " is too large to be a count");
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotRun(ExitCode.BAD_USAGE, file + " cannot be read (" + e + ")", e);
        }
    }

    private static List<String> words(JsonAnswer counted) {
        List<String> lines = new ArrayList<>();
        lines.add("The count is recorded, " + counted.text("businessDay") + ".");
        lines.addAll(Standing.words(counted.at("settle")));
        lines.addAll(Standing.overShort(counted.list("drawers")));
        return lines;
    }

    private static CannotRun wrong(String why) {
        return new CannotRun(ExitCode.BAD_USAGE, why);
    }
}
