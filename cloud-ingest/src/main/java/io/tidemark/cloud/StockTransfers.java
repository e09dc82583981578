package io.tidemark.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.ledger.money.Money;
import io.tidemark.node.command.AnswerTable;
import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.paper.Written;
import io.tidemark.node.running.JsonAnswer;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "transfers",
        description =
                "Goods between stores: what one sent and another took in, put together by the transfer's number;"
                        + " what needs a look first, then what is on its way.",
        mixinStandardHelpOptions = true)
final class StockTransfers implements Callable<Integer> {
    private static final String NONE = "–";

    @Mixin private final AtHand atHand = new AtHand();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only those of it, such as in-transit.")
    private @Nullable String status;

    @Override
    public Integer call() {
        String query = status == null ? "" : "?status=" + URLEncoder.encode(status, UTF_8);
        atHand.tell(
                NodeRole.HEAD_OFFICE,
                headOffice -> headOffice.get("/transfers" + query),
                StockTransfers::words);
        return ExitCode.OK.code();
    }

    private static List<String> words(JsonAnswer transfers) {
        if (transfers.asList().isEmpty()) return List.of("There is no such transfer.");
        return AnswerTable.of("Transfers", transfers.asList())
                .text("Number", "number")
                .text("From", "from")
                .text("To", "to")
                .text("Status", each -> Written.words(each.text("status")))
                .text("Sent", each -> days(each, "sent"))
                .figures("At cost", each -> cost(each, "sent"))
                .text("Received", each -> days(each, "received"))
                .figures("At cost", each -> cost(each, "received"))
                .text("Received less sent", StockTransfers::differences)
                .lines();
    }

    private static String differences(JsonAnswer transfer) {
        return transfer.list("differences").stream()
                .map(each ->
                        Written.quantity(each.decimal("quantity"), each.unit("unit"))
                                + " "
                                + each.text("description"))
                .collect(Collectors.joining(", "));
    }

    private static String days(JsonAnswer transfer, String end) {
        List<JsonAnswer> told = transfer.list(end);
        return told.isEmpty()
                ? NONE
                : told.stream()
                        .map(each -> each.text("businessDay") + " " + each.text("entry"))
                        .collect(Collectors.joining(", "));
    }

    private static String cost(JsonAnswer transfer, String end) {
        Optional<Money> sum =
                transfer.list(end).stream()
                        .flatMap(each -> each.maybeMoney("cost").stream())
                        .reduce(Money::plus);
        return sum.map(Written::money).orElse(NONE);
    }
}
