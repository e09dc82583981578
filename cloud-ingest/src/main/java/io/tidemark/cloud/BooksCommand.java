package io.tidemark.cloud;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.tidemark.node.command.HomeOptions;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeRole;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final Pattern HTTP = Pattern.compile("\"http\"\\s*:\\s*(\\d+)");
    private static final Pattern NEXT = Pattern.compile("<\\?after=([^>]+)>; rel=\"next\"");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    /** Of a refusal (RFC 9457). */
    @Serdeable.Deserializable
    record Problem(String detail) {}

    /** What all of them have in common. */
    static final class Asked {
        @Mixin private final HomeOptions home = new HomeOptions();

        @Option(names = "--json", description = "As the API tells it.")
        private boolean json;

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

        private int show(String what) throws IOException {
            try (NodeHome looked = home.look(NodeRole.HEAD_OFFICE)) {
                HttpResponse<String> answer = fetched(address(what, port(looked)));
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

        private URI address(String what, int port) {
            StringBuilder query = new StringBuilder();
            with(query, "store", store);
            with(query, "first", first);
            with(query, "last", last);
            with(query, "currency", currency);
            with(query, "after", after);
            with(query, "limit", limit);
            return URI.create(
                    "http://127.0.0.1:"
                            + port
                            + "/api/v1/books/"
                            + what
                            + (json ? "" : ".csv")
                            + query);
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
    int trialBalance(@Mixin Asked asked) throws IOException {
        return asked.show("trial-balance");
    }

    @Command(
            name = "account",
            description = "What was posted to an account.",
            mixinStandardHelpOptions = true)
    int account(
            @Option(names = "--code", required = true, paramLabel = "CODE", description = "Which.")
                    String code,
            @Mixin Asked asked)
            throws IOException {
        return asked.show("accounts/" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    @Command(
            name = "posting",
            description = "Postings, line by line.",
            mixinStandardHelpOptions = true)
    int posting(@Mixin Asked asked) throws IOException {
        return asked.show("postings");
    }

    private static int port(NodeHome home) throws IOException {
        Path ports = home.directory().resolve("run").resolve("ports.json");
        if (Files.isRegularFile(ports)) {
            Matcher http = HTTP.matcher(Files.readString(ports));
            if (http.find()) return Integer.parseInt(http.group(1));
        }
        throw new CannotRun(
                ExitCode.BAD_USAGE,
                "head office does not run in "
                        + home.directory()
                        + ": start it, then ask again (its books are in its tables)");
    }

    /** Of a table: JSON says it itself. */
    private static Optional<String> next(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Link")
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(next -> next.group(1));
    }

    /** Why it was refused, of a problem in JSON (RFC 9457). */
    private static String refusal(String body) {
        try {
            return ObjectMapper.getDefault().readValue(body, Argument.of(Problem.class)).detail();
        } catch (IOException noProblem) {
            return "head office answered: " + body;
        }
    }

    private static HttpResponse<String> fetched(URI address) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_MAX).build();
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) return answer;
            throw new CannotRun(ExitCode.BAD_USAGE, refusal(answer.body()));
        } catch (ConnectException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "head office does not answer at "
                            + address.getAuthority()
                            + ": start it, then ask again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
