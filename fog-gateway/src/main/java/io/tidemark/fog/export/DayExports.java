package io.tidemark.fog.export;

import io.tidemark.fog.intake.DeviceJournals;
import io.tidemark.fog.store.StoreCalendar;
import io.tidemark.fog.store.StoreJournal;
import io.tidemark.identity.Roster.StoreFacts;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.masterdata.Business;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** The exports of a running gateway. Safe for use by several threads. */
public final class DayExports {
    private final NodeName gateway;
    private final StoreFacts facts;
    private final Journals journals;
    private final StoreCalendar calendar;
    private final String version;
    private final Supplier<Business> business;
    private final boolean laboratory;

    /** What a running gateway has open. */
    public record Journals(DeviceJournals devices, StoreJournal store) {}

    /**
     * @param version of the program
     * @param business whose the store is by now
     * @param laboratory whether nothing here was really sold
     */
    public DayExports(
            NodeName gateway,
            StoreFacts facts,
            Journals journals,
            StoreCalendar calendar,
            String version,
            Supplier<Business> business,
            boolean laboratory) {
        this.gateway = gateway;
        this.facts = facts;
        this.journals = journals;
        this.calendar = calendar;
        this.version = version;
        this.business = business;
        this.laboratory = laboratory;
    }

    /**
     * Reads the day through once; empty where it is not closed.
     *
     * @throws io.tidemark.ledger.event.EntryPruned if receipts of the day are no longer here
     * @throws JournalNotHere if entries of the day are not
     */
    public Optional<DayExport> of(LocalDate day, ExportFormat format) {
        return new ClosedDays(
                        gateway,
                        facts,
                        journals.devices().all(),
                        journals.store().state(),
                        new ClosedDays.OnPaper(laboratory, journals.store()::products))
                .of(day, new Writing(version, calendar.now(), business.get()))
                .map(closed -> DayExport.of(closed, format));
    }
}
