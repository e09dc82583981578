package io.tidemark.cloud;

import io.tidemark.node.command.AtHand;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeRole;
import io.tidemark.node.running.NodeAtHand;
import io.tidemark.node.running.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The books of a running head office, for scripts: as CSV, or as its API tells them. */
@Command(
        name = "books",
        description = {
            "Shows the books of a running head office: CSV, or JSON with --json.",
            "`--store`, `--first` and `--last` narrow it down; where there is more than a page, the end of it says how to go on."
        },
        mixinStandardHelpOptions = true)
final class BooksCommand {
    private static final Pattern NEXT = Pattern.compile("<\\?after=([^>]+)>; rel=\"next\"");

    /** What all of them have in common. */
    static final class Asked {
        @Mixin private final AtHand atHand = new AtHand();

        @Option(names = "--store", paramLabel = "STORE", description = "Of this store alone.")
        private @Nullable String store;

        @Option(
                names = "--first",
                paramLabel = "DAY",
                description = "From this business day on; not of a trial balance.")
        private @Nullable String first;

        @Option(names = "--last", paramLabel = "DAY", description = "Up to this business day.")
        private @Nullable String last;

        @Option(names = "--currency", paramLabel = "CODE", description = "Of an account: which.")
        private @Nullable String currency;

        @Option(
                names = "--after",
                paramLabel = "NEXT",
                description = "The next page: `next` of the one before.")
        private @Nullable String after;

        @Option(names = "--limit", paramLabel = "N", description = "Lines or postings of a page.")
        private @Nullable String limit;

        @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandLine.Model.CommandSpec spec;

        private int show(String what) {
            try (NodeAtHand headOffice = atHand.node(NodeRole.HEAD_OFFICE)) {
                Reply answer = atHand.accepted(headOffice.get(path(what)));
                spec.commandLine().getOut().print(answer.body());
                spec.commandLine().getOut().flush();
                next(answer).ifPresent(this::tellMore);
                return ExitCode.OK.code();
            }
        }

        /** Beside the table, so that it can be read as one. */
        private void tellMore(String next) {
            spec.commandLine().getErr().println("There is more: --after " + next);
            spec.commandLine().getErr().flush();
        }

        private String path(String what) {
            StringBuilder query = new StringBuilder();
            with(query, "store", store);
            with(query, "first", first);
            with(query, "last", last);
            with(query, "currency", currency);
            with(query, "after", after);
            with(query, "limit", limit);
            return "/books/" + what + (atHand.isJson() ? "" : ".csv") + query;
        }

        private static void with(StringBuilder query, String name, @Nullable String value) {
            if (value == null) return;
            query.append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    @Command(
            name = "trial-balance",
            description = "What stands on all accounts, per currency.",
            mixinStandardHelpOptions = true)
    int trialBalance(@Mixin Asked asked) {
        return asked.show("trial-balance");
    }

    @Command(
            name = "account",
            description = "What was posted to an account.",
            mixinStandardHelpOptions = true)
    int account(
            @Option(names = "--code", required = true, paramLabel = "CODE", description = "Which.")
                    String code,
            @Mixin Asked asked) {
        return asked.show("accounts/" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    @Command(
            name = "posting",
            description = "Postings, line by line.",
            mixinStandardHelpOptions = true)
    int posting(@Mixin Asked asked) {
        return asked.show("postings");
    }

    /** Of a table: JSON says it itself. */
    private static Optional<String> next(Reply answer) {
        return answer.header("Link")
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(next -> next.group(1));
    }
}
