package io.tidemark.cloud.masterdata;

import io.tidemark.cloud.masterdata.MasterDataController.PublishedJson;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.Json;
import io.tidemark.node.running.Reply;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "publish",
        description =
                "Signs what is staged and publishes it: stores that are online have it within seconds.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Head office's directory; it must be running.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path home;

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "Who publishes it, for the journal; the user's name if left out.")
    private String operator = System.getProperty("user.name", "");

    @Option(names = "--json", description = "Says the same as JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        try (HeadOfficeApi headOffice = HeadOfficeApi.in(home)) {
            Reply reply =
                    headOffice.post("/publish", Json.object(Json.field("operator", operator)));
            PrintWriter out = spec.commandLine().getOut();
            if (json) out.println(reply.body());
            else tell(headOffice.read(reply, PublishedJson.class), out);
            out.flush();
            return ExitCode.OK.code();
        }
    }

    private static void tell(PublishedJson published, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Version %d is published: %,d products, %,d operators, %,d bytes before it is cut for each store.%n",
                published.version(),
                published.products(),
                published.operators(),
                published.bytes());
    }
}
