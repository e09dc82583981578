package io.tidemark.cloud.masterdata;

import io.tidemark.node.home.ExitCode;
import io.tidemark.node.running.Reply;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        description =
                "What is published, what is staged, and which version each device of each store has.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Head office's directory; it must be running.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path home;

    @Option(names = "--json", description = "Says the same as JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        try (HeadOfficeApi headOffice = HeadOfficeApi.in(home)) {
            Reply reply = headOffice.get("/status");
            PrintWriter out = spec.commandLine().getOut();
            if (json) out.println(reply.body());
            else tell(headOffice.read(reply, MasterStatus.class), out);
            out.flush();
            return ExitCode.OK.code();
        }
    }

    private static void tell(MasterStatus status, PrintWriter out) {
        if (status.versions().isEmpty()) out.println("Nothing is published yet.");
        for (MasterStatus.Version version : status.versions())
            out.printf(
                    "version %-6d %s  %s  %s%n",
                    version.version(),
                    version.publishedAt(),
                    version.hash().substring(0, 6),
                    version.operator());
        Optional.ofNullable(status.staged())
                .ifPresent(staged ->
                        out.printf(
                                Locale.ROOT,
                                "staged as %d: %,d products; not published%n",
                                staged.version(),
                                staged.products()));
        for (MasterStatus.Store store : status.stores()) tell(store, out);
    }

    private static void tell(MasterStatus.Store store, PrintWriter out) {
        out.printf("%n%-20s version %s%s%n", store.store(), told(store.version()), part(store));
        for (MasterStatus.Device device : store.devices())
            out.printf("  %-18s version %s%n", device.device(), told(device.version()));
    }

    private static String part(MasterStatus.Store store) {
        if (store.products() == null || store.bytes() == null) return "";
        return String.format(
                Locale.ROOT, ", %,d products, %,d bytes a device", store.products(), store.bytes());
    }

    private static String told(@Nullable Long version) {
        return version == null ? "not told" : String.valueOf(version);
    }
}
