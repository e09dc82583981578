package io.tidemark.lab.torture;

import io.tidemark.lab.process.NodeFailed;
import io.tidemark.lab.retail.DataRefused;
import io.tidemark.lab.shop.Ending;
import io.tidemark.lab.shop.LabFailed;
import io.tidemark.lab.shop.Workplace;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code torture}: 0 if nothing was lost or doubled, 1 if it was, 2 if it cannot be done here. */
@Command(
        name = "torture",
        description =
                "Sells at real tills while processes are killed, disks fail and fill up, networks break, "
                        + "clocks jump and files are harmed; then compares every tier with what was told.",
        mixinStandardHelpOptions = true)
public final class TortureCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int NOT_GOOD = 1;
    private static final int BAD_INPUT = 2;
    private static final double MILLIS_OF_MINUTE = 60_000;

    @Option(
            names = "--minutes",
            defaultValue = "5",
            description = "for how long harm is done (default 5); opening and closing come on top")
    private double minutes = 5;

    @Option(names = "--seed", description = "of the harm (default: by chance, and printed)")
    private @Nullable Long seed;

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
            names = "--json",
            description =
                    "end standard output with one line of JSON; all else goes to standard error")
    private boolean json;

    @Option(
            names = "--dir",
            description =
                    "keep all data in this new directory (default: kept only after a failure)")
    private @Nullable Path dir;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "KIND",
            description = "do only these kinds of harm: ${COMPLETION-CANDIDATES}")
    private Set<Kind> only = EnumSet.allOf(Kind.class);

    private final Ending ending = new Ending();

    @Override
    public Integer call() {
        try {
            TortureSettings settings = settings();
            Tools tools = Tools.found();
            return tortured(settings, tools, json ? System.err : System.out);
        } catch (DataRefused refused) {
            System.err.println("tidemark torture: " + refused.getMessage());
            return BAD_INPUT;
        }
    }

    private int tortured(TortureSettings settings, Tools tools, PrintStream out) {
        Workplace workplace = Workplace.at(settings.directory(), "torture");
        ending.last(workplace::close);
        out.println("seed " + settings.seed() + ", everything in " + workplace.directory());
        Torture torture =
                new Torture(
                        settings, tools, workplace.directory(), line -> out.println("  " + line));
        ending.first(torture::close);
        try {
            TortureOutcome outcome = torture.run();
            TortureReport.table(outcome).forEach(out::println);
            if (json) System.out.println(TortureReport.json(outcome));
            if (outcome.isGood()) return GOOD;
        } catch (LabFailed | NodeFailed | CompletionException failed) {
            if (ending.hasBegun()) return NOT_GOOD;
            System.err.println("tidemark torture: " + reason(failed));
        }
        torture.keep();
        ending.last(workplace.kept()::close);
        System.err.println(
                "tidemark torture: all that is needed to look into it is in "
                        + workplace.directory()
                        + " (harms.log, driver-record.jsonl, logs, every node's home); again with --seed "
                        + settings.seed());
        return NOT_GOOD;
    }

    private TortureSettings settings() {
        return new TortureSettings(
                Duration.ofMillis((long) (minutes * MILLIS_OF_MINUTE)),
                Optional.ofNullable(seed).orElseGet(() -> ThreadLocalRandom.current().nextLong()),
                stores,
                tills,
                handhelds,
                only,
                Optional.ofNullable(dir));
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
