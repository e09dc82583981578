package io.tidemark.fog.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.paper.PlainText;
import io.tidemark.node.paper.Table;
import io.tidemark.node.paper.Written;
import io.tidemark.node.running.JsonAnswer;
import java.net.URLEncoder;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "movements",
        description = "What moved of an article on a day and what was counted, the newest first.",
        mixinStandardHelpOptions = true)
final class StockMovements implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();
    @Mixin private final DayOption day = new DayOption();

    @Parameters(paramLabel = "PLU", description = "The article's code.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String plu;

    @Override
    public Integer call() {
        String code = URLEncoder.encode(plu, UTF_8).replace("+", "%20");
        atHand.tell(
                NodeRole.GATEWAY,
                gateway -> gateway.get("/stock/" + code + "/movements" + day.query()),
                this::words);
        return ExitCode.OK.code();
    }

    private List<String> words(JsonAnswer movements) {
        if (movements.asList().isEmpty()) return List.of("Nothing of " + plu + " moved that day.");
        return PlainText.of(
                Table.titled(
                                plu,
                                Table.text("At"),
                                Table.text("What"),
                                Table.figures("Quantity"),
                                Table.figures("Counted"),
                                Table.figures("Variance"),
                                Table.text("By"),
                                Table.text("Entry"),
                                Table.text("Note"))
                        .rows(movements.asList().stream().map(StockMovements::row)));
    }

    private static String[] row(JsonAnswer movement) {
        return new String[] {
            Written.time(movement.time("at")),
            Written.title(movement.text("flow")),
            orDash(movement, "quantity"),
            orDash(movement, "counted"),
            orDash(movement, "variance"),
            movement.text("operator"),
            movement.text("entry"),
            movement.text("note")
        };
    }

    private static String orDash(JsonAnswer of, String name) {
        return of.maybe(name)
                .map(_ -> Written.quantity(of.decimal(name), of.unit("unit")))
                .orElse("–");
    }
}
