package io.tidemark.fog.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.node.command.AnswerTable;
import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
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
        return AnswerTable.of(plu, movements.asList())
                .time("At", "at")
                .words("What", "flow")
                .figures("Quantity", each -> orDash(each, "quantity"))
                .figures("Counted", each -> orDash(each, "counted"))
                .figures("Variance", each -> orDash(each, "variance"))
                .text("By", "operator")
                .text("Entry", "entry")
                .text("Note", "note")
                .lines();
    }

    private static String orDash(JsonAnswer of, String name) {
        return of.maybe(name)
                .map(_ -> Written.quantity(of.decimal(name), of.unit("unit")))
                .orElse("–");
    }
}
