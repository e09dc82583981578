package io.tidemark.fog.export;

import io.tidemark.fog.LaboratoryGateway;
import io.tidemark.fog.LaboratoryStore;
import io.tidemark.fog.LaboratoryTill;
import io.tidemark.ledger.masterdata.Business;
import io.tidemark.ledger.masterdata.PostalAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A gateway that closed a day, and what it exports of it. */
final class ClosedAtHand implements AutoCloseable {
    private static final Writing WRITING =
            new Writing(
                    "1.2.3",
                    OffsetDateTime.of(2026, 11, 21, 8, 0, 0, 0, ZoneOffset.UTC),
                    new Business(
                            "Licht & Schatten GmbH",
                            "27/123/45678",
                            "DE123456789",
                            new PostalAddress("Hauptstr. 1", "10115", "Berlin", "DE"),
                            new PostalAddress("Kai 7", "20457", "Hamburg", "DE"),
                            List.of()));

    final LaboratoryStore store;
    final LaboratoryGateway gateway;

    ClosedAtHand(Path directory, String... tills) {
        this(directory, new LaboratoryStore(tills));
    }

    ClosedAtHand(Path directory, LaboratoryStore store) {
        this.store = store;
        gateway =
                new LaboratoryGateway(
                        store,
                        directory,
                        Clock.fixed(Instant.parse("2026-11-20T22:00:00Z"), ZoneOffset.UTC));
    }

    /**
     * A day of two tills: the first in full, of the second what came before the close-down and, as
     * a supplement, what came after it.
     */
    static ClosedAtHand some(Path directory, long seed) {
        ClosedAtHand closed = new ClosedAtHand(directory, "till-1", "till-2");
        LaboratoryTill first = closed.store.till("till-1").opens(SomeDay.DAY);
        LaboratoryTill second = closed.store.till("till-2").opens(SomeDay.DAY);
        new SomeDay(first, seed).with(30).counted();
        SomeDay late = new SomeDay(second, -seed).with(10);
        closed.gateway.receives(first.closesDay());
        closed.gateway.receives(second);
        closed.gateway.closed(SomeDay.DAY, "till-2");
        late.with(10).counted();
        closed.gateway.receives(second.closesDay());
        closed.gateway.closed(SomeDay.DAY);
        return closed;
    }

    /** A day of which the till brings its first half with the Z, and the rest for a supplement. */
    static ClosedAtHand odd(Path directory, OddDay odd, LaboratoryStore store) {
        ClosedAtHand closed = new ClosedAtHand(directory, store);
        LaboratoryTill till = store.till("till-1").opens(SomeDay.DAY);
        odd.at(till, store.currency());
        closed.gateway.receives(till);
        closed.gateway.closed(SomeDay.DAY, "till-1");
        odd.at(till, store.currency());
        closed.gateway.receives(till.closesDay());
        closed.gateway.closed(SomeDay.DAY);
        return closed;
    }

    ClosedDay day() {
        return day(SomeDay.DAY);
    }

    ClosedDay day(LocalDate day) {
        return new ClosedDays(
                        store.gateway(),
                        store.roster().store(LaboratoryStore.STORE).orElseThrow(),
                        gateway.journals.all(),
                        gateway.storeJournal.state(),
                        new ClosedDays.OnPaper(true, gateway.storeJournal::products))
                .of(day, WRITING)
                .orElseThrow();
    }

    byte[] exported(ExportFormat format) {
        return exported(day(), format);
    }

    static byte[] exported(ClosedDay day, ExportFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DayExport.of(day, format).write(out);
        return out.toByteArray();
    }

    /** By their names. */
    Map<String, byte[]> files(ExportFormat format) throws IOException {
        return ZippedFiles.of(exported(format));
    }

    @Override
    public void close() {
        gateway.close();
    }
}
