package io.tidemark.fog;

import io.tidemark.fog.export.ClosedDay;
import io.tidemark.fog.export.ClosedDays;
import io.tidemark.fog.export.DayExport;
import io.tidemark.fog.export.ExportFormat;
import io.tidemark.fog.export.JournalNotHere;
import io.tidemark.fog.export.Writing;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.ledger.event.EntryPruned;
import io.tidemark.node.command.HomeOptions;
import io.tidemark.node.command.ProgramVersion;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeStart;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Writes a closed business day with its supplements to a file, offline, also beside a"
                    + " running gateway.",
            "saft: SAF-T Cash Register XML. dsfinvk: DSFinV-K 2.4, a ZIP file. poslog: ARTS POSLog 6"
                    + " as JSON. hledger: a plain-text journal that hledger checks. csv: tables, a ZIP"
                    + " file. pdf: the store Z and its supplements, to print or keep.",
            "The file is in clear: carry it safely."
        },
        mixinStandardHelpOptions = true)
final class ExportDay implements Callable<Integer> {
    private static final int DAYS_TOLD = 5;

    private final Deployable gateway;

    @Mixin private final HomeOptions options = new HomeOptions();

    @Option(
            names = "--day",
            required = true,
            paramLabel = "D",
            description = "The business day, such as 2026-11-21.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private LocalDate day;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description = "saft, dsfinvk, poslog, hledger, csv or pdf.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write. One that is there is not overwritten.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path out;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    ExportDay(Deployable gateway) {
        this.gateway = gateway;
    }

    @Override
    public Integer call() {
        ExportFormat wanted =
                ExportFormat.of(format)
                        .orElseThrow(() ->
                                refused(
                                        "there is no format '"
                                                + format
                                                + "': give one of "
                                                + ExportFormat.labels()));
        if (Files.exists(out)) throw isThere();
        try (NodeHome home = options.look(gateway.role());
                StoreAtHand store =
                        StoreAtHand.of(options.start(home, NodeStart.Asked.nothing()), day)) {
            DayExport export = export(store, wanted);
            written(export);
            PrintWriter told = spec.commandLine().getOut();
            told.println(day + " is in " + out + " as " + wanted.title() + ", in clear");
            told.flush();
            return ExitCode.OK.code();
        }
    }

    private DayExport export(StoreAtHand store, ExportFormat wanted) {
        try {
            return DayExport.of(closed(store), wanted);
        } catch (EntryPruned pruned) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    "receipts of "
                            + day
                            + " are no longer on this gateway: "
                            + pruned.getMessage()
                            + ". Head office's archive has them",
                    pruned);
        } catch (JournalNotHere lacking) {
            throw new CannotRun(ExitCode.DAMAGED, String.valueOf(lacking.getMessage()), lacking);
        }
    }

    private ClosedDay closed(StoreAtHand store) {
        ClosedDays days = store.closedDays();
        StoreCalendar calendar = store.calendar();
        return days.of(day, new Writing(ProgramVersion.version(), calendar.now(), store.business()))
                .orElseThrow(() -> refused(day + " has not been closed" + closedLast(days)));
    }

    private static String closedLast(ClosedDays closed) {
        List<LocalDate> days = closed.days();
        if (days.isEmpty()) return "; no day of this store has been yet";
        return days.stream()
                .skip(Math.max(0, days.size() - DAYS_TOLD))
                .map(LocalDate::toString)
                .collect(Collectors.joining(", ", "; the last that were are ", ""));
    }

    /** An export that was not finished is not left behind. */
    private void written(DayExport export) {
        boolean whole = false;
        try {
            try (OutputStream file = forOwnerOnly()) {
                export.write(file);
            }
            whole = true;
        } catch (IOException e) {
            throw refused("cannot write " + out + " (" + e + "): give another --out", e);
        } finally {
            if (!whole) remove();
        }
    }

    private OutputStream forOwnerOnly() throws IOException {
        Set<StandardOpenOption> newFile =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            return new BufferedOutputStream(
                    Channels.newOutputStream(Files.newByteChannel(out, newFile, ownerOnly)));
        } catch (FileAlreadyExistsException e) {
            throw isThere();
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(out);
        } catch (IOException e) {
            throw refused("remove " + out + ": it is an export that was not finished", e);
        }
    }

    private CannotRun isThere() {
        return refused(out + " is there already: name another file with --out");
    }

    private static CannotRun refused(String why) {
        return new CannotRun(ExitCode.BAD_USAGE, why);
    }

    private static CannotRun refused(String why, IOException cause) {
        return new CannotRun(ExitCode.BAD_USAGE, why, cause);
    }
}
