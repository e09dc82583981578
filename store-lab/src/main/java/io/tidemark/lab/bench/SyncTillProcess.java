package io.tidemark.lab.bench;

import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.journal.Journal;
import io.tidemark.profiles.HardwareProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A till in a process of its own, told on standard input what to do. Arguments: home, passphrase
 * file, port of the proxy, port of the gateway, which line of the data to begin with, profile, the
 * data file or {@code -}. It answers each line with one of its own:
 *
 * <pre>
 * go             connect and send until all is marked: go START_MICROS END_MICROS FIRST_SECOND ENTRIES
 * append N       go offline and record N receipts
 * direct         from now on past the proxy, as if it were not there
 * live N MILLIS  a receipt every so often, from force to mark: live P50 P99 MAX (microseconds)
 * quit
 * </pre>
 */
final class SyncTillProcess {
    static final String READY = "ready";

    /** Receipts that a till offline forces together; how often matters to the disk only. */
    static final int GROUP = 100;

    /** How often a mark is looked for, so that the till is not changed to tell. */
    private static final long LOOK_NANOS = 100_000;

    /** Of a backlog, whose seconds are measured: looking costs a core some of its time. */
    private static final long LOOK_AT_BACKLOG_NANOS = 1_000_000;

    private static final long SECOND_MICROS = 1_000_000;

    private final SyncTill till;
    private final Receipts receipts;

    private SyncTillProcess(SyncTill till, Receipts receipts) {
        this.till = till;
        this.receipts = receipts;
    }

    public static void main(String... arguments) throws IOException {
        SyncTill.Place place =
                new SyncTill.Place(
                        Path.of(arguments[0]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        HardwareProfile.of(Optional.of(arguments[5]), "till"));
        try (SyncTill till = SyncTill.open(place, Path.of(arguments[1]))) {
            Receipts receipts =
                    new Receipts(
                                    Receipts.lines(
                                            Optional.of(arguments[6])
                                                    .filter(file -> !file.equals("-"))
                                                    .map(Path::of)),
                                    till.identity().workstation(),
                                    OffsetDateTime.now(ZoneId.systemDefault()),
                                    Integer.parseInt(arguments[4]))
                            .after(Math.max(0, till.journal().head().sequence() - 2));
            System.out.println(READY);
            new SyncTillProcess(till, receipts).obey();
        }
    }

    private void obey() throws IOException {
        BufferedReader told =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            String[] words = TillLine.WORDS.splitAsStream(line).toArray(String[]::new);
            switch (words[0]) {
                case "go" -> System.out.println(go());
                case "append" -> System.out.println(append(Integer.parseInt(words[1])));
                case "direct" -> System.out.println(direct());
                case "live" ->
                        System.out.println(
                                live(Integer.parseInt(words[1]), Long.parseLong(words[2])));
                case "quit" -> {
                    return;
                }
                default -> throw new IllegalArgumentException("what is '" + line + "'?");
            }
        }
    }

    private String go() {
        long head = till.journal().forced().sequence();
        long before = till.marked();
        long start = nowMicros();
        till.connect();
        long firstSecond = -1;
        long marked = 0;
        while (marked < head) {
            LockSupport.parkNanos(LOOK_AT_BACKLOG_NANOS);
            marked = till.marked();
            if (firstSecond < 0 && nowMicros() - start >= SECOND_MICROS)
                firstSecond = marked - before;
        }
        long end = nowMicros();
        if (firstSecond < 0) firstSecond = head - before;
        return "go " + start + " " + end + " " + firstSecond + " " + (head - before);
    }

    private String append(int count) {
        till.disconnect();
        Journal journal = till.journal();
        for (int done = 0; done < count; done++) {
            journal.append(receipts.sale());
            if (done % GROUP == GROUP - 1 || done == count - 1)
                journal.force(till.identity().signer());
        }
        return "append " + count;
    }

    private String direct() {
        till.disconnect();
        till.goDirect();
        till.connect();
        while (!till.isOnline()) LockSupport.parkNanos(LOOK_NANOS);
        return "direct";
    }

    private String live(int count, long millisBetween) {
        Percentiles times = new Percentiles(count);
        Journal journal = till.journal();
        long due = System.nanoTime();
        for (int i = 0; i < count; i++) {
            due += millisBetween * SECOND_MICROS;
            EntryBytes receipt = receipts.sale();
            // Customers come when they come, not when the one before has been served.
            LockSupport.parkNanos(due - System.nanoTime());
            journal.append(receipt);
            journal.force(till.identity().signer());
            long forced = System.nanoTime();
            till.recorded();
            long sequence = journal.forced().sequence();
            while (till.marked() < sequence) LockSupport.parkNanos(LOOK_NANOS);
            times.add(till.markedNanos(forced) - forced);
        }
        return String.format(
                Locale.ROOT,
                "live %.0f %.0f %.0f",
                times.micros(0.50),
                times.micros(0.99),
                times.micros(1));
    }

    private static long nowMicros() {
        return System.currentTimeMillis() * 1_000;
    }
}
