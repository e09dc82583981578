package io.tidemark.fog.command;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.running.JsonAnswer;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "store-z",
        description = {
            "The store Z of a closed day, whole, and its supplements.",
            "With --json a list of them; each article's figures are at the API's"
                    + " /days/DAY/z/products."
        },
        mixinStandardHelpOptions = true)
final class ReportStoreZ implements Callable<Integer> {
    @Mixin private final AtHand atHand = new AtHand();

    @Option(
            names = "--day",
            paramLabel = "D",
            description =
                    "The business day, such as 2026-11-21; the last that was closed if left out.")
    private @Nullable LocalDate day;

    @Option(
            names = "--all-articles",
            description = "Lists every article, not those alone that took in most.")
    private boolean allArticles;

    @Override
    public Integer call() {
        try (NodeAtHand gateway = atHand.node(NodeRole.GATEWAY)) {
            String days = "/days/" + (day == null ? last(gateway) : day);
            if (atHand.isJson()) atHand.say(List.of(json(gateway, days)));
            else {
                String articles = allArticles ? "?articles=all" : "";
                Reply text = atHand.accepted(gateway.get(days + "/z.txt" + articles));
                atHand.say(text.body().lines().toList());
            }
            return ExitCode.OK.code();
        }
    }

    private String json(NodeAtHand gateway, String days) {
        // Refuses a day that is not closed, where the close-down's list would be empty.
        atHand.accepted(gateway.get(days + "/z"));
        Reply all = atHand.accepted(gateway.get(days + "/close-down"));
        return atHand.read(all, answer -> answer.at("closed").toString());
    }

    private String last(NodeAtHand gateway) {
        List<JsonAnswer> closed =
                atHand.read(atHand.accepted(gateway.get("/days")), JsonAnswer::asList);
        return closed.stream()
                .map(each -> each.text("day"))
                .max(String::compareTo)
                .orElseThrow(() ->
                        new CannotRun(
                                ExitCode.FOUND_WRONG, "no day of this store has been closed yet"));
    }
}
